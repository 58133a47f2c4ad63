using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Charges;

/// <summary>Makes tariffs and prices from what was typed; the same checks hold wherever a price is typed.</summary>
internal static class TariffDrafts
{
    /// <exception cref="RuleViolation">The scope does not fit the method, or the price cannot be one of it.</exception>
    public static Tariff Make(ChargeItem item, TariffFacts facts)
    {
        if (!facts.Method.Scopes().Contains(facts.Scope))
        {
            throw new RuleViolation("“{0}”只能用于：{1}。", [Words.Of(facts.Method), string.Join('、', facts.Method.Scopes().Select(Words.Of))], "Scope");
        }

        var tariff = new Tariff(item, facts.Scope, facts.Method);
        if (facts.Method.IsMetered() || facts.Method == ChargeMethod.SharedByMeterShare)
        {
            tariff.ChargeMeters(facts.MeterKind ?? throw new RuleViolation("请选择按哪种表计费。", field: "MeterKind"));
        }

        tariff.Measure(facts.AreaBasis);
        tariff.BillTogether(facts.BilledMonths ?? tariff.BilledMonths, facts.BilledInAdvance, facts.YearStart);
        if (facts.Method.HasPrice())
        {
            Price(tariff, facts.ValidFrom, facts.Price);
        }

        return tariff;
    }

    public static TariffVersion Price(Tariff tariff, DateOnly validFrom, PriceFacts price)
    {
        var unit = string.IsNullOrWhiteSpace(price.Unit) ? tariff.Versions.MaxBy(v => v.ValidFrom)?.Unit : price.Unit.Trim();
        return tariff.AddVersion(validFrom, price.Price, price.Tiers, string.IsNullOrEmpty(unit) ? tariff.Method.UsualUnit(tariff.MeterKind) : unit, price.Terms);
    }
}
