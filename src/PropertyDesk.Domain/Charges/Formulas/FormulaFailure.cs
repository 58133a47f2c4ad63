namespace PropertyDesk.Domain.Charges.Formulas;

/// <summary>A formula has no value for the values of its variables. Never billed as zero: the charge is left out and says why.</summary>
/// <param name="reason">Key of its text.</param>
public sealed class FormulaFailure(string reason) : Exception(reason)
{
    public string Reason { get; } = reason;
}
