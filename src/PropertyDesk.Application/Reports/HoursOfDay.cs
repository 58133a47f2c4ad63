namespace PropertyDesk.Application.Reports;

internal static class HoursOfDay
{
    /// <summary>How many in each hour of the day (按时段), from the first to the last hour in which there is any.</summary>
    /// <param name="counted">What is counted; heads the figures.</param>
    /// <param name="zone">The company's.</param>
    public static FigureTable Of(string counted, IReadOnlyCollection<DateTimeOffset> instants, TimeZoneInfo zone, string definition)
    {
        var byHour = instants.CountBy(at => TimeZoneInfo.ConvertTime(at, zone).Hour).ToDictionary();
        var hours = byHour.Count == 0 ? [] : Enumerable.Range(byHour.Keys.Min(), byHour.Keys.Max() - byHour.Keys.Min() + 1);
        return new FigureTable(Texts.Of("按时段"), [Texts.Of("时段"), counted], [.. hours.Select(h => new FigureRow([$"{h:00}:00–{h:00}:59", byHour.GetValueOrDefault(h)]))], [definition])
        {
            Total = new FigureRow([Texts.Of("合计"), instants.Count]),
            Drawn = [1],
        };
    }
}
