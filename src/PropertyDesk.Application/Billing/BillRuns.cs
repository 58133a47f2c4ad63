using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Billing;

/// <summary>Makes a community's bills for a month: draft, recompute, discard. Publishing is <see cref="BillPublishing"/>.</summary>
public sealed class BillRuns(DeskDbContext db, TimeProvider clock)
{
    /// <summary>
    /// Makes the draft of a month, or finds the run that is there already. Done twice, or twice at once, the bills exist
    /// once: the database has one run for a community and month, and the run and its bills are one transaction.
    /// </summary>
    public async Task<DraftResult> DraftAsync(Guid communityId, BillingMonth month, CancellationToken cancel = default)
    {
        if (await FindAsync(communityId, month, cancel) is { } existing)
        {
            return DraftResult.Of(existing, isNew: false);
        }

        var community = NotFoundException.Check(await db.Communities.SingleOrDefaultAsync(c => c.Id == communityId, cancel), communityId);
        try
        {
            return DraftResult.Of(await CreateAsync(community, month, cancel), isNew: true);
        }
        catch (Exception error) when (db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
            return DraftResult.Of(NotFoundException.Check(await FindAsync(communityId, month, cancel)), isNew: false);
        }
    }

    /// <summary>Computes a draft again from the facts as they are now.</summary>
    /// <exception cref="RuleViolation">The run is published.</exception>
    public async Task<DraftResult> RecomputeAsync(Guid runId, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = await LockDraftAsync(runId, cancel);
        await ClearAsync(run.Id, cancel);
        await ComputeAsync(run, cancel);
        await transaction.CommitAsync(cancel);
        return DraftResult.Of(run, isNew: false);
    }

    /// <summary>Deletes a draft with its bills; nothing else refers to a draft.</summary>
    /// <exception cref="RuleViolation">The run is published.</exception>
    public async Task DiscardAsync(Guid runId, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = await LockDraftAsync(runId, cancel);
        await ClearAsync(run.Id, cancel);
        db.Remove(run);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private Task<BillRun?> FindAsync(Guid communityId, BillingMonth month, CancellationToken cancel) =>
        db.BillRuns.AsNoTracking().SingleOrDefaultAsync(r => r.CommunityId == communityId && r.Period == month && r.Sequence == 0, cancel);

    private async Task<BillRun> CreateAsync(Community community, BillingMonth month, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = new BillRun(community, month, db.Current.UserName, clock.GetUtcNow());
        db.Add(run);
        // Saved before the work: whoever comes second waits here, or is refused here.
        await db.SaveChangesAsync(cancel);
        await ComputeAsync(run, cancel);
        await transaction.CommitAsync(cancel);
        return run;
    }

    // Touching the row first makes a second recomputation, or a publication, wait until this one is through.
    private async Task<BillRun> LockDraftAsync(Guid runId, CancellationToken cancel)
    {
        await db.BillRuns.Where(r => r.Id == runId).ExecuteUpdateAsync(s => s.SetProperty(r => r.CreatedBy, r => r.CreatedBy), cancel);
        var run = NotFoundException.Check(await db.BillRuns.SingleOrDefaultAsync(r => r.Id == runId, cancel), runId);
        run.RequireDraft();
        return run;
    }

    private async Task ClearAsync(Guid runId, CancellationToken cancel)
    {
        await db.BillOmissions.Where(o => o.BillRunId == runId).ExecuteDeleteAsync(cancel);
        await db.BillCredits.Where(c => c.Bill.BillRunId == runId).ExecuteDeleteAsync(cancel);
        await db.BillLines.Where(l => l.Bill.BillRunId == runId).ExecuteDeleteAsync(cancel);
        await db.Bills.Where(b => b.BillRunId == runId).ExecuteDeleteAsync(cancel);
    }

    private async Task ComputeAsync(BillRun run, CancellationToken cancel)
    {
        var parts = DraftComputation.InParts(run, await RunInputs.ReadAsync(db, run, cancel), DraftWriting.UnitsOfPart);
        var (bills, lines, total) = await DraftWriting.InsertAsync(db, parts, cancel);
        run.Record(bills, lines, total, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>What a draft came to.</summary>
/// <param name="IsNew">False: the run was there already, and nothing new was made.</param>
public sealed record DraftResult(Guid RunId, bool IsNew, int BillCount, int LineCount, Money Total)
{
    internal static DraftResult Of(BillRun run, bool isNew) => new(run.Id, isNew, run.BillCount, run.LineCount, run.Total);
}
