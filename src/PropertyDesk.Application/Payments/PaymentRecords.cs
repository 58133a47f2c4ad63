using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>What the list of payments is narrowed to; days inclusive.</summary>
public sealed record PaymentFilter(DateOnly From, DateOnly To, PaymentMethod? Method = null, Guid? CashierId = null, Guid? CommunityId = null);

/// <summary>A payment in the list; of one that was paid in several ways only what came by the method that is looked at.</summary>
/// <param name="Reference">The numbers of its slips and transfers; empty where it has none.</param>
public sealed record PaymentRow(
    Guid Id, DateOnly PaidOn, DateTimeOffset RecordedAt, Guid ReceiptId, string Receipt, Guid OwnerId, string Owner, string Units, PaymentMethod Method, string Reference, string Cashier, Money Amount, bool IsTakenBack, int PrintCount);

/// <summary>What came in by one method.</summary>
public sealed record MethodSum(PaymentMethod Method, int Count, Money Amount);

/// <summary>A page of payments, and the sums of the whole selection.</summary>
public sealed record PaymentList(Paged<PaymentRow> Page, IReadOnlyList<MethodSum> Sums)
{
    /// <summary>What came in. Money out of a purse came in when it was prepaid: it counts only where nothing else is looked at.</summary>
    public Money Total => Money.Sum(Sums.Where(s => s.Method != PaymentMethod.Purse || Sums.Count == 1).Select(s => s.Amount));
}

/// <summary>Somebody who took money.</summary>
public sealed record Cashier(Guid Id, string Name);

/// <summary>A payment and what it paid.</summary>
/// <param name="Prepaid">What went into the payer's purse.</param>
/// <param name="Code">Proves the receipt to whoever holds it.</param>
/// <param name="Twin">Null where nothing was taken back.</param>
/// <param name="PrintCount">How often staff printed the receipt.</param>
public sealed record PaymentDetails(
    Guid Id,
    DateOnly PaidOn,
    DateTimeOffset RecordedAt,
    Guid OwnerId,
    string Owner,
    string Community,
    IReadOnlyList<Tender> Tenders,
    string Cashier,
    Money Amount,
    Money Prepaid,
    Guid ReceiptId,
    string Receipt,
    string Code,
    int PrintCount,
    Money LeftToPay,
    IReadOnlyList<PaidLine> Lines,
    TwinReceipt? Twin)
{
    /// <summary>The class of the purse that prepaid money went into or came out of; null where none did.</summary>
    public PurseClass? PrepaidInto { get; init; }

    /// <summary>The part in cash, where it was said how much was handed over; null otherwise.</summary>
    public Tender? Cash => Tenders.FirstOrDefault(t => t.Handed is not null);

    /// <summary>What is in the payer's purse for all bills now; null where the payment neither filled nor used it.</summary>
    public Money? PurseLeft { get; init; }

    /// <summary>What the community's desk prints it on.</summary>
    public ReceiptPaper Paper { get; init; }

    /// <summary>Money that went back to the payer, on a red receipt.</summary>
    public bool IsRed => Amount < Money.Zero;

    /// <summary>The payer's flats of that day, where no bill was paid; otherwise those of the bills are meant.</summary>
    public IReadOnlyList<string> OwnUnits { get; init; } = [];

    /// <summary>The flats whose bills it paid; where it paid none, the payer's.</summary>
    public string Units() => string.Join(", ", (Lines.Count > 0 ? Lines.Select(l => l.Unit) : OwnUnits).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Each method with its number, and with its amount where they are several.</summary>
    public string How() => string.Join("；", Tenders.Select(t =>
        string.Join(' ', new[] { Words.Of(t.Method), t.Reference, Tenders.Count > 1 ? t.Amount.ToString() : null }.Where(part => part is not null))));
}

/// <summary>The other half of a payment that was taken back: of the payment its red receipt, of the red one the first.</summary>
public sealed record TwinReceipt(Guid PaymentId, string Receipt);

/// <summary>The part of a payment that paid one charge.</summary>
/// <param name="Charge">The whole charge.</param>
public sealed record PaidLine(Guid BillId, string BillNumber, BillingMonth Period, string Unit, string Item, Money Charge, Money Amount);

/// <summary>What a receipt proves, without anybody's name.</summary>
/// <param name="TakenBackBy">The red receipt that made it void.</param>
public sealed record VerifiedReceipt(string Number, string Company, string Community, DateOnly PaidOn, Money Amount, string? TakenBackBy);
