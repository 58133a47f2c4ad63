using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>What the collector chose and saw. The sums that are booked are computed from the database, never from here.</summary>
/// <param name="RequestId">Made when the page was opened; the same id books once.</param>
/// <param name="BillIds">Paid first; none means the oldest due date first.</param>
/// <param name="SeenTotal">All that the owner owed when the page was shown.</param>
/// <param name="Reference">The transfer's number at the bank.</param>
public sealed record PaymentRequest(
    Guid RequestId,
    Guid OwnerId,
    IReadOnlyCollection<Guid> BillIds,
    Money SeenTotal,
    Money Amount,
    PaymentMethod Method,
    string? Reference = null);

/// <summary>The booked payment and its receipt.</summary>
public sealed record PaymentTaken(Guid PaymentId, Guid ReceiptId, string ReceiptNumber);
