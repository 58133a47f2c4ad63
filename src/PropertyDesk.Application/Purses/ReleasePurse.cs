using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Purses;

namespace PropertyDesk.Application.Purses;

/// <summary>Makes prepaid money of one class free for another: asked for with a reason, carried out when another person approves.</summary>
public sealed class ReleasePurse(DeskDbContext db, TimeProvider clock, ApprovalLimits limits)
{
    private readonly PurseTurns _turns = new(db, clock);

    /// <returns>The request.</returns>
    /// <exception cref="RuleViolation">The purse holds less, both classes are one, or no reason is given.</exception>
    public async Task<Guid> RequestAsync(Guid ownerId, PurseClass from, PurseClass to, Money amount, string? reason)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        var purse = await db.Purses.AsNoTracking().FirstOrDefaultAsync(p => p.OwnerId == ownerId && p.Class == from) ?? new Purse(owner, from);
        var release = new PurseRelease(owner, purse, to, amount, reason, db.Acting(clock));
        db.Add(release);
        await db.SaveChangesAsync();
        return release.Id;
    }

    /// <exception cref="RuleViolation">The ladder does not reach the amount, it is decided, asked for by the same person, or the purse holds less by now.</exception>
    public async Task ApproveAsync(Guid releaseId, string? note)
    {
        var community = await db.PurseReleases.Where(r => r.Id == releaseId).Select(r => (Guid?)r.CommunityId).FirstOrDefaultAsync() ?? throw new NotFoundException(nameof(PurseRelease), releaseId);
        await _turns.PrepareAsync(community);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await _turns.BeginAsync(community);
        var release = await FindAsync(releaseId);
        await limits.RequireAsync(release.Amount);
        await _turns.HoldPursesAsync([release.OwnerId]);
        var (from, to) = (await db.PurseOfAsync(release.Owner, release.From), await db.PurseOfAsync(release.Owner, release.To));
        var by = db.Acting(clock);
        db.AddRange(release.Approve(from, to, await _turns.NumbersAsync(community), by, note));
        db.Add(LedgerPosting.PurseReleased(release, by.Today, by.At));
        await SaveAsync();
        await transaction.CommitAsync();
    }

    public async Task RejectAsync(Guid releaseId, string? note)
    {
        (await FindAsync(releaseId)).Reject(db.Acting(clock), note);
        await SaveAsync();
    }

    public async Task WithdrawAsync(Guid releaseId)
    {
        (await FindAsync(releaseId)).Withdraw(db.Acting(clock));
        await SaveAsync();
    }

    private async Task<PurseRelease> FindAsync(Guid id) => NotFoundException.Check(await db.PurseReleases.Include(r => r.Owner).FirstOrDefaultAsync(r => r.Id == id), id);

    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation("这份申请刚被他人更改，请刷新后再试。");
        }
    }
}
