using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Ledger;

/// <summary>
/// Which accounts a money event moves, in one place (rules of the money, section 6). Debits are positive, credits negative.
/// The caller adds the entry to the same save as the event itself.
/// </summary>
public static class LedgerPosting
{
    /// <summary>
    /// A published bill: the payer owes the total; what was collected for others is owed to them, the rest is income without
    /// VAT and the VAT itself.
    /// </summary>
    /// <param name="lines">The bill's lines; they need not be loaded into the bill.</param>
    public static JournalEntry BillPublished(Bill bill, IReadOnlyCollection<BillLine> lines, DateOnly date, DateTimeOffset now)
    {
        var own = lines.Where(line => !line.OnBehalf).ToList();
        var net = Money.Sum(own.Select(line => line.Net));
        var tax = Money.Sum(own.Select(line => line.Amount - line.Net));
        return JournalEntry.Post(bill, JournalKind.BillPublished, date, now,
        [
            new Posting(Account.Receivable, bill.Total, bill.OwnerId, bill.Id),
            new Posting(Account.Income, -net),
            new Posting(Account.TaxPayable, -tax),
            new Posting(Account.AgencyPayable, -Money.Sum(lines.Where(line => line.OnBehalf).Select(line => line.Amount))),
        ]);
    }

    /// <summary>A payment: cash or bank receives it, each bill's receivable goes down by its part.</summary>
    public static JournalEntry PaymentReceived(Payment payment, DateTimeOffset now)
    {
        var till = payment.Method == PaymentMethod.Cash ? Account.Cash : Account.Bank;
        var bills = payment.Allocations.GroupBy(allocation => allocation.BillId)
            .Select(bill => new Posting(Account.Receivable, -Money.Sum(bill.Select(a => a.Amount)), payment.OwnerId, bill.Key));
        return JournalEntry.Post(payment, JournalKind.PaymentReceived, payment.PaidOn, now, [new Posting(till, payment.Amount), .. bills]);
    }
}
