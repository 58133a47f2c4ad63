using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Billing;

/// <summary>Makes a community's bills for a month: draft, recompute, discard. Publishing is <see cref="BillPublishing"/>.</summary>
public sealed class BillRuns(DeskDbContext db, TimeProvider clock, RunProgress progress)
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

    /// <summary>Opens the run of a month whose draft a job computes, or finds the run that is there already.</summary>
    public async Task<(Guid RunId, bool IsNew)> OpenAsync(Guid communityId, BillingMonth month)
    {
        if (await FindAsync(communityId, month, default) is { } existing)
        {
            return (existing.Id, false);
        }

        var community = NotFoundException.Check(await db.Communities.SingleOrDefaultAsync(c => c.Id == communityId), communityId);
        var run = new BillRun(community, month, db.Current.UserName, clock.GetUtcNow());
        run.AskToCompute(db.Current.UserName);
        db.Add(run);
        try
        {
            await db.SaveChangesAsync();
            return (run.Id, true);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
            return (NotFoundException.Check(await FindAsync(communityId, month, default)).Id, false);
        }
    }

    /// <summary>Computes a draft again from the facts as they are now.</summary>
    /// <exception cref="RuleViolation">The run is published.</exception>
    public async Task<DraftResult> RecomputeAsync(Guid runId, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = await LockDraftAsync(runId, cancel);
        if (run.Work == RunWork.Publish)
        {
            throw new RuleViolation("这批账单正在后台处理，请等它完成。");
        }

        await ClearAsync(run.Id, cancel);
        await ComputeAsync(run, OnlyOf(run), cancel);
        await transaction.CommitAsync(cancel);
        return DraftResult.Of(run, isNew: false);
    }

    /// <summary>Deletes a draft with its bills; nothing else refers to a draft.</summary>
    /// <exception cref="RuleViolation">The run is published.</exception>
    public async Task DiscardAsync(Guid runId, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = await LockDraftAsync(runId, cancel);
        if (run.State == BillRunState.PartlyPublished)
        {
            throw new RuleViolation("部分楼栋的账单已发布，不能删除；可以重新计算其余的。");
        }

        await ClearAsync(run.Id, cancel);
        db.Remove(run);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>
    /// Makes the drafts of one unit for some months (补出): for a move-out, or months that were left out. What other bills
    /// charge already is passed over.
    /// </summary>
    /// <param name="lastDay">Move-out: every charge of the unit ends on this day; null to leave them as they are.</param>
    /// <exception cref="RuleViolation">There is nothing left to bill.</exception>
    public async Task<IReadOnlyList<DraftResult>> DraftUnitAsync(Guid unitId, IReadOnlyCollection<BillingMonth> months, DateOnly? lastDay, CancellationToken cancel = default)
    {
        var unit = NotFoundException.Check(await db.Units.SingleOrDefaultAsync(u => u.Id == unitId, cancel), unitId);
        var community = await db.Communities.SingleAsync(c => c.Id == unit.CommunityId, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (lastDay is { } day)
        {
            await EndChargesAsync(unitId, day, cancel);
        }

        var drafts = new List<DraftResult>();
        foreach (var month in months.Distinct().Order())
        {
            var run = await db.AddRunAsync(community, month, BillRunKind.Unit, clock.GetUtcNow(), cancel);
            run.LimitTo(unit);
            await db.SaveChangesAsync(cancel);
            await ComputeAsync(run, a => a.UnitId == unitId, cancel);
            drafts.Add(DraftResult.Of(run, isNew: true));
        }

        if (drafts.Count == 0 || drafts.TrueForAll(d => d.BillCount == 0))
        {
            throw new RuleViolation("所选月份没有可补出的费用：已经出过账，或缺少读数、价格、缴费人。");
        }

        await transaction.CommitAsync(cancel);
        return drafts;
    }

    private async Task EndChargesAsync(Guid unitId, DateOnly day, CancellationToken cancel)
    {
        foreach (var assignment in await db.ChargeAssignments.Where(a => a.UnitId == unitId && a.From <= day && (a.To == null || a.To > day)).ToListAsync(cancel))
        {
            assignment.End(day);
        }

        await db.SaveChangesAsync(cancel);
    }

    // A run of one unit, computed again, stays one of that unit.
    private static Func<ChargeAssignment, bool>? OnlyOf(BillRun run) => run.UnitId is { } unit ? a => a.UnitId == unit : null;

    private Task<BillRun?> FindAsync(Guid communityId, BillingMonth month, CancellationToken cancel) =>
        db.BillRuns.AsNoTracking().SingleOrDefaultAsync(r => r.CommunityId == communityId && r.Period == month && r.Sequence == 0, cancel);

    private async Task<BillRun> CreateAsync(Community community, BillingMonth month, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = new BillRun(community, month, db.Current.UserName, clock.GetUtcNow());
        db.Add(run);
        // Saved before the work: whoever comes second waits here, or is refused here.
        await db.SaveChangesAsync(cancel);
        await ComputeAsync(run, null, cancel);
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
        // What is published of the run stays as it is.
        await db.BillOmissions.Where(o => o.BillRunId == runId).ExecuteDeleteAsync(cancel);
        await db.BillCredits.Where(c => c.Bill.BillRunId == runId && c.Bill.IssuedOn == null).ExecuteDeleteAsync(cancel);
        await db.BillLines.Where(l => l.Bill.BillRunId == runId && l.Bill.IssuedOn == null).ExecuteDeleteAsync(cancel);
        await db.Bills.Where(b => b.BillRunId == runId && b.IssuedOn == null).ExecuteDeleteAsync(cancel);
    }

    private async Task<Drafted> WithPublishedAsync(Drafted drafted, Guid runId, CancellationToken cancel)
    {
        var published = db.Bills.Where(b => b.BillRunId == runId && b.IssuedOn != null);
        return new Drafted(
            drafted.Bills + await published.CountAsync(cancel),
            drafted.Lines + await db.BillLines.CountAsync(l => l.Bill.BillRunId == runId && l.Bill.IssuedOn != null, cancel),
            drafted.Total + new Money(await published.SumAsync(b => b.Total.Fen, cancel)),
            await RunSeals.ComputeAsync(db, runId, cancel));
    }

    /// <param name="only">Null for all charges of the community; else those that are billed.</param>
    private async Task ComputeAsync(BillRun run, Func<ChargeAssignment, bool>? only, CancellationToken cancel)
    {
        var inputs = await RunInputs.ReadAsync(db, run, cancel);
        var parts = DraftComputation.InParts(run, inputs, DraftWriting.UnitsOfPart, only);
        using var shown = progress.Begin(run.Id, inputs.Units.Count);
        var totals = new RunTotals(run, inputs);
        var drafted = await DraftWriting.InsertAsync(db, parts, part => { totals.Add(part); shown.Add(DraftWriting.UnitsOfPart); }, cancel);
        if (run.State == BillRunState.PartlyPublished)
        {
            drafted = await WithPublishedAsync(drafted, run.Id, cancel);
            await totals.AddPublishedAsync(db, cancel);
        }

        run.Record(drafted.Bills, drafted.Lines, drafted.Total, drafted.Seal, clock.GetUtcNow(), (await totals.CloseAsync(db, cancel)).ToJson());
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>What a draft came to.</summary>
/// <param name="IsNew">False: the run was there already, and nothing new was made.</param>
public sealed record DraftResult(Guid RunId, bool IsNew, int BillCount, int LineCount, Money Total)
{
    internal static DraftResult Of(BillRun run, bool isNew) => new(run.Id, isNew, run.BillCount, run.LineCount, run.Total);
}
