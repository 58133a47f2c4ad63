namespace PropertyDesk.Application.Equipment;

internal static class EquipmentTime
{
    /// <summary>The beginning of a day, or of the day of installation where that is later.</summary>
    public static DateTimeOffset From(DateOnly? installed, DateOnly from, TimeZoneInfo zone) => StartOf(installed > from ? installed.Value : from, zone);

    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(start, zone.GetUtcOffset(start));
    }
}
