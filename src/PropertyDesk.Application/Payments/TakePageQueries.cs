using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>A collection by the bank that failed.</summary>
/// <param name="Reason">In plain words.</param>
public sealed record FailedDebit(DateOnly On, Money Amount, string Reason);

/// <summary>What somebody else owes for a flat of the owner, or of the renter, who stands at the window.</summary>
public sealed record DueOfAnother(Guid OwnerId, string Name, string Unit, Money Outstanding);

/// <summary>A correction that waits for somebody to decide it.</summary>
public sealed record UndecidedCorrection(CorrectionKind Kind, string Subject, Money Amount, string By);

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

    /// <summary>The classes of charges of which the owner has an open bill.</summary>
    public async Task<IReadOnlyCollection<PurseClass>> OpenClassesAsync(Guid ownerId) =>
        await db.Bills.Open().Where(b => b.OwnerId == ownerId).SelectMany(b => b.Lines).Where(l => l.Outstanding.Fen > 0)
            .Join(db.ChargeItems, l => l.ChargeItemId, i => i.Id, (l, i) => i.PurseClass).Distinct().ToListAsync();

    /// <summary>Open bills of others for the flats that the owner has or rents today: of who had it before, or who rents it.</summary>
    public async Task<IReadOnlyList<DueOfAnother>> OfOthersAsync(Guid ownerId)
    {
        var today = db.Current.Today(clock);
        var units = db.HomesOf(ownerId, today).Select(u => u.Id);
        var found = await db.Bills.Open().Where(b => b.OwnerId != ownerId && units.Contains(b.UnitId)).GroupBy(b => new { b.OwnerId, b.Owner.Name, b.UnitCode })
            .Select(g => new { g.Key.OwnerId, g.Key.Name, g.Key.UnitCode, Fen = g.Sum(b => b.Outstanding.Fen) }).OrderBy(x => x.UnitCode).ThenBy(x => x.Name).Take(Receipts).ToListAsync();
        return found.ConvertAll(x => new DueOfAnother(x.OwnerId, x.Name, x.UnitCode, new Money(x.Fen)));
    }

    /// <summary>Waivers and other corrections of the owner's open bills that nobody has decided yet: what is taken now cannot be waived any more.</summary>
    public async Task<IReadOnlyList<UndecidedCorrection>> UndecidedAsync(Guid ownerId)
    {
        var open = db.Bills.Where(b => b.OwnerId == ownerId && b.Outstanding.Fen > 0);
        return await db.Undecided(db.Current.Today(clock)).Where(r => open.Any(b => b.Id == r.BillId && (r.Kind != CorrectionKind.Waiver || b.Lines.Any(l => l.Outstanding.Fen > 0 && r.Lines.Any(asked => asked.BillLineId == l.Id)))))
            .OrderBy(r => r.RequestedAt)
            .Select(r => new UndecidedCorrection(r.Kind, r.Subject, r.Amount, r.RequestedBy)).ToListAsync();
    }

    /// <summary>Online orders of the owner in the last day.</summary>
    public async Task<IReadOnlyList<OrderRow>> TriesAsync(Guid ownerId) => await channels.OfOwnerAsync(ownerId, clock.GetUtcNow() - Lately);
}
