using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>What the collector chose and saw. The sums that are booked are computed from the database, never from here.</summary>
/// <param name="RequestId">Made when the page was opened; the same id books once.</param>
/// <param name="BillIds">Paid first; none means the oldest due date first.</param>
/// <param name="SeenTotal">All that the owner owed when the page was shown.</param>
/// <param name="Tenders">What was handed over, method by method.</param>
/// <param name="RestToPurse">What no bill needs goes into the payer's purse; otherwise more than is owed is refused.</param>
/// <param name="Into">All of it is prepaid into the purse of this class, whatever is owed; null: it pays bills.</param>
public sealed record PaymentRequest(
    Guid RequestId,
    Guid OwnerId,
    IReadOnlyCollection<Guid> BillIds,
    Money SeenTotal,
    IReadOnlyList<Tender> Tenders,
    bool RestToPurse = false,
    PurseClass? Into = null)
{
    public Money Amount => Money.Sum(Tenders.Select(t => t.Amount));

    /// <summary>The same, paid in one tender.</summary>
    public PaymentRequest Paying(Money amount, PaymentMethod method = PaymentMethod.Cash, string? reference = null) =>
        this with { Tenders = [new Tender(method, amount, reference)] };
}

/// <summary>The booked payment and its receipt.</summary>
public sealed record PaymentTaken(Guid PaymentId, Guid ReceiptId, string ReceiptNumber);
