using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Reconciliation;

/// <summary>
/// The document of a difference whose money is in the books by it (差异调账): what the statement says more or less than we
/// booked, as money that waits for its owner (待查款) or as the channel's fee. What waits is released once: to an owner whose
/// payment it turns out to be, or back to where it came from.
/// </summary>
public sealed class DifferencePosting : CommunityOwned
{
    /// <summary>Where a difference can go.</summary>
    public static readonly IReadOnlyList<Account> Accounts = [Account.Suspense, Account.ChannelFee];

    private DifferencePosting()
    {
    }

    /// <param name="community">Whose books it stands in: of the payment, where there is one.</param>
    /// <exception cref="RuleViolation">There is no difference of money, the account is none of <see cref="Accounts"/>, or the reason is missing.</exception>
    public DifferencePosting(Community community, ReconciliationItem item, Account account, string? reason, Requester by)
        : base(community)
    {
        (ItemId, Item, Amount) = (item.Id, item, item.Theirs - item.Ours);
        if (Amount.IsZero)
        {
            throw new RuleViolation("双方金额相同，没有可调账的差额。");
        }

        Account = Accounts.Contains(account) ? account : throw new RuleViolation("请选择调账科目。", field: "account");
        Against = item.Day.Source.PaysOut() ? Account.ChannelClearing : Account.Bank;
        Reason = Require.Text(reason, "调账原因", 200);
        (PostedBy, PostedAt, Version) = (by.Name, by.At, Guid.NewGuid());
    }

    public Guid ItemId { get; private set; }

    public ReconciliationItem Item { get; private set; } = null!;

    /// <summary>What the statement says more than we booked; below zero where it says less.</summary>
    public Money Amount { get; private set; }

    public Account Account { get; private set; }

    /// <summary>Where the money is: with the channel, or in the bank account.</summary>
    public Account Against { get; private set; }

    public string Reason { get; private set; } = "";

    public string PostedBy { get; private set; } = "";

    public DateTimeOffset PostedAt { get; private set; }

    public string? ReleasedBy { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>Why it was released.</summary>
    public string? Release { get; private set; }

    /// <summary>The payment that it turned out to be.</summary>
    public Guid? PaymentId { get; private set; }

    public Payment? Payment { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>It waits for its owner.</summary>
    public bool IsWaiting => Account == Account.Suspense && ReleasedAt is null;

    /// <summary>Whether an owner can be credited with it.</summary>
    public bool CanBeClaimed => IsWaiting && Amount > Money.Zero;

    /// <summary>It turned out to be an owner's payment.</summary>
    /// <exception cref="RuleViolation">It does not wait, or nothing more came than was booked.</exception>
    public void Claim(Payment payment, Requester by)
    {
        if (!CanBeClaimed)
        {
            throw new RuleViolation("这笔待查款已经处理过，或不是收到的钱。");
        }

        (Payment, PaymentId) = (payment, payment.Id);
        EndBy(by, payment.OwnerName);
    }

    /// <summary>Takes the posting back, for a reason.</summary>
    /// <exception cref="RuleViolation">It does not wait, or the reason is missing.</exception>
    public void TakeBack(string? reason, Requester by)
    {
        if (!IsWaiting)
        {
            throw new RuleViolation("这笔待查款已经处理过。");
        }

        EndBy(by, Require.Text(reason, "冲回原因", 200));
    }

    private void EndBy(Requester by, string release) => (ReleasedBy, ReleasedAt, Release, Version) = (by.Name, by.At, release, Guid.NewGuid());
}
