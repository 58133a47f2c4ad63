using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>A receipt that has the number of the slip or transfer that is typed now.</summary>
public sealed record UsedSlip(string Reference, string Receipt, string Owner, DateOnly On, Money Amount)
{
    /// <summary>Asks the desk to look again.</summary>
    /// <param name="field">In which the number stands.</param>
    public RuleViolation Refusal(string field) =>
        new("单号 {0} 已用于收据 {1}：{2}，{3}，{4}。请核对是不是重复收款。", [Reference, Receipt, Owner, On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Amount], field);
}

/// <summary>
/// Slips, transfers and codes whose number stands on a receipt already: the same money taken twice, or one transfer for
/// several owners. The desk is asked, because only a person can tell.
/// </summary>
public sealed class UsedSlips(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Days after which a terminal counts its slips anew.</summary>
    private const int Remembered = 30;

    /// <summary>
    /// The latest receipt, of a payment or a deposit, that has the number of a tender: by the same method whatever the amount,
    /// by another one where the amount is the same. Null where there is none, or what there was has gone back.
    /// </summary>
    /// <param name="requestId">What was booked for it already is no other receipt.</param>
    public async Task<UsedSlip?> FindAsync(Guid requestId, IEnumerable<Tender> tenders)
    {
        var since = db.Current.Today(clock).AddDays(-Remembered);
        foreach (var tender in tenders.Where(t => t.Method.NeedsReference()))
        {
            var reference = tender.Reference?.Trim();
            if (string.IsNullOrEmpty(reference))
            {
                continue;
            }

            var paid = await db.PaymentTenders
                .Where(t => t.Reference == reference && (t.Method == tender.Method || t.Amount.Fen == tender.Amount.Fen) && t.Payment.RequestId != requestId && t.Payment.PaidOn >= since && t.Amount.Fen > 0 && !db.Payments.Any(red => red.ReversesId == t.PaymentId))
                .OrderByDescending(t => t.Payment.RecordedAt)
                .Select(t => new { t.Payment.OwnerName, t.Payment.PaidOn, t.Amount, Receipt = db.Receipts.Where(r => r.PaymentId == t.PaymentId).Select(r => new { r.Book, r.Number }).First() }).FirstOrDefaultAsync();
            if (paid is not null)
            {
                return new UsedSlip(reference, Receipt.Format(paid.Receipt.Book, paid.Receipt.Number), paid.OwnerName, paid.PaidOn, paid.Amount);
            }

            var held = await db.DepositEntries
                .Where(e => e.Reference == reference && (e.Method == tender.Method || e.Amount.Fen == tender.Amount.Fen) && e.RequestId != requestId && e.On >= since && e.Amount.Fen > 0 && e.Number != null && e.Deposit.RefundedOn == null)
                .OrderByDescending(e => e.At)
                .Select(e => new { e.Deposit.OwnerName, e.On, e.Amount, e.Number }).FirstOrDefaultAsync();
            if (held is not null)
            {
                return new UsedSlip(reference, Receipt.Format(ReceiptBook.Deposits, held.Number!.Value), held.OwnerName, held.On, held.Amount);
            }
        }

        return null;
    }
}
