using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Purses;

namespace PropertyDesk.Application.Purses;

/// <summary>What the clerk chose and saw; what is booked is computed again.</summary>
/// <param name="RequestId">Made when the page was opened; the same id books once.</param>
/// <param name="BillIds">Only these are paid; none means all, the oldest due date first.</param>
/// <param name="SeenTotal">What the page said would be paid.</param>
public sealed record PurseUseRequest(Guid RequestId, Guid OwnerId, IReadOnlyCollection<Guid> BillIds, Money SeenTotal);

/// <summary>Pays an owner's bills from the own purses at the desk, and takes that back (rules of the money, section 5).</summary>
public sealed class ApplyPurse(DeskDbContext db, TimeProvider clock)
{
    private const string Changed = "预存款或账单刚被他人更改，请刷新后再试。";
    private readonly PurseTurns _turns = new(db, clock);

    /// <summary>What would be paid now, in the order in which it would be.</summary>
    /// <param name="billIds">Only these; none means all.</param>
    public async Task<IReadOnlyList<PursePart>> PlanAsync(Guid ownerId, IReadOnlyCollection<Guid> billIds) =>
        (await ReadAsync(await OwnerAsync(ownerId), billIds, track: false)).Plan();

    /// <returns>The document; for a request that was booked before, the one of then.</returns>
    /// <exception cref="RuleViolation">There is nothing to pay, or something else would be paid than was seen.</exception>
    public Task<Guid> RunAsync(PurseUseRequest request) => InTurnAsync(request.OwnerId, request.RequestId, async owner =>
    {
        await _turns.HoldAsync([owner.Id]);
        await db.RequireNotHeldAsync(db.Bills.Where(b => request.BillIds.Contains(b.Id)).Select(b => b.Id));
        var purses = await ReadAsync(owner, request.BillIds, track: true);
        var plan = purses.Plan();
        var total = Money.Sum(plan.Select(p => p.Amount));
        if (plan.Count > 0 && total != request.SeenTotal)
        {
            throw new RuleViolation("可抵扣的金额已由 {0} 变为 {1}：别人刚收过款、用过预存款或发布了新账单，请核对后再抵扣。", [request.SeenTotal, total]);
        }

        return await BookAsync(owner, request.RequestId, purses.Purses, plan);
    });

    /// <summary>Takes a document back as a whole by its red twin: the bills are open again.</summary>
    /// <returns>The red twin.</returns>
    /// <exception cref="RuleViolation">It was taken back already, or a red entry took the money of a line meanwhile.</exception>
    public async Task<Guid> TakeBackAsync(Guid useId, Guid requestId, string? reason)
    {
        var use = NotFoundException.Check(await db.PurseUses.AsNoTracking().FirstOrDefaultAsync(u => u.Id == useId), useId);
        return await InTurnAsync(use.OwnerId, requestId, async owner =>
        {
            if (await db.PurseUses.AnyAsync(u => u.ReversesId == useId))
            {
                throw new RuleViolation("抵扣单 {0} 已经撤销。", [use.Display]);
            }

            var (red, moved) = PurseUse.TakeBack(owner, use, await MovementsAsync(owner, useId), await _turns.NumbersAsync(owner.CommunityId), reason, requestId, db.Acting(clock));
            Add(red, moved);
            return red.Id;
        });
    }

    /// <summary>Outside of any transaction: makes the community's books where there are none yet.</summary>
    internal Task PrepareAsync(Guid communityId) => _turns.PrepareAsync(communityId);

    /// <summary>First of all in the transaction: from here on nobody else books in this community.</summary>
    internal Task BeginAsync(Guid communityId) => _turns.BeginAsync(communityId);

    /// <summary>Pays by a plan in the turn that the caller began, who saves.</summary>
    internal async Task<Guid> BookAsync(Owner owner, Guid requestId, IReadOnlyCollection<Purse> purses, IReadOnlyCollection<PursePart> plan, BillRun? run = null)
    {
        // Refused before a number is taken.
        var number = plan.Count == 0 ? 0 : await _turns.NumbersAsync(owner.CommunityId);
        var use = new PurseUse(owner, number, requestId, db.Acting(clock), run);
        Add(use, use.Pay(purses, plan));
        return use.Id;
    }

    private void Add(PurseUse use, IReadOnlyList<PurseMovement> moved)
    {
        db.Add(use);
        foreach (var (entry, allocations) in moved)
        {
            db.Add(entry);
            db.AddRange(allocations);
            db.Add(LedgerPosting.PurseMoved(entry, allocations, use.At));
        }
    }

    private async Task<Guid> InTurnAsync(Guid ownerId, Guid requestId, Func<Owner, Task<Guid>> act)
    {
        var owner = await OwnerAsync(ownerId);
        await _turns.PrepareAsync(owner.CommunityId);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await _turns.BeginAsync(owner.CommunityId);
        if (await db.PurseUses.FirstOrDefaultAsync(u => u.RequestId == requestId) is { } earlier)
        {
            return earlier.OwnerId == ownerId ? earlier.Id : throw new RuleViolation("这次提交已用于另一位业主，请重新打开页面。");
        }

        OwnerPurse.RequireUnmerged(owner);
        try
        {
            var document = await act(owner);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return document;
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation(Changed);
        }
    }

    private async Task<OwnersPurses> ReadAsync(Owner owner, IReadOnlyCollection<Guid> billIds, bool track)
    {
        var community = await db.Communities.SingleAsync(c => c.Id == owner.CommunityId);
        var read = (await _turns.ReadAsync(community, [owner.Id], asked: true, track))[0];
        return billIds.Count == 0 ? read : read with { Lines = [.. read.Lines.Where(l => billIds.Contains(l.Bill.Id))] };
    }

    // The bills of the document may be paid by now, so that they are no open ones: held by themselves.
    private async Task<List<PurseMovement>> MovementsAsync(Owner owner, Guid useId)
    {
        var ids = await db.PurseEntries.Where(e => e.DocumentId == useId).Select(e => e.Id).ToListAsync();
        var paid = db.Allocations.Where(a => a.PurseEntryId != null && ids.Contains(a.PurseEntryId.Value));
        await db.Bills.Where(b => paid.Any(a => a.BillId == b.Id)).LockAsync();
        await _turns.HoldPursesAsync([owner.Id]);
        var entries = await db.PurseEntries.Include(e => e.Purse).Where(e => ids.Contains(e.Id)).ToListAsync();
        var allocations = (await paid.Include(a => a.Bill).Include(a => a.BillLine).ToListAsync()).ToLookup(a => a.PurseEntryId!.Value);
        return entries.ConvertAll(e => new PurseMovement(e, [.. allocations[e.Id]]));
    }

    private async Task<Owner> OwnerAsync(Guid id) => NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == id), id);
}
