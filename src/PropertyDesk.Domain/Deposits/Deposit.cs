using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Deposits;

/// <summary>
/// Money held as security (押金), for a renovation for instance: a debt to the payer, never income until it is deducted.
/// Held → partly deducted → given back, once, against the receipt (rules of the money, section 5).
/// </summary>
public sealed class Deposit : CommunityOwned
{
    private static readonly PaymentMethod[] Methods = [PaymentMethod.Cash, PaymentMethod.BankTransfer, PaymentMethod.BankCard, PaymentMethod.QrCode];
    private readonly List<DepositEntry> _entries = [];

    private Deposit()
    {
    }

    /// <param name="number">Of the receipt.</param>
    public Deposit(Owner payer, string? purpose, Tender tender, int number, Guid requestId, Requester by)
        : base(payer)
    {
        (OwnerId, Owner, OwnerName, Purpose) = (payer.Id, payer, payer.Name, Require.Text(purpose, "押金用途"));
        if (tender.Amount <= Money.Zero)
        {
            throw new RuleViolation("押金金额须大于 0。", field: "Amount");
        }

        Check(tender);
        Amount = tender.Amount;
        Move(new DepositEntry(this, DepositEntryKind.Taken, tender, tender.Amount, number, null, requestId, by));
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public string OwnerName { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    public Money Amount { get; private set; }

    /// <summary>What is still held; the sum of the entries, never below zero.</summary>
    public Money Held { get; private set; }

    public DateOnly? RefundedOn { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<DepositEntry> Entries => _entries;

    /// <summary>Keeps a part, or all, for damage: it becomes income.</summary>
    /// <exception cref="RuleViolation">It was given back, more is deducted than is held, or no reason is given.</exception>
    public DepositEntry Deduct(Money amount, string? reason, Guid requestId, Requester by)
    {
        RefuseIfRefunded();
        if (amount <= Money.Zero || amount > Held)
        {
            throw new RuleViolation("扣除金额须大于 0 且不超过在押的 {0}。", [Held], "Amount");
        }

        return Move(new DepositEntry(this, DepositEntryKind.Deducted, null, -amount, null, Require.Text(reason, "扣除原因", 200), requestId, by));
    }

    /// <summary>Gives back all that is still held, once.</summary>
    /// <param name="receipt">The number on the receipt that the payer brings.</param>
    /// <param name="number">Of the red receipt.</param>
    /// <exception cref="RuleViolation">It was given back already, nothing is left, or it is another receipt.</exception>
    public DepositEntry Refund(string? receipt, PaymentMethod method, string? reference, int number, Guid requestId, Requester by)
    {
        RefuseIfRefunded();
        if (!string.Equals(receipt?.Trim(), _entries.First(e => e.Kind == DepositEntryKind.Taken).Receipt, StringComparison.OrdinalIgnoreCase))
        {
            throw new RuleViolation("收据号与这笔押金不符，请核对业主带来的收据。", field: "Receipt");
        }

        if (Held.IsZero)
        {
            throw new RuleViolation("押金已全部扣除，没有可退的金额。");
        }

        var tender = new Tender(method, Held, reference);
        Check(tender);
        RefundedOn = by.Today;
        return Move(new DepositEntry(this, DepositEntryKind.Refunded, tender, -Held, number, null, requestId, by));
    }

    private static void Check(Tender tender)
    {
        if (!Methods.Contains(tender.Method))
        {
            throw new RuleViolation("请选择收款方式。", field: "Method");
        }

        if (tender.Method.NeedsReference() && string.IsNullOrWhiteSpace(tender.Reference))
        {
            throw new RuleViolation("请填写交易单号。", field: "Reference");
        }
    }

    private void RefuseIfRefunded()
    {
        if (RefundedOn is { } day)
        {
            throw new RuleViolation("这笔押金已于 {0} 退还，不能再扣或再退。", [$"{day:yyyy-MM-dd}"]);
        }
    }

    private DepositEntry Move(DepositEntry entry)
    {
        (Held, Version) = (Held + entry.Amount, Guid.NewGuid());
        _entries.Add(entry);
        return entry;
    }
}
