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

    // Seconds after which a silent channel is asked: close together at first, then seldom, for two days in all.
    private static readonly int[] Pauses = [10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 3600, 7200, 14400, 28800, 43200, 57600];

    private readonly List<ChannelOrderBill> _bills = [];

    private ChannelOrder()
    {
    }

    /// <param name="bills">What is to be paid, as it is open now.</param>
    public ChannelOrder(Owner payer, ChannelKind kind, IReadOnlyList<Bill> bills, Guid requestId, DateTimeOffset now)
        : base(payer)
    {
        (OwnerId, Owner, OwnerName, Kind, RequestId) = (payer.Id, payer, payer.Name, kind, requestId);
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

    public Money Amount { get; private set; }

    public IReadOnlyList<ChannelOrderBill> Bills => _bills;

    /// <summary>Made when the page was opened: one page makes one order.</summary>
    public Guid RequestId { get; private set; }

    public ChannelOrderState State { get; private set; }

    /// <summary>What the owner's phone is to open or scan, once the channel gave it.</summary>
    public string? PayAddress { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When to ask the channel next; null when there is nothing more to ask.</summary>
    public DateTimeOffset? NextCheckAt { get; private set; }

    public int Checks { get; private set; }

    /// <summary>What the channel, or the way to it, said last when something went wrong.</summary>
    public string? LastProblem { get; private set; }

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
    public void Offered(string payAddress)
    {
        if (State == ChannelOrderState.Created)
        {
            (State, PayAddress, LastProblem, Version) = (ChannelOrderState.Offered, payAddress, null, Guid.NewGuid());
        }
    }

    /// <summary>The channel refused, or could not be reached: nothing is known of the money, so asking goes on.</summary>
    public void Trouble(string problem) => (LastProblem, Version) = (problem.Length > 200 ? problem[..200] : problem, Guid.NewGuid());

    /// <summary>The channel was asked and nothing is decided yet.</summary>
    public void Checked(DateTimeOffset now)
    {
        Checks++;
        NextCheckAt = Checks < Pauses.Length ? now.AddSeconds(Pauses[Checks]) : null;
        Version = Guid.NewGuid();
    }

    /// <summary>The channel closed it, or never had it and it is too late to pay. Money that comes all the same is booked.</summary>
    public void Close()
    {
        if (IsPending)
        {
            (State, NextCheckAt, Version) = (ChannelOrderState.Closed, null, Guid.NewGuid());
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
        (NextCheckAt, LastProblem, Version) = (null, null, Guid.NewGuid());
    }
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
