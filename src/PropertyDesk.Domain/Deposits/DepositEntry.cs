using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Domain.Deposits;

/// <summary>One movement of a deposit; append only. What was taken has a receipt, what was given back a red one.</summary>
public sealed class DepositEntry : CommunityOwned
{
    private DepositEntry()
    {
    }

    /// <param name="number">Of the receipt; null where no money changed hands.</param>
    internal DepositEntry(Deposit deposit, DepositEntryKind kind, Tender? tender, Money amount, int? number, string? reason, Guid requestId, Requester by)
        : base(deposit)
    {
        (DepositId, Deposit, Kind, Amount, Number, Reason, RequestId) = (deposit.Id, deposit, kind, amount, number, reason, requestId);
        (Method, Reference) = (tender?.Method, Require.OptionalText(tender?.Reference, "交易单号", 64));
        Code = number is null ? null : Payments.Receipt.NewCode();
        (ById, By, At, On) = (by.Id, by.Name, by.At, by.Today);
    }

    public Guid DepositId { get; private set; }

    public Deposit Deposit { get; private set; } = null!;

    public DepositEntryKind Kind { get; private set; }

    /// <summary>Positive in, negative out.</summary>
    public Money Amount { get; private set; }

    /// <summary>The shift whose till the cash came into or went out of.</summary>
    public Guid? ShiftId { get; private set; }

    /// <summary>How the money came or went; null where it was deducted.</summary>
    public PaymentMethod? Method { get; private set; }

    public string? Reference { get; private set; }

    public int? Number { get; private set; }

    /// <summary>Printed on the receipt: whoever holds it can ask whether it is real. Null where there is no receipt.</summary>
    public string? Code { get; private set; }

    /// <summary>How often staff printed the receipt; counted in the database, so that two prints at once count as two.</summary>
    public int PrintCount { get; private set; }

    /// <summary>Why it was deducted.</summary>
    public string? Reason { get; private set; }

    /// <summary>Unique: neither a double click nor a lost answer books twice.</summary>
    public Guid RequestId { get; private set; }

    public Guid? ById { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>As printed, such as D-000012.</summary>
    public string? Receipt => Number is { } number ? Payments.Receipt.Format(ReceiptBook.Deposits, number) : null;

    public void TakenIn(Shift shift)
    {
        shift.RequireOpen();
        ShiftId = shift.Id;
    }
}
