namespace PropertyDesk.Domain.Equipment;

/// <summary>What the failures of a machine say about it.</summary>
/// <param name="Days">Days of the time looked at in which it was installed.</param>
/// <param name="HoursDown">Hours in which it did not run; an overlap counts once.</param>
public sealed record Reliability(int Failures, int Days, decimal HoursDown)
{
    /// <summary>How many failures of a kind within <see cref="SuggestDays"/> days make preventive work worth a thought.</summary>
    public const int SuggestFrom = 3;

    public const int SuggestDays = 90;

    private const int HoursOfDay = 24;

    /// <summary>Mean time between failures in days (MTBF): the running time divided by the failures; null without one.</summary>
    public decimal? DaysBetween => Failures == 0 ? null : decimal.Round(Math.Max(0, Days - (HoursDown / HoursOfDay)) / Failures, 1, MidpointRounding.AwayFromZero);

    /// <summary>Share of the time in which it ran; null where it was not there.</summary>
    public decimal? Available => Days == 0 ? null : 1 - (HoursDown / (Days * HoursOfDay));

    /// <param name="from">First day, or the day of installation where that is later.</param>
    /// <param name="now">End of the time; what is not repaired lasts until now.</param>
    public static Reliability Of(IEnumerable<(DateTimeOffset Since, DateTimeOffset? RepairedAt, bool Stops)> failures, DateTimeOffset from, DateTimeOffset now)
    {
        var all = failures.Where(f => f.Since <= now && (f.RepairedAt ?? now) > from).OrderBy(f => f.Since).ToList();
        var (down, until) = (TimeSpan.Zero, from);
        foreach (var failure in all.Where(f => f.Stops))
        {
            var (begin, end) = (failure.Since > until ? failure.Since : until, failure.RepairedAt ?? now);
            if (end > begin)
            {
                down += end - begin;
                until = end;
            }
        }

        return new Reliability(all.Count(f => f.Since >= from), Math.Max(0, (int)(now - from).TotalDays), decimal.Round((decimal)down.TotalHours, 1));
    }
}
