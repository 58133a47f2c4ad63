namespace PropertyDesk.Domain.Shifts;

/// <summary>Cash taken out of the till to the bank during a shift (缴存).</summary>
public sealed class BankDeposit : CommunityOwned
{
    private BankDeposit()
    {
    }

    public BankDeposit(Shift shift, Money amount, string? reference, string by, DateTimeOffset now)
        : base(shift)
    {
        shift.RequireOpen();
        (ShiftId, DepositedBy, DepositedAt) = (shift.Id, by, now);
        Amount = amount > Money.Zero ? amount : throw new RuleViolation("缴存金额须大于 0。", field: "Amount");
        Reference = Require.OptionalText(reference, "缴款单号", 64);
    }

    public Guid ShiftId { get; private set; }

    public Money Amount { get; private set; }

    /// <summary>The number of the bank's slip.</summary>
    public string? Reference { get; private set; }

    public string DepositedBy { get; private set; } = "";

    public DateTimeOffset DepositedAt { get; private set; }
}
