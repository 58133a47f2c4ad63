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

    /// <summary>The unit on which the price is tried.</summary>
    [StringLength(40)]
    public string? TrialUnit { get; set; }

    /// <summary>Example use of the meter, for the trial.</summary>
    [Range(0, 1_000_000)]
    public decimal TrialUse { get; set; } = 20;

    public PriceFacts ToPrice() => new(Price, Tiers, Unit);
}

/// <summary>What is typed about a new tariff with its first price.</summary>
public class TariffInput : PriceInput
{
    public TariffScope Scope { get; set; }

    public ChargeMethod Method { get; set; }

    public MeterKind? MeterKind { get; set; }

    /// <summary>Charge everything in scope from then on.</summary>
    public bool ChargeAll { get; set; } = true;

    public TariffFacts ToFacts() => new(Scope, Method, MeterKind, ValidFrom!.Value, ToPrice());
}
