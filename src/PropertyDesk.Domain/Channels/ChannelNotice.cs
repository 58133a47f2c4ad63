using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Channels;

/// <summary>
/// Something a channel told us and that was proven to come from it: kept once, in the transaction that acts on it. The
/// unique key makes a repeated notice find that everything is done.
/// </summary>
public sealed class ChannelNotice : CompanyOwned
{
    private ChannelNotice()
    {
    }

    /// <param name="eventKey">What happened to which transaction: the same event has the same key, however often it is told.</param>
    public ChannelNotice(Company company, ChannelKind kind, string eventKey, string orderNumber, Money amount, NoticeOutcome outcome, DateTimeOffset now)
        : base(company.Id) =>
        (Kind, EventKey, OrderNumber, Amount, Outcome, TakenAt) = (kind, eventKey, orderNumber, amount, outcome, now);

    public ChannelKind Kind { get; private set; }

    public string EventKey { get; private set; } = "";

    /// <summary>As the channel wrote it; it may be none of ours.</summary>
    public string OrderNumber { get; private set; } = "";

    public Money Amount { get; private set; }

    public NoticeOutcome Outcome { get; private set; }

    public DateTimeOffset TakenAt { get; private set; }
}

public enum NoticeOutcome
{
    /// <summary>已入账</summary>
    Booked,

    /// <summary>It was known already, or nothing follows from it.</summary>
    Nothing,

    /// <summary>转人工: somebody must decide.</summary>
    Case,
}
