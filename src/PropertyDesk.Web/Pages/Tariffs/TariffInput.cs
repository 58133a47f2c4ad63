using System.ComponentModel.DataAnnotations;
using PropertyDesk.Application.Charges;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Web.Pages.Tariffs;

/// <summary>What is typed about a price.</summary>
public class PriceInput
{
    [Required(ErrorMessage = "请填写开始日期。")]
    public DateOnly? ValidFrom { get; set; }

    [Range(0, 1_000_000, ErrorMessage = "请填写单价，且不能为负数。")]
    public decimal? Price { get; set; }

    [StringLength(1000)]
    public string? Tiers { get; set; }

    [StringLength(40)]
    public string? Unit { get; set; }

    /// <summary>Area: yuan per unit and month on top.</summary>
    [Range(0, 1_000_000)]
    public decimal? FixedPart { get; set; }

    /// <summary>Metered: the least that a month costs.</summary>
    [Range(0, 1_000_000)]
    public decimal? MinimumCharge { get; set; }

    /// <summary>Metered: agreed share for losses, in percent.</summary>
    [Range(0, 99)]
    public decimal? LossPercent { get; set; }

    /// <summary>Tiers: people for whom the thresholds hold as they stand.</summary>
    [Range(1, 50)]
    public int? PeopleIncluded { get; set; }

    /// <summary>Tiers: by how much each threshold rises for every further person.</summary>
    [Range(0, 1_000_000)]
    public decimal? ExtraPerPerson { get; set; }

    [StringLength(500)]
    public string? Formula { get; set; }

    /// <summary>The unit on which the price is tried.</summary>
    [StringLength(40)]
    public string? TrialUnit { get; set; }

    /// <summary>Example use of the meter, for the trial.</summary>
    [Range(0, 1_000_000)]
    public decimal TrialUse { get; set; } = 20;

    public PriceFacts ToPrice() => new(Price, Tiers, Unit, new PriceTerms(FixedPart ?? 0, MinimumCharge, (LossPercent ?? 0) / 100m, PeopleIncluded, ExtraPerPerson ?? 0, Formula));

    /// <summary>Begins with the terms of the newest price.</summary>
    public void Take(PriceTerms terms)
    {
        (FixedPart, MinimumCharge, LossPercent) = (NullIfZero(terms.FixedPart), terms.MinimumCharge, NullIfZero(terms.LossRate * 100m));
        (PeopleIncluded, ExtraPerPerson, Formula) = (terms.PeopleIncluded, NullIfZero(terms.ExtraPerPerson), terms.Formula);
    }

    private static decimal? NullIfZero(decimal value) => value == 0 ? null : value;
}

/// <summary>What is typed about a new tariff with its first price.</summary>
public class TariffInput : PriceInput
{
    public TariffScope Scope { get; set; }

    public ChargeMethod Method { get; set; }

    public MeterKind? MeterKind { get; set; }

    public AreaBasis AreaBasis { get; set; }

    /// <summary>How many months are billed together; for an amount per quarter or year the method says it.</summary>
    public int BilledMonths { get; set; } = 1;

    public bool BilledInAdvance { get; set; }

    [Range(1, 12)]
    public int YearStart { get; set; } = 1;

    /// <summary>Charge everything in scope from then on.</summary>
    public bool ChargeAll { get; set; } = true;

    public TariffFacts ToFacts() => new(Scope, Method, MeterKind, ValidFrom!.Value, ToPrice())
    {
        AreaBasis = AreaBasis,
        BilledMonths = Method is ChargeMethod.FixedPerQuarter or ChargeMethod.FixedPerYear || !Method.CanBillMonthsTogether() ? null : BilledMonths,
        BilledInAdvance = BilledInAdvance,
        YearStart = YearStart,
    };
}
