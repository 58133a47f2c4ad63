using System.Text.Json.Serialization;

namespace PropertyDesk.Domain.Dunning;

/// <summary>One step of a ladder.</summary>
/// <param name="Days">From the due date; negative before it.</param>
/// <param name="MinimumFen">Owners who owe less are left out.</param>
public sealed record DunningRung(DunningKind Kind, int Days, long MinimumFen, bool IsOn)
{
    [JsonIgnore]
    public Money Minimum => new(MinimumFen);
}

/// <summary>A rung with its place: the second overdue notice stays the second, whatever day it is moved to.</summary>
/// <param name="Turn">1 for the first of its kind, 2 for the second.</param>
public sealed record PlacedRung(DunningRung Rung, int Turn);

/// <summary>A rung that a bill has taken.</summary>
public sealed record TakenRung(DunningKind Kind, int Turn, DateOnly Day);
