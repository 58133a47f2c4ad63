namespace PropertyDesk.Domain.Tickets;

/// <summary>Hours worked within one day. Midnight as the second time means the day's end; a span over midnight is refused.</summary>
public readonly record struct WorkingHours(TimeOnly From, TimeOnly To)
{
    public TimeOnly To { get; } = To == TimeOnly.MinValue || To > From ? To
        : throw new ArgumentException("The hours must end later on the same day.", nameof(To));

    /// <summary>From midnight to midnight.</summary>
    public static readonly WorkingHours AllDay = new(TimeOnly.MinValue, TimeOnly.MinValue);
}

/// <summary>
/// Counts working time (工作时间) in the company's local time: weekly hours, and days that differ from their weekday
/// (public holidays without hours, make-up working days with hours). The caller turns instants into local time.
/// </summary>
/// <param name="week">Hours of a weekday; a weekday that is not named is free.</param>
/// <param name="exceptions">Days with hours of their own; null hours mean a holiday.</param>
public sealed class WorkingCalendar(IReadOnlyDictionary<DayOfWeek, WorkingHours> week, IReadOnlyDictionary<DateOnly, WorkingHours?> exceptions)
{
    // Longer than any holiday: a calendar without a working day must not be searched for ever.
    private const int LongestRest = 400;

    /// <summary>The calendar of emergencies, which never rests.</summary>
    public static readonly WorkingCalendar AroundTheClock = new(
        Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => WorkingHours.AllDay), new Dictionary<DateOnly, WorkingHours?>());

    /// <summary>The earliest moment at which so much working time has passed since the start; null when none comes for 400 days.</summary>
    /// <param name="needed">Zero or more.</param>
    public DateTime? Due(DateTime start, TimeSpan needed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(needed, TimeSpan.Zero);
        var (left, rest) = (needed, 0);
        for (var day = DateOnly.FromDateTime(start); rest < LongestRest; day = day.AddDays(1))
        {
            var (from, to) = SpanOf(day);
            var begin = from > start ? from : start;
            if (begin >= to)
            {
                rest++;
                continue;
            }

            if (to - begin >= left)
            {
                return begin + left;
            }

            (left, rest) = (left - (to - begin), 0);
        }

        return null;
    }

    /// <summary>Working time between two moments; zero when the second is not later.</summary>
    public TimeSpan Between(DateTime start, DateTime end)
    {
        var sum = TimeSpan.Zero;
        for (var day = DateOnly.FromDateTime(start); day <= DateOnly.FromDateTime(end); day = day.AddDays(1))
        {
            var (from, to) = SpanOf(day);
            var (begin, stop) = (from > start ? from : start, to < end ? to : end);
            sum += stop > begin ? stop - begin : TimeSpan.Zero;
        }

        return sum;
    }

    private (DateTime From, DateTime To) SpanOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var hours = exceptions.TryGetValue(day, out var own) ? own
            : week.TryGetValue(day.DayOfWeek, out var usual) ? usual : null;
        return hours is not { } worked ? (midnight, midnight)
            : (midnight + worked.From.ToTimeSpan(), midnight + worked.To.ToTimeSpan() + (worked.To == TimeOnly.MinValue ? TimeSpan.FromDays(1) : TimeSpan.Zero));
    }
}
