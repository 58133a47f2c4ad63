using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Purses;

namespace PropertyDesk.Application.Purses;

/// <summary>Reads purses, their movements and documents.</summary>
public sealed class PurseQueries(DeskDbContext db, TimeProvider clock)
{
    private const int RecentReleases = 10;

    /// <summary>Everybody in a community who has prepaid, the most first, and whether it is what the ledger says.</summary>
    public async Task<PurseList> ListAsync(Guid communityId, int page = 1)
    {
        var today = db.Current.Today(clock);
        var purses = db.Purses.Where(p => p.CommunityId == communityId && p.Balance.Fen > 0);
        var sums = await purses.GroupBy(p => p.Class).Select(g => new { g.Key, Fen = g.Sum(p => p.Balance.Fen) }).ToDictionaryAsync(g => g.Key, g => new Money(g.Fen));
        var ledger = -await db.JournalLines.Where(l => l.CommunityId == communityId && l.Account == Account.Prepayment).SumAsync(l => l.Amount.Fen);
        var rows = await db.Owners.Where(o => purses.Any(p => p.OwnerId == o.Id))
            .Select(o => new
            {
                o.Id,
                o.Name,
                Units = db.Ownerships.Where(x => x.OwnerId == o.Id && (x.To == null || x.To >= today)).Select(x => x.Unit.Code).ToList(),
                Total = purses.Where(p => p.OwnerId == o.Id).Sum(p => p.Balance.Fen),
                Purses = purses.Where(p => p.OwnerId == o.Id).Select(p => new { p.Class, p.Balance.Fen }).ToList(),
            })
            .OrderByDescending(o => o.Total).ThenBy(o => o.Id).AsSplitQuery().ToPageAsync(page);
        return new PurseList(
            new Paged<PurseRow>(
            [
                .. rows.Rows.Select(o =>
                {
                    Money Of(PurseClass c) => new(o.Purses.Where(p => p.Class == c).Sum(p => p.Fen));
                    return new PurseRow(
                        o.Id, o.Name, [.. o.Units.Distinct().Order(StringComparer.Ordinal)], Of(PurseClass.General), Of(PurseClass.Property), Of(PurseClass.Utilities), Of(PurseClass.Parking));
                }),
            ],
            rows.Total, rows.Number, rows.Size),
            sums, new Money(ledger));
    }

    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public async Task<OwnerPurses> OfOwnerAsync(Guid ownerId)
    {
        var owner = NotFoundException.Check(
            await db.Owners.Where(o => o.Id == ownerId).Select(o => new
            {
                o.Name,
                o.CommunityId,
                Community = db.Communities.Where(c => c.Id == o.CommunityId).Select(c => new { c.Name, Ways = new PurseWays(c.PursesPayBills, c.PursesPayWholeOnly, c.PursesCrossClasses) }).First(),
            }).FirstOrDefaultAsync(),
            ownerId);
        var balances = await BalancesAsync([ownerId]);
        var owed = await db.Bills.Open().Where(b => b.OwnerId == ownerId).SumAsync(b => b.Outstanding.Fen);
        var consent = await db.PurseConsents.Where(c => c.OwnerId == ownerId && c.EndedAt == null).Select(c => new ConsentRow(c.Evidence, c.RecordedBy, c.RecordedAt)).FirstOrDefaultAsync();
        var releases = await Rows(db.PurseReleases.Where(r => r.OwnerId == ownerId).OrderByDescending(r => r.RequestedAt).Take(RecentReleases)).ToListAsync();
        return new OwnerPurses(ownerId, owner.Name, owner.CommunityId, owner.Community.Name, balances, new Money(owed), owner.Community.Ways, consent, releases);
    }

    /// <summary>What owners have prepaid together, class by class, nothing included.</summary>
    public async Task<IReadOnlyDictionary<PurseClass, Money>> BalancesAsync(IReadOnlyCollection<Guid> owners)
    {
        var found = await db.Purses.Where(p => owners.Contains(p.OwnerId)).GroupBy(p => p.Class).Select(g => new { g.Key, Fen = g.Sum(p => p.Balance.Fen) }).ToDictionaryAsync(g => g.Key, g => new Money(g.Fen));
        return Enum.GetValues<PurseClass>().ToDictionary(c => c, c => found.GetValueOrDefault(c));
    }

