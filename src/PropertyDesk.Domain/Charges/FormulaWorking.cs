using PropertyDesk.Domain.Charges.Formulas;

namespace PropertyDesk.Domain.Charges;

/// <summary>A charge by formula: the formula, and what each variable stood for.</summary>
/// <param name="Since">The day from which the formula holds.</param>
/// <param name="Values">By the name used in the formula, in the order of first use.</param>
public sealed record FormulaWorking(BillingMonth Month, string Formula, DateOnly Since, IReadOnlyList<FormulaValue> Values) : LineWorking
{
    public override decimal Compute() => FormulaText.Read(Formula).Evaluate(name => Values.First(v => v.Name == name).Value);
}

/// <param name="Name">As it stands in the formula.</param>
/// <param name="Unit">Such as ㎡; empty for a number.</param>
public sealed record FormulaValue(string Name, decimal Value, string Unit);
