using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>A collection by the bank that failed.</summary>
/// <param name="Reason">In plain words.</param>
public sealed record FailedDebit(DateOnly On, Money Amount, string Reason);

/// <summary>A receipt that has the number of the slip or transfer that is typed now.</summary>
public sealed record RepeatedReference(string Reference, string Receipt, string Owner, DateOnly On, Money Amount);

/// <summary>What the collector's page shows beside the dues.</summary>
public sealed class TakePageQueries(DeskDbContext db, PaymentQueries payments, ChannelQueries channels, ChannelAccounts accounts, DeskFlags flags, TimeProvider clock)
{
    private const int Receipts = 8;

    /// <summary>Days after which a terminal counts its slips anew.</summary>
    private const int Remembered = 30;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    /// <summary>What whoever asks took last today, newest first.</summary>
    public async Task<IReadOnlyList<PaymentRow>> LatestAsync()
    {
        var today = db.Current.Today(clock);
        return db.Current.UserId is { } me ? [.. (await payments.ListAsync(new PaymentFilter(today, today, CashierId: me))).Page.Rows.Take(Receipts)] : [];
    }

    public async Task<IReadOnlyList<DeskFlag>> FlagsAsync(Guid ownerId) => (await flags.OfAsync([ownerId])).GetValueOrDefault(ownerId, []);

    /// <summary>Channels that the company offers.</summary>
    public async Task<IReadOnlyList<ChannelKind>> ChannelsAsync() => await accounts.OfferedAsync();

    /// <summary>The owner's last collection by the bank, where it failed and a bill of it is open still.</summary>
    public async Task<FailedDebit?> FailedDebitAsync(Guid ownerId)
    {
        var last = await db.DebitLines.Where(l => l.OwnerId == ownerId && l.State != DebitLineState.TakenOut).OrderByDescending(l => l.Batch.MadeAt)
            .Select(l => new { l.State, l.Batch.ExportedOn, l.BankDate, l.Amount, l.Reason, IsOpen = l.Bills.Any(x => db.Bills.Any(b => b.Id == x.BillId && b.Outstanding.Fen > 0)) }).FirstOrDefaultAsync();
        return last is { State: DebitLineState.Failed, IsOpen: true } ? new FailedDebit(last.BankDate ?? last.ExportedOn ?? default, last.Amount, last.Reason ?? "") : null;
    }

    /// <summary>
    /// The latest receipt of another request whose money was proven by the same number: the same slip taken twice, or one
    /// transfer for several owners. Null where there is none, or what there was has gone back.
    /// </summary>
    public async Task<RepeatedReference?> RepeatedAsync(Guid requestId, IEnumerable<Tender> tenders)
    {
        var since = db.Current.Today(clock).AddDays(-Remembered);
        foreach (var tender in tenders.Where(t => t.Method.NeedsReference()))
        {
            var reference = tender.Reference?.Trim();
            var found = await db.PaymentTenders.Where(t => t.Reference == reference && t.Method == tender.Method && t.Payment.RequestId != requestId && t.Payment.PaidOn >= since && t.Amount.Fen > 0 && !db.Payments.Any(red => red.ReversesId == t.PaymentId))
                .OrderByDescending(t => t.Payment.RecordedAt)
                .Select(t => new { t.Payment.OwnerName, t.Payment.PaidOn, t.Amount, Receipt = db.Receipts.Where(r => r.PaymentId == t.PaymentId).Select(r => new { r.Book, r.Number }).First() }).FirstOrDefaultAsync();
            if (found is not null)
            {
                return new RepeatedReference(reference!, Receipt.Format(found.Receipt.Book, found.Receipt.Number), found.OwnerName, found.PaidOn, found.Amount);
            }
        }

        return null;
    }

    /// <summary>Online orders of the owner in the last day.</summary>
    public async Task<IReadOnlyList<OrderRow>> TriesAsync(Guid ownerId) => await channels.OfOwnerAsync(ownerId, clock.GetUtcNow() - Lately);
}
