using PropertyDesk.Application.Charges;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.WhatIf;

/// <summary>A change of a tariff that is tried on a month's real data before anybody is billed by it.</summary>
/// <param name="Basis">Another basis of division, for shared costs; null: as it is.</param>
public sealed record Scenario(Guid TariffId, BillingMonth Month, PriceFacts Price, ChargeMethod? Basis = null);

/// <summary>What a scenario comes to.</summary>
/// <param name="Uncharged">Charges that come to nothing in the month, before or after: no reading, no price.</param>
/// <param name="Households">All that are charged, those with the largest change first.</param>
public sealed record ScenarioResult(string Item, BillingMonth Month, int Uncharged, IReadOnlyList<HouseholdChange> Households)
{
    private const int Shown = 10;

    public AmountChange Total => AmountChange.Sum(Households.Select(h => h.Amount));

    public int More => Households.Count(h => h.Amount.Difference > Money.Zero);

    public int Less => Households.Count(h => h.Amount.Difference < Money.Zero);

    public int Same => Households.Count - More - Less;

    /// <summary>The ten whose amount moves most.</summary>
    public IReadOnlyList<HouseholdChange> MostAffected => [.. Households.Where(h => !h.Amount.Difference.IsZero).Take(Shown)];

    /// <summary>By building, in the order of the walk.</summary>
    public IReadOnlyList<BuildingChange> Buildings { get; } =
    [
        .. Households.GroupBy(h => (h.BuildingOrder, h.Building)).OrderBy(g => g.Key.BuildingOrder).ThenBy(g => g.Key.Building, StringComparer.Ordinal)
            .Select(g => new BuildingChange(g.Key.Building, g.Count(), AmountChange.Sum(g.Select(h => h.Amount)))),
    ];

    /// <summary>How many households pay how much more or less.</summary>
    public IReadOnlyList<ChangeBand> Bands { get; } = ChangeBands.Of([.. Households.Select(h => h.Amount.Difference)]);
}

/// <param name="Before">By the prices that really hold in the month.</param>
public sealed record AmountChange(Money Before, Money After)
{
    public Money Difference => After - Before;

    /// <summary>The difference as a share of what it was; null where that is nothing.</summary>
    public decimal? Rate => Before.IsZero ? null : (decimal)Difference.Fen / Before.Fen;

    public static AmountChange Sum(IEnumerable<AmountChange> changes) =>
        changes.Aggregate(new AmountChange(Money.Zero, Money.Zero), (sum, c) => new AmountChange(sum.Before + c.Before, sum.After + c.After));
}

/// <summary>What a household's month would become.</summary>
public sealed record HouseholdChange(Guid UnitId, string Unit, string Building, int BuildingOrder, AmountChange Amount);

/// <summary>What a building's month would become.</summary>
public sealed record BuildingChange(string Name, int Households, AmountChange Amount);
