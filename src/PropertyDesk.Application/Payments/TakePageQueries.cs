using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Application.Payments;

/// <summary>A collection by the bank that failed.</summary>
/// <param name="Reason">In plain words.</param>
public sealed record FailedDebit(DateOnly On, Money Amount, string Reason);

/// <summary>What the collector's page shows beside the dues.</summary>
public sealed class TakePageQueries(DeskDbContext db, PaymentQueries payments, ChannelQueries channels, ChannelAccounts accounts, DeskFlags flags, TimeProvider clock)
{
    private const int Receipts = 8;

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

    /// <summary>Online orders of the owner in the last day.</summary>
    public async Task<IReadOnlyList<OrderRow>> TriesAsync(Guid ownerId) => await channels.OfOwnerAsync(ownerId, clock.GetUtcNow() - Lately);
}
