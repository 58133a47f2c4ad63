namespace PropertyDesk.Domain.Deliveries;

/// <summary>The hours of the night in which nobody is disturbed, in the company's time zone; from equal to until: none.</summary>
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>21:00 to 8:00.</summary>
    public static QuietHours Usual { get; } = new(new TimeOnly(21, 0), new TimeOnly(8, 0));

    /// <summary>The first minute is quiet, the last is not; they may span midnight.</summary>
    public bool Includes(TimeOnly time) => From != Until && (From < Until ? time >= From && time < Until : time >= From || time < Until);

    public bool Includes(DateTimeOffset now, TimeZoneInfo zone) => Includes(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
}
