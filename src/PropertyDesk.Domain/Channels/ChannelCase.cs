using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Channels;

/// <summary>
/// Money at a channel that could not be booked by itself. It stays visible until somebody books it to an owner or closes it
/// with a reason.
/// </summary>
public sealed class ChannelCase : CompanyOwned
{
    private ChannelCase()
    {
    }

    /// <param name="isRefund">The money went out.</param>
    /// <param name="about">What of ours it is about.</param>
    public ChannelCase(Company company, ChannelKind kind, ChannelCaseReason reason, string orderNumber, string transactionId, Money amount, DateTimeOffset occurredAt, string detail, DateTimeOffset now, bool isRefund = false, CaseAbout? about = null)
        : base(company.Id)
    {
        (Kind, Reason, OrderNumber, TransactionId, Amount) = (kind, reason, orderNumber, transactionId, amount);
        (IsRefund, CommunityId, RefundId) = (isRefund, about?.CommunityId, about?.RefundId);
        (OccurredAt, OpenedAt, Detail) = (occurredAt, now, detail.Length > 200 ? detail[..200] : detail);
    }

    public ChannelKind Kind { get; private set; }

    public ChannelCaseReason Reason { get; private set; }

    public string OrderNumber { get; private set; } = "";

    /// <summary>The channel's number of the payment; one case for each.</summary>
    public string TransactionId { get; private set; } = "";

    public Money Amount { get; private set; }

    /// <summary>The channel gave it back: there is nothing to be booked to an owner.</summary>
    public bool IsRefund { get; private set; }

    /// <summary>Where whoever paid belongs; null where it is about nothing of ours: a case for those who see the whole company.</summary>
    public Guid? CommunityId { get; private set; }

    /// <summary>Our refund of which the channel speaks.</summary>
    public Guid? RefundId { get; private set; }

    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>What speaks against booking it, in words.</summary>
    public string Detail { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    public ChannelCaseState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? Note { get; private set; }

    /// <summary>The payment as which it was booked.</summary>
    public Guid? PaymentId { get; private set; }

    public Payment? Payment { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Booked to an owner.</summary>
    /// <exception cref="RuleViolation">It was decided already, or is money that went out.</exception>
    public void Booked(Payment payment, string? note, Requester by)
    {
        RequireIncoming();
        Book(payment, note, by);
    }

    /// <summary>Booked as the refund that the channel carried out.</summary>
    /// <exception cref="RuleViolation">It was decided already.</exception>
    public void BookedBack(Payment red, string? note, Requester by) => Book(red, note, by);

    /// <exception cref="RuleViolation">It is money that went out.</exception>
    public void RequireIncoming()
    {
        if (IsRefund)
        {
            throw new RuleViolation("这是渠道退出的款，不能入账为收款；请查明后关闭。");
        }
    }

    /// <summary>Nothing is booked, for a reason that stays with it: given back at the channel, for instance.</summary>
    public void Close(string? note, Requester by) => Decide(ChannelCaseState.Closed, Require.Text(note, "处理说明", 200), by);

    private void Book(Payment payment, string? note, Requester by)
    {
        Decide(ChannelCaseState.Booked, Require.OptionalText(note, "说明", 200), by);
        (PaymentId, Payment) = (payment.Id, payment);
    }

    private void Decide(ChannelCaseState state, string? note, Requester by)
    {
        if (State != ChannelCaseState.Open)
        {
            throw new RuleViolation("这笔款项已经处理过了。");
        }

        (State, Note, DecidedBy, DecidedAt, Version) = (state, note, by.Name, by.At, Guid.NewGuid());
    }
}

/// <summary>What of ours a case is about.</summary>
public sealed record CaseAbout(Guid CommunityId, Guid? RefundId = null);

public enum ChannelCaseReason
{
    /// <summary>The channel names an order that is none of ours.</summary>
    UnknownOrder,

    /// <summary>Another amount or currency than the order's.</summary>
    AmountDiffers,

    /// <summary>The order was paid before by another transaction.</summary>
    PaidTwice,

    /// <summary>Our own books refused it.</summary>
    BookingRefused,

    /// <summary>Given back at the channel without a refund of ours.</summary>
    UnknownRefund,
}

public enum ChannelCaseState
{
    /// <summary>待处理</summary>
    Open,

    /// <summary>已入账</summary>
    Booked,

    /// <summary>已关闭</summary>
    Closed,
}
