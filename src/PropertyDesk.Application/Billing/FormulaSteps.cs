using PropertyDesk.Domain.Charges;
using static PropertyDesk.Application.Billing.WorkingFigures;

namespace PropertyDesk.Application.Billing;

/// <summary>The words for a charge by formula: the formula, what each name stands for, the result.</summary>
internal static class FormulaSteps
{
    public static IEnumerable<string> Of(FormulaWorking working)
    {
        yield return Texts.Of("公式（自 {0} 起执行）：{1}", Day(working.Since), working.Formula);
        foreach (var value in working.Values)
        {
            yield return value.Unit.Length == 0
                ? Texts.Of("{0} = {1}", Texts.Of(value.Name), Quantity(value.Value))
                : Texts.Of("{0} = {1} {2}", Texts.Of(value.Name), Quantity(value.Value), Unit(value.Unit));
        }

        yield return WorkingText.Result(working, parts: 1);
    }
}
