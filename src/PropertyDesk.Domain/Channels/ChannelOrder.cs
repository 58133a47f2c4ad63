using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Channels;

/// <summary>
/// An owner's wish to pay online, kept before the channel hears of it. Whatever the channel says later, by notice or when
/// asked, comes to this row; it is paid once.
/// </summary>
public sealed class ChannelOrder : CommunityOwned
{
    /// <summary>How long the channel lets the owner pay.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    // Seconds between the asking of a silent channel: close together at first, then seldom; after two days once a day.
    private static readonly int[] Pauses = [10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 3600, 7200, 14400, 28800, 43200, 57600];

    // By then the channel lets nobody pay any more.
    private static readonly TimeSpan LastLook = TimeSpan.FromMinutes(1);

    private readonly List<ChannelOrderBill> _bills = [];

    private ChannelOrder()
    {
    }

    /// <param name="bills">What is to be paid, as it is open now.</param>
    public ChannelOrder(Owner payer, ChannelWay way, IReadOnlyList<Bill> bills, Guid requestId, DateTimeOffset now)
        : base(payer)
    {
        (OwnerId, Owner, OwnerName, RequestId, PendingOf) = (payer.Id, payer, payer.Name, requestId, payer.Id);
        (Way, Kind) = (way, way.Kind());
        _bills.AddRange(bills.Select(bill => new ChannelOrderBill(this, bill)));
        Amount = Money.Sum(bills.Select(b => b.Outstanding));
        if (Amount <= Money.Zero)
        {
            throw new RuleViolation("没有待缴的账单。");
        }

        (CreatedAt, ExpiresAt, NextCheckAt) = (now, now + Lifetime, now.AddSeconds(Pauses[0]));
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public string OwnerName { get; private set; } = "";

    public ChannelKind Kind { get; private set; }

    public ChannelWay Way { get; private set; }

    public Money Amount { get; private set; }

    public IReadOnlyList<ChannelOrderBill> Bills => _bills;

    /// <summary>Made when the page was opened: one page makes one order.</summary>
    public Guid RequestId { get; private set; }

    public ChannelOrderState State { get; private set; }

    /// <summary>The owner, as long as the order may be paid; the unique key over it keeps a second order from being begun beside it.</summary>
    public Guid? PendingOf { get; private set; }

    /// <summary>What the channel gave for it: the code that is scanned, or of WeChat's own browser the prepay id. None where the browser leaves for the channel.</summary>
    public string? PayAddress { get; private set; }

    /// <summary>Who pays, as WeChat numbers its users for the merchant's app (openid); only its own browser needs it.</summary>
    public string? PayerId { get; private set; }

    /// <summary>Hash of the code that WeChat gave for the payer: each is exchanged once.</summary>
    public string? PayerCode { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When to ask the channel next; null when there is nothing more to ask.</summary>
    public DateTimeOffset? NextCheckAt { get; private set; }

    public int Checks { get; private set; }

    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>What the channel, or the way to it, said last when something went wrong: its code.</summary>
    public string? LastProblem { get; private set; }

    /// <summary>The channel's own words to it.</summary>
    public string? LastProblemText { get; private set; }

    /// <summary>The channel's own number of the payment.</summary>
    public string? TransactionId { get; private set; }

    public DateTimeOffset? PaidAt { get; private set; }

    public Guid? PaymentId { get; private set; }

    public Payment? Payment { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>商户订单号: how the channel knows it; unique everywhere.</summary>
    public string Number => NumberOf(Id);

    /// <summary>The owner may still pay it.</summary>
    public bool IsPending => State is ChannelOrderState.Created or ChannelOrderState.Offered;

    public static string NumberOf(Guid id) => id.ToString("n");

    /// <summary>The channel waits for the owner.</summary>
    /// <param name="payAddress">What it gave; null where the browser leaves for it.</param>
    public void Offered(string? payAddress)
    {
        if (State == ChannelOrderState.Created)
        {
            (State, PayAddress, Version) = (ChannelOrderState.Offered, payAddress, Guid.NewGuid());
            (LastProblem, LastProblemText) = (null, null);
        }
    }

    /// <summary>A code came for the payer; it may be exchanged once this is saved.</summary>
    /// <param name="hash">Of the code.</param>
    /// <returns>False where it is not wanted: used before, the payer is known, or nobody can pay any more.</returns>
    public bool TakesCode(string hash)
    {
        if (Way != ChannelWay.Jsapi || State != ChannelOrderState.Created || PayerId is not null || PayerCode == hash)
        {
            return false;
        }

        (PayerCode, Version) = (hash, Guid.NewGuid());
        return true;
    }

    /// <summary>WeChat said who pays.</summary>
    public void PaidBy(string payerId) => (PayerId, LastProblem, LastProblemText, Version) = (Require.Text(payerId, "openid", 64), null, null, Guid.NewGuid());

    /// <summary>The channel refused, or could not be reached: nothing is known of the money, so asking goes on.</summary>
    /// <param name="code">The channel's, or one of ours.</param>
    /// <param name="text">The channel's own words.</param>
    public void Trouble(string code, string? text = null) => (LastProblem, LastProblemText, Version) = (Short(code, 64), text is null ? null : Short(text, 200), Guid.NewGuid());

    /// <summary>
    /// The channel was asked and nothing is decided yet. When it is asked next follows from the order's age, so that an
    /// impatient owner does not use the asking up.
    /// </summary>
    public void Checked(DateTimeOffset now)
    {
        (Checks, CheckedAt) = (Checks + 1, now);
        NextCheckAt = IsPending ? After(now) : LastLookAfter(now);
        Version = Guid.NewGuid();
    }

    /// <summary>The channel closed it, or never had it and it is too late to pay. Money that comes all the same is booked.</summary>
    public void Close(DateTimeOffset now)
    {
        if (IsPending)
        {
            (State, PendingOf, NextCheckAt, Version) = (ChannelOrderState.Closed, null, LastLookAfter(now), Guid.NewGuid());
        }
    }

    /// <summary>The money came and is booked.</summary>
    public void Paid(Payment payment, string transactionId, DateTimeOffset at)
    {
        if (State == ChannelOrderState.Paid)
        {
            throw new InvalidOperationException($"Order {Number} is paid already.");
        }

        (State, PaymentId, Payment, TransactionId, PaidAt) = (ChannelOrderState.Paid, payment.Id, payment, transactionId, at);
        (PendingOf, NextCheckAt, LastProblem, LastProblemText, Version) = (null, null, null, null, Guid.NewGuid());
    }

    private DateTimeOffset After(DateTimeOffset now)
    {
        var at = CreatedAt;
        foreach (var pause in Pauses)
        {
            at = at.AddSeconds(pause);
            if (at > now)
            {
                return at;
            }
        }

        return now.AddDays(1);
    }

    // Alipay knows an order when somebody opens its page or scans its code: one that was closed before can be paid still.
    private DateTimeOffset? LastLookAfter(DateTimeOffset now) => Kind == ChannelKind.Alipay && now < ExpiresAt ? ExpiresAt + LastLook : null;

    private static string Short(string text, int length) => text.Length > length ? text[..length] : text;
}

public enum ChannelOrderState
{
    /// <summary>Kept; whether the channel has it is not known.</summary>
    Created,

    /// <summary>待支付: the channel waits for the owner.</summary>
    Offered,

    /// <summary>已支付</summary>
    Paid,

    /// <summary>已关闭</summary>
    Closed,
}

/// <summary>A bill that an order is to pay.</summary>
public sealed class ChannelOrderBill : CommunityOwned
{
    private ChannelOrderBill()
    {
    }

    internal ChannelOrderBill(ChannelOrder order, Bill bill)
        : base(order) => (OrderId, Order, BillId, Amount) = (order.Id, order, bill.Id, bill.Outstanding);

    public Guid OrderId { get; private set; }

    public ChannelOrder Order { get; private set; } = null!;

    public Guid BillId { get; private set; }

    /// <summary>What was open of it.</summary>
    public Money Amount { get; private set; }
}
