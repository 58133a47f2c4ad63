namespace PropertyDesk.Web.Demo;

/// <summary>The time at which an act of the demo's past happens.</summary>
internal sealed class DemoClock : TimeProvider
{
    private DateTimeOffset _now;

    public void Set(DateOnly day, int hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        _now = new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();
}
