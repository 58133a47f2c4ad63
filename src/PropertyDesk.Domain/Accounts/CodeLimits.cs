namespace PropertyDesk.Domain.Accounts;

/// <summary>How often codes may be asked for: messages cost money, and disturb.</summary>
public static class CodeLimits
{
    private static readonly (TimeSpan Within, int Most)[] OfAddress = [(TimeSpan.FromMinutes(1), 1), (TimeSpan.FromHours(1), 5), (TimeSpan.FromDays(1), 10)];

    // Many households of a building can share one network.
    private static readonly (TimeSpan Within, int Most)[] OfNetwork = [(TimeSpan.FromMinutes(1), 5), (TimeSpan.FromHours(1), 30), (TimeSpan.FromDays(1), 100)];

    /// <summary>How far back earlier codes count.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <param name="earlier">When codes were asked for this address.</param>
    public static bool AllowsAddress(IReadOnlyCollection<DateTimeOffset> earlier, DateTimeOffset now) => Allows(OfAddress, earlier, now);

    /// <param name="earlier">When codes were asked from this network.</param>
    public static bool AllowsNetwork(IReadOnlyCollection<DateTimeOffset> earlier, DateTimeOffset now) => Allows(OfNetwork, earlier, now);

    private static bool Allows((TimeSpan Within, int Most)[] limits, IReadOnlyCollection<DateTimeOffset> earlier, DateTimeOffset now) =>
        Array.TrueForAll(limits, limit => earlier.Count(at => at > now - limit.Within) < limit.Most);
}
