using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Payments;

/// <summary>
/// Money taken from a payer, fully applied to bill lines. The browser's request id is unique, so that neither a double
/// click nor a lost answer books twice; a channel's transaction id is unique within its channel.
/// </summary>
public sealed class Payment : CommunityOwned
{
    private readonly List<Allocation> _allocations = [];

    private Payment()
    {
    }

    /// <param name="reference">The transfer's number at the bank; required for transfers.</param>
    public Payment(Owner payer, Money amount, PaymentMethod method, string? reference, Guid requestId, DateOnly paidOn)
        : base(payer)
    {
        (OwnerId, Owner, OwnerName) = (payer.Id, payer, payer.Name);
        (Method, RequestId, PaidOn) = (method, requestId, paidOn);
        Amount = amount > Money.Zero ? amount : throw new RuleViolation("收款金额须大于 0。", field: "Amount");
        Reference = Require.OptionalText(reference, "银行流水号", 64);
        if (method == PaymentMethod.BankTransfer && Reference is null)
        {
            throw new RuleViolation("转账收款须填写银行流水号。", field: "Reference");
        }
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public string OwnerName { get; private set; } = "";

    public Money Amount { get; private set; }

    public PaymentMethod Method { get; private set; }

    public string? Reference { get; private set; }

    public Guid RequestId { get; private set; }

    /// <summary>The company's day on which the money was taken.</summary>
    public DateOnly PaidOn { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid? CashierId { get; private set; }

    public string CashierName { get; private set; } = "";

    public IReadOnlyList<Allocation> Allocations => _allocations;

    public void SignedBy(Guid? cashierId, string cashierName, DateTimeOffset now) =>
        (CashierId, CashierName, RecordedAt) = (cashierId, cashierName, now);

    /// <summary>Applies a part of the money to a bill line.</summary>
    public Allocation Apply(Bill bill, BillLine line, Money amount)
    {
        bill.Apply(line, amount);
        var allocation = new Allocation(this, bill, line, amount);
        _allocations.Add(allocation);
        return allocation;
    }
}
