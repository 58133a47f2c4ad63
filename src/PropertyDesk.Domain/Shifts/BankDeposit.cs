namespace PropertyDesk.Domain.Shifts;

/// <summary>Cash taken out of the till to the bank during a shift (缴存).</summary>
public sealed class BankDeposit : CommunityOwned
{
    private BankDeposit()
    {
    }

    /// <param name="requestId">Makes it unique.</param>
    public BankDeposit(Shift shift, Guid requestId, Money amount, string? reference, string by, DateTimeOffset now)
        : base(shift)
    {
        shift.RequireOpen();
        (ShiftId, RequestId, DepositedBy, DepositedAt) = (shift.Id, requestId, by, now);
        Amount = amount > Money.Zero ? amount : throw new RuleViolation("缴存金额须大于 0。", field: "Amount");
        Reference = Require.OptionalText(reference, "缴款单号", 64);
    }

    public Guid ShiftId { get; private set; }

    public Guid RequestId { get; private set; }

    public Money Amount { get; private set; }

    /// <summary>The number of the bank's slip.</summary>
    public string? Reference { get; private set; }

    public string DepositedBy { get; private set; } = "";

    public DateTimeOffset DepositedAt { get; private set; }

    /// <exception cref="RuleViolation">What comes with the same request id says something else.</exception>
    public void RequireSame(Shift shift, Money amount, string? reference)
    {
        if ((ShiftId, Amount, Reference ?? "") != (shift.Id, amount, reference?.Trim() ?? ""))
        {
            throw new RuleViolation("这次提交已缴存 {0}，但内容与那次不同，请重新打开班次页。", [Amount]);
        }
    }
}
