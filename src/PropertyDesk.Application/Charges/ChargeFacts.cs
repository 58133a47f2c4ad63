using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Charges;

/// <summary>What a charge item is told.</summary>
/// <param name="Priority">Order in which a payment is applied, lower first; null: after those that are there.</param>
/// <param name="VatPercent">The VAT that prices include, in percent, such as 6.</param>
/// <param name="PurseClass">The purse that may pay it beside the general one; null: as it is, or of a new item what its first tariff suggests.</param>
public sealed record ItemFacts(string Name, bool OnBehalf, int? Priority, decimal VatPercent, PurseClass? PurseClass = null);

/// <summary>What a price is made of. Which of it a method needs, the tariff says.</summary>
/// <param name="Price">Yuan per unit.</param>
/// <param name="Tiers">The tier table in its text form.</param>
/// <param name="Unit">As printed, such as 元/㎡·月; null: as before, or the usual one of the method.</param>
/// <param name="Terms">What goes beyond price or tiers; null for nothing.</param>
public sealed record PriceFacts(decimal? Price, string? Tiers, string? Unit = null, PriceTerms? Terms = null);

/// <summary>A way of charging an item, with its first price.</summary>
/// <param name="MeterKind">Which meters, for metered methods.</param>
public sealed record TariffFacts(TariffScope Scope, ChargeMethod Method, MeterKind? MeterKind, DateOnly ValidFrom, PriceFacts Price)
{
    /// <summary>Which area an area charge multiplies.</summary>
    public AreaBasis AreaBasis { get; init; }

    /// <summary>How many months are billed together; null: what the method says.</summary>
    public int? BilledMonths { get; init; }

    public bool BilledInAdvance { get; init; }

    /// <summary>The month (1–12) with which the first period of a year begins.</summary>
    public int YearStart { get; init; } = 1;
}
