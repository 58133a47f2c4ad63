using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Purses;

namespace PropertyDesk.Application.Purses;

/// <summary>An owner's purses, the open lines that they may pay, and how.</summary>
internal sealed record OwnersPurses(Owner Owner, IReadOnlyList<Purse> Purses, IReadOnlyList<PayableLine> Lines, PurseTerms Terms)
{
    public IReadOnlyList<PursePart> Plan() => PursePlan.Of(Purses.ToDictionary(p => p.Class, p => p.Available), Lines, Terms);
}

/// <summary>
/// Turns at the purses of a community. The order in which rows are held is the same everywhere: the book of receipts, bills,
/// purses, the book of purse documents; so nobody waits in a circle, and what is read is the last word.
/// </summary>
internal sealed class PurseTurns(DeskDbContext db, TimeProvider clock)
{
    private readonly ReceiptNumbers _receipts = new(db);
    private readonly ReceiptNumbers _documents = new(db, ReceiptBook.Purses);

    /// <summary>Outside of any transaction: makes the community's books where there are none yet.</summary>
    public async Task PrepareAsync(Guid communityId)
    {
        await _receipts.EnsureBookAsync(communityId);
        await _documents.EnsureBookAsync(communityId);
    }

    /// <summary>First of all in the transaction: from here on nobody else books in this community.</summary>
    public Task BeginAsync(Guid communityId, CancellationToken cancel = default) => _receipts.HoldAsync(communityId, cancel);

    /// <summary>Numbers of purse documents, one after the other.</summary>
    /// <returns>The first of them.</returns>
    public async Task<int> NumbersAsync(Guid communityId, int count = 1, CancellationToken cancel = default) =>
        await _documents.TakeAsync(communityId, count, cancel) - count + 1;

    /// <summary>Holds the owners' open bills and purses until the transaction ends.</summary>
    public async Task HoldAsync(IReadOnlyCollection<Guid> owners, CancellationToken cancel = default)
    {
        await db.Bills.Open().Where(b => owners.Contains(b.OwnerId)).LockAsync(cancel);
        await HoldPursesAsync(owners, cancel);
    }

    /// <summary>Holds the owners' purses until the transaction ends.</summary>
    public Task HoldPursesAsync(IReadOnlyCollection<Guid> owners, CancellationToken cancel = default) =>
        db.Purses.Where(p => owners.Contains(p.OwnerId)).ExecuteUpdateAsync(set => set.SetProperty(p => p.Version, p => p.Version), cancel);

    /// <summary>What the owners have prepaid and owe.</summary>
    /// <param name="asked">Somebody at the desk asked for it: lines with an open dispute, or of which a waiver is asked, may be paid too.</param>
    /// <param name="track">The rows will be changed and saved; otherwise they are only computed with.</param>
    public async Task<IReadOnlyList<OwnersPurses>> ReadAsync(Community community, IReadOnlyCollection<Guid> owners, bool asked, bool track, CancellationToken cancel = default)
    {
        var how = track ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var people = await db.Owners.AsTracking(how).Where(o => o.CommunityId == community.Id && owners.Contains(o.Id)).ToListAsync(cancel);
        var purses = (await db.Purses.AsTracking(how).Where(p => owners.Contains(p.OwnerId)).ToListAsync(cancel)).ToLookup(p => p.OwnerId);
        var bills = await db.Payable().AsTracking(how).Where(b => owners.Contains(b.OwnerId)).Include(b => b.Lines).AsSplitQuery().ToListAsync(cancel);
        var classes = await db.ChargeItems.Where(i => i.CommunityId == community.Id).Select(i => new { i.Id, i.PurseClass }).ToDictionaryAsync(i => i.Id, i => i.PurseClass, cancel);
        var released = community.PursesCrossClasses
            ? [.. owners]
            : (await db.PurseConsents.Where(c => c.EndedAt == null && owners.Contains(c.OwnerId)).Select(c => c.OwnerId).ToListAsync(cancel)).ToHashSet();
        var spared = asked ? [] : (await db.Disputes.Where(d => d.OpenLineId != null && owners.Contains(d.Bill.OwnerId)).Select(d => d.OpenLineId!.Value)
            .Concat(db.Waivers(db.Current.Today(clock)).SelectMany(r => r.Lines).Where(l => owners.Contains(l.BillLine.Bill.OwnerId)).Select(l => l.BillLineId)).ToListAsync(cancel)).ToHashSet();
        var lines = bills.SelectMany(b => b.Lines.Where(l => l.Outstanding > Money.Zero && !spared.Contains(l.Id)).Select(l => new PayableLine(b, l, classes[l.ChargeItemId]))).ToLookup(l => l.Bill.OwnerId);
        return [.. people.OrderBy(o => o.Id).Select(o => new OwnersPurses(o, [.. purses[o.Id]], [.. lines[o.Id]], new PurseTerms(community.PursesPayWholeOnly, released.Contains(o.Id))))];
    }
}