    /// <summary>Every movement of the owners' purses with its document, newest first.</summary>
    public async Task<Paged<PurseMovementRow>> MovementsAsync(IReadOnlyCollection<Guid> owners, int page = 1)
    {
        var found = await db.PurseEntries.Where(e => owners.Contains(e.OwnerId)).OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id)
            .Select(e => new { e.Id, e.On, e.RecordedAt, e.Purse.Class, e.Kind, e.Amount, e.DocumentId }).ToPageAsync(page);
        var documents = await DocumentsAsync([.. found.Rows.Select(e => e.DocumentId).Distinct()]);
        return new Paged<PurseMovementRow>(
        [
            .. found.Rows.Select(e =>
            {
                var document = documents[e.DocumentId];
                return new PurseMovementRow(e.Id, e.On, e.RecordedAt, e.Class, e.Kind, e.Amount, document.Kind, e.DocumentId, document.Text, document.By);
            }),
        ],
        found.Total, found.Number, found.Size);
    }

    /// <exception cref="NotFoundException">There is no such document here.</exception>
    public async Task<UseDetails> UseAsync(Guid useId)
    {
        var use = NotFoundException.Check(await db.PurseUses.Include(u => u.Reverses).AsNoTracking().FirstOrDefaultAsync(u => u.Id == useId), useId);
        var community = await db.Communities.Where(c => c.Id == use.CommunityId).Select(c => new { c.Name, c.ReceiptPaper }).SingleAsync();
        var period = await db.BillRuns.Where(r => r.Id == use.BillRunId).Select(r => (BillingMonth?)r.Period).FirstOrDefaultAsync();
        var twin = use.Reverses ?? await db.PurseUses.AsNoTracking().FirstOrDefaultAsync(u => u.ReversesId == useId);
        var lines = await db.Allocations.Where(a => a.PurseEntry!.DocumentId == useId)
            .OrderBy(a => a.Bill.DueOn).ThenBy(a => a.Bill.Number).ThenBy(a => a.BillLine.Position).ThenByDescending(a => a.PurseEntry!.Purse.Class)
            .Select(a => new UseLine(a.BillId, a.Bill.Number, a.Period, a.Bill.UnitCode, a.BillLine.ItemName, a.PurseEntry!.Purse.Class, a.Amount)).ToListAsync();
        return new UseDetails(
            use.Id, use.Display, use.OwnerId, use.OwnerName, community.Name, use.Amount, use.At, use.By, use.Reason, period, use.ReversesId is not null, twin is null ? null : new UseTwin(twin.Id, twin.Display), lines)
        {
            Paper = community.ReceiptPaper,
        };
    }

    /// <summary>What purses paid when the run was published, without what was taken back.</summary>
    public async Task<RunUses> OfRunAsync(Guid runId)
    {
        var uses = db.PurseUses.Where(u => u.BillRunId == runId && !db.PurseUses.Any(red => red.ReversesId == u.Id));
        return new RunUses(await uses.CountAsync(), new Money(await uses.SumAsync(u => u.Amount.Fen)));
    }

    /// <summary>Releases that wait for another person.</summary>
    public Task<List<ReleaseRow>> WaitingAsync() => Rows(db.PurseReleases.Where(r => r.State == CorrectionState.Requested).OrderBy(r => r.RequestedAt)).ToListAsync();

    /// <exception cref="NotFoundException">There is no such release here.</exception>
    public async Task<ReleaseRow> ReleaseAsync(Guid id) => NotFoundException.Check(await Rows(db.PurseReleases.Where(r => r.Id == id)).FirstOrDefaultAsync(), id);

    private IQueryable<ReleaseRow> Rows(IQueryable<PurseRelease> releases) => releases.Select(r => new ReleaseRow(
        r.Id, r.OwnerId, r.OwnerName, r.From, r.To, r.Amount, r.Reason, r.State, r.Number == null ? null : Receipt.Format(ReceiptBook.Purses, r.Number.Value),
        r.RequestedById, r.RequestedBy, r.RequestedAt, r.DecidedBy, r.DecidedAt, r.DecisionNote,
        db.Communities.First(c => c.Id == r.CommunityId).Name)
    {
        Paper = db.Communities.First(c => c.Id == r.CommunityId).ReceiptPaper,
    });

    /// <summary>The documents behind movements: a kind each has its own table, a movement has one of them.</summary>
    private async Task<Dictionary<Guid, (PurseDocument Kind, string Text, string? By)>> DocumentsAsync(Guid[] ids)
    {
        var found = ids.ToDictionary(id => id, _ => (PurseDocument.Payment, "", (string?)null));
        foreach (var r in await db.Receipts.Where(r => ids.Contains(r.PaymentId)).Select(r => new { r.PaymentId, r.Book, r.Number, r.Payment.CashierName }).ToListAsync())
        {
            found[r.PaymentId] = (PurseDocument.Payment, Receipt.Format(r.Book, r.Number), r.CashierName);
        }

        foreach (var u in await db.PurseUses.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.Number, u.By }).ToListAsync())
        {
            found[u.Id] = (PurseDocument.Use, Receipt.Format(ReceiptBook.Purses, u.Number), u.By);
        }

        foreach (var r in await db.PurseReleases.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Number, r.DecidedBy }).ToListAsync())
        {
            found[r.Id] = (PurseDocument.Release, Receipt.Format(ReceiptBook.Purses, r.Number ?? 0), r.DecidedBy);
        }

        foreach (var b in await db.Bills.Where(b => ids.Contains(b.Id)).Select(b => new { b.Id, b.Number }).ToListAsync())
        {
            found[b.Id] = (PurseDocument.Bill, b.Number, null);
        }

        foreach (var c in await db.CorrectionRequests.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Subject, c.DecidedBy }).ToListAsync())
        {
            found[c.Id] = (PurseDocument.Correction, c.Subject, c.DecidedBy);
        }

        foreach (var m in await db.OwnerMerges.Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.Reason, m.By }).ToListAsync())
        {
            found[m.Id] = (PurseDocument.Merge, m.Reason, m.By);
        }

        return found;
    }
}
