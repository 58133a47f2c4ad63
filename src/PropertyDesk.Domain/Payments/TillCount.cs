namespace PropertyDesk.Domain.Payments;

/// <summary>The cash of a shift (班次): what must be in the till when it is counted (rules of the money, section 6).</summary>
/// <param name="Float">Cash at the start.</param>
/// <param name="BankDeposit">Cash taken to the bank during the shift.</param>
public sealed record TillCount(Money Float, Money CashIn, Money CashRefunds, Money BankDeposit)
{
    public Money Expected => Float + CashIn - CashRefunds - BankDeposit;

    /// <summary>More (positive) or less (negative) than expected: booked with a reason.</summary>
    public Money Difference(Money counted) => counted - Expected;
}
