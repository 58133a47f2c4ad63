namespace PropertyDesk.Domain.Payments;

/// <summary>Money of one method, as part of a payment.</summary>
/// <param name="Reference">The number that proves it: of the transfer, the slip, the channel's transaction.</param>
/// <param name="Handed">Cash as it was handed over, at least the amount; null where nobody said, or it is no cash.</param>
public sealed record Tender(PaymentMethod Method, Money Amount, string? Reference = null, Money? Handed = null)
{
    /// <summary>找零: what went back to the payer; null where nobody said what was handed over.</summary>
    public Money? Change => Handed is { } handed ? handed - Amount : null;
}

/// <summary>A tender that was taken or given back. A channel's transaction id is unique within its channel: the same money is booked once.</summary>
public sealed class PaymentTender : CommunityOwned
{
    private PaymentTender()
    {
    }

    internal PaymentTender(Payment payment, Tender tender, int position, bool isBack)
        : base(payment)
    {
        (PaymentId, Payment, PaidOn, Position, Method) = (payment.Id, payment, payment.PaidOn, position, tender.Method);
        var amount = tender.Amount > Money.Zero ? tender.Amount : throw new RuleViolation("收款金额须大于 0。", field: "Amount");
        Amount = isBack ? -amount : amount;
        Reference = Require.OptionalText(tender.Reference, "交易单号", 64);
        TransactionId = tender.Method.IsChannel() ? Reference : null;
        if (tender.Method.NeedsReference() && Reference is null)
        {
            throw new RuleViolation(Missing(tender.Method), field: "Reference");
        }

        if (!isBack && tender is { Method: PaymentMethod.Cash, Handed: { } handed })
        {
            Handed = handed >= amount ? handed : throw new RuleViolation("收到现金 {0}，不够 {1}；只收这些请改本次收款。", [handed, amount], "Handed");
        }
    }

    public Guid PaymentId { get; private set; }

    public Payment Payment { get; private set; } = null!;

    /// <summary>The payment's day: what came in over some days is found without looking at every payment.</summary>
    public DateOnly PaidOn { get; private set; }

    /// <summary>0, 1 … in the order in which they were given.</summary>
    public int Position { get; private set; }

    public PaymentMethod Method { get; private set; }

    /// <summary>Below zero for money that goes back.</summary>
    public Money Amount { get; private set; }

    public string? Reference { get; private set; }

    /// <summary>Cash as it was handed over; zero where nobody said.</summary>
    public Money Handed { get; private set; }

    /// <summary>The reference once more where a channel made it; null where a person typed it.</summary>
    public string? TransactionId { get; private set; }

    private static string Missing(PaymentMethod method) => method switch
    {
        PaymentMethod.BankTransfer => "转账收款须填写银行流水号。",
        PaymentMethod.BankCard => "刷卡收款须填写签购单号。",
        PaymentMethod.QrCode => "扫码收款须填写交易单号。",
        _ => "渠道收款须有渠道的交易单号。",
    };
}
