using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Deliveries;

/// <summary>
/// What a company's messages of one channel must pass, shared by all nodes: a rest while the provider is down, and the limit
/// by the minute. The limit is a bucket that refills evenly: in no sixty seconds does more pass than the limit.
/// </summary>
public sealed class DeliveryGate : CompanyOwned
{
    /// <summary>Minutes of rest after each failure in a row.</summary>
    private static readonly double[] Rests = [0.5, 1, 2, 5, 10, 15];

    /// <summary>Messages for which it is worth opening a line.</summary>
    private const int Some = 25;

    private DeliveryGate()
    {
    }

    public DeliveryGate(Company company, DeliveryChannel channel, DateTimeOffset now)
        : base(company.Id) => (Channel, FreeAt, Version) = (channel, now, Guid.NewGuid());

    public DeliveryChannel Channel { get; private set; }

    /// <summary>When the bucket is full again.</summary>
    public DateTimeOffset FreeAt { get; private set; }

    /// <summary>Failures of the provider in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>Nothing passes before.</summary>
    public DateTimeOffset? RestsUntil { get; private set; }

    /// <summary>What the provider said, or that it did not answer.</summary>
    public string? Problem { get; private set; }

    public DateTimeOffset? FailingSince { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>How many may pass now.</summary>
    public int Room(int perMinute, DateTimeOffset now)
    {
        if (RestsUntil > now)
        {
            return 0;
        }

        var (interval, burst) = Bucket(perMinute);
        var room = Math.Floor((now + (burst * interval) - Later(FreeAt, now)) / interval);
        // After a failure one message tries whether the provider is back.
        return Failures > 0 ? Math.Min(1, (int)room) : (int)room;
    }

    /// <summary>When it is worth looking again: there is room for some then, so that one line to the provider carries several.</summary>
    public DateTimeOffset RoomAt(int perMinute, DateTimeOffset now)
    {
        var (interval, burst) = Bucket(perMinute);
        var some = Failures > 0 ? 1 : Math.Clamp(burst / 2, 1, Some);
        return Later(Later(FreeAt, now) + (some * interval) - (burst * interval), RestsUntil ?? now);
    }

    /// <summary>So many pass.</summary>
    public void Take(int count, int perMinute, DateTimeOffset now) =>
        (FreeAt, Version) = (Later(FreeAt, now) + (count * Bucket(perMinute).Interval), Guid.NewGuid());

    /// <summary>The provider does not answer, or refuses us altogether.</summary>
    public DateTimeOffset Fail(string problem, DateTimeOffset now)
    {
        var until = now.AddMinutes(Rests[Math.Min(Failures, Rests.Length - 1)]);
        (Failures, RestsUntil, Problem, FailingSince, Version) = (Failures + 1, until, problem.Length > 400 ? problem[..400] : problem, FailingSince ?? now, Guid.NewGuid());
        return until;
    }

    /// <summary>The provider answers again, or somebody changed the settings.</summary>
    public void Recover() => (Failures, RestsUntil, Problem, FailingSince, Version) = (0, null, null, null, Guid.NewGuid());

    // A burst of a sixth at once and the rest evenly: both together are the limit.
    private static (TimeSpan Interval, int Burst) Bucket(int perMinute)
    {
        var burst = Math.Max(1, perMinute / 6);
        return (TimeSpan.FromMinutes(1) / (perMinute - burst), burst);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
