using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Deposits;

/// <summary>A receipt of a deposit that was taken or given back, to be printed.</summary>
/// <param name="GivenBack">The receipt of what was given back; otherwise of what was taken.</param>
/// <param name="Amount">What changed hands, positive either way.</param>
/// <param name="Other">The receipt of the taking on that of the giving back, and the other way round; null while it is held.</param>
/// <param name="Deducted">What was kept of it until then, reasons beside it.</param>
public sealed record DepositPaper(
    string Receipt, string Code, int PrintCount, bool GivenBack, string Community, ReceiptPaper Paper, string Owner, string Purpose, DateOnly On, PaymentMethod Method, string? Reference,
    Money Amount, Money Taken, IReadOnlyList<(string Reason, Money Amount)> Deducted, string? Other, string By);
