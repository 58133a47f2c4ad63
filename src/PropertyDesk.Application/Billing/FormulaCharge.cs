using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Charges.Formulas;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Billing;

/// <summary>What a formula may ask about a unit; the areas are those of the last day charged.</summary>
internal sealed record FormulaFacts(Unit Unit, decimal Area, decimal? InnerArea, decimal Coefficient);

/// <summary>A charge by formula. What cannot be computed is left out with its reason, never billed as zero.</summary>
internal static class FormulaCharge
{
    public static ChargeResult Of(BillingMonth month, DayRange days, string formula, DateOnly since, FormulaFacts facts)
    {
        var values = new List<FormulaValue>();
        foreach (var name in FormulaText.Read(formula).Names)
        {
            var variable = FormulaVariable.Named(name)!;
            if (ValueOf(variable, month, days, facts) is not { } value)
            {
                return ChargeResult.None(variable == FormulaVariable.People ? OmissionReason.NoPeople : OmissionReason.NoInnerArea);
            }

            values.Add(new FormulaValue(name, value, variable.Unit));
        }

        try
        {
            return new ChargeResult(CalculatedLine.Of(new FormulaWorking(month, formula, since, values)), [days]);
        }
        catch (FormulaFailure)
        {
            return ChargeResult.None(OmissionReason.FormulaFailed);
        }
    }

    private static decimal? ValueOf(FormulaVariable variable, BillingMonth month, DayRange days, FormulaFacts facts) => variable switch
    {
        _ when variable == FormulaVariable.Area => facts.Area,
        _ when variable == FormulaVariable.InnerArea => facts.InnerArea,
        _ when variable == FormulaVariable.People => facts.Unit.People,
        _ when variable == FormulaVariable.Days => days.Days,
        _ when variable == FormulaVariable.DaysInMonth => month.Days,
        _ => facts.Coefficient,
    };
}
