using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Billing;

/// <summary>Chooses the calculation by the tariff's method; the arithmetic itself is the domain's.</summary>
internal sealed class ChargeCalculation
{
    private readonly BillingMonth _month;
    private readonly RunInputs _inputs;
    private readonly TariffPrices _prices;
    private readonly ProratedCharges _prorated;
    private readonly MeteredCharges _metered;
    private readonly SharedCharges _shared;

    public ChargeCalculation(BillingMonth month, RunInputs inputs)
    {
        (_month, _inputs, _prices) = (month, inputs, new TariffPrices(inputs.Tariffs.Values));
        _prorated = new ProratedCharges(month, inputs, _prices);
        _metered = new MeteredCharges(month, inputs, _prices);
        _shared = new SharedCharges(month, inputs, _prices, _metered);
    }

    public ChargeResult Of(ChargeAssignment assignment, Unit unit)
    {
        var tariff = _inputs.Tariffs[assignment.TariffId];
        return tariff.Method switch
        {
            ChargeMethod.AreaTimesPrice or ChargeMethod.FixedPerMonth or ChargeMethod.FixedPerQuarter or ChargeMethod.FixedPerYear or ChargeMethod.ParkingFee =>
                _prorated.Of(assignment, unit, tariff),
            ChargeMethod.ParkingByAnchor => Cards(assignment),
            ChargeMethod.OnceOff => Once(assignment, tariff),
            ChargeMethod.Formula => ByFormula(assignment, unit, tariff),
            _ when tariff.Method.IsShared() => _shared.Of(assignment),
            _ => _metered.Of(assignment, unit, tariff),
        };
    }

    // A card is paid as a whole by whoever pays on the day on which it begins.
    private ChargeResult Cards(ChargeAssignment assignment)
    {
        var use = _inputs.ParkingUses[assignment.ParkingUseId!.Value];
        var lastDay = assignment.To < use.To || use.To is null ? assignment.To : use.To;
        var cards = CardMonths.BeginningIn(_month, use.From, lastDay);
        return cards.Count == 0
            ? ChargeResult.NotDue
            : new ChargeResult(
                CalculatedLine.Of(new CardWorking(_inputs.ParkingNumbers[use.ParkingSpaceId], use.MonthlyFee, cards)), [.. cards.Select(c => new DayRange(c.From, c.From))]);
    }

    private ChargeResult Once(ChargeAssignment assignment, Tariff tariff)
    {
        var price = assignment.AgreedPrice ?? _prices.On(tariff, assignment.From)?.Price;
        return price is { } yuan
            ? new ChargeResult(
                CalculatedLine.Of(new OnceWorking(assignment.Quantity ?? 1, yuan, _prices.UnitOf(tariff) is { Length: > 0 } unit ? CountedBy(unit) : "次", assignment.From, assignment.Note)),
                [new DayRange(assignment.From, assignment.From)])
            : ChargeResult.None(OmissionReason.NoTariff);
    }

    private ChargeResult ByFormula(ChargeAssignment assignment, Unit unit, Tariff tariff)
    {
        var days = DayRange.Of(_month).Overlap(assignment.From, assignment.To)!.Value;
        return _prices.On(tariff, days.To) is { Formula: { } formula } version
            ? FormulaCharge.Of(_month, days, formula, version.ValidFrom, new FormulaFacts(unit, _inputs.AreaOn(unit, days.To), _inputs.InnerAreasOf(unit)?.Last(a => a.From <= days.To).Value, assignment.Weight ?? 1))
            : ChargeResult.None(OmissionReason.NoTariff);
    }

    // 张 of 元/张.
    private static string CountedBy(string unit) => unit.Split('/') is [_, var counted, ..] ? counted : unit;
}
