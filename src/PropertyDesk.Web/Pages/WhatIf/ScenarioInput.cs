using System.ComponentModel.DataAnnotations;
using PropertyDesk.Application.Charges;
using PropertyDesk.Application.WhatIf;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Web.Pages.WhatIf;

/// <summary>What is typed about a scenario, on the page and in the address of its workbook.</summary>
public sealed class ScenarioInput
{
    [Required(ErrorMessage = "请选择账期。")]
    [RegularExpression("[12][0-9]{3}-(0[1-9]|1[0-2])", ErrorMessage = "请选择账期。")]
    public string Month { get; set; } = "";

    [Range(0, 1_000_000, ErrorMessage = "请填写单价，且不能为负数。")]
    public decimal? Price { get; set; }

    [StringLength(1000)]
    public string? Tiers { get; set; }

    [StringLength(500)]
    public string? Formula { get; set; }

    /// <summary>The basis of division, for shared costs.</summary>
    public ChargeMethod? Basis { get; set; }

    /// <summary>From when the price would hold, once adopted.</summary>
    public DateOnly ValidFrom { get; set; }

    public Scenario ToScenario(Guid tariff) => new(
        tariff, BillingMonth.TryParse(Month, out var month) ? month : throw new RuleViolation("请选择账期。", field: nameof(Month)),
        new PriceFacts(Price, Tiers, null, Formula is null ? null : new PriceTerms(Formula: Formula)), Basis is { } basis && basis.IsShared() ? basis : null);
}
