using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Billing;

/// <summary>What the desk sees of the runs: their list, and before publishing the comparison with the month before.</summary>
public sealed class BillRunQueries(DeskDbContext db)
{
    public Task<List<BillRunRow>> ListAsync(CancellationToken cancel = default) =>
        Rows(db.BillRuns).ToListAsync(cancel);

    public async Task<BillRunRow> FindAsync(Guid runId, CancellationToken cancel = default) =>
        NotFoundException.Check(await Rows(db.BillRuns.Where(r => r.Id == runId)).SingleOrDefaultAsync(cancel), runId);

    /// <summary>Totals by charge item beside those of the month before.</summary>
    public async Task<IReadOnlyList<ItemComparison>> CompareItemsAsync(BillRunRow run, CancellationToken cancel = default)
    {
        var before = await ItemTotalsAsync(db.BillLines.Where(l => l.CommunityId == run.CommunityId && l.Period == run.Period.Previous && l.ChargeAssignmentId != null), cancel);
        var now = await ItemTotalsAsync(db.BillLines.Where(l => l.Bill.BillRunId == run.Id), cancel);
        return
        [
            .. now.Keys.Union(before.Keys).Select(item => new ItemComparison(item, before.GetValueOrDefault(item), now.GetValueOrDefault(item)))
                .OrderByDescending(c => c.Now.Fen),
        ];
    }

    /// <summary>What the run left out, and why.</summary>
    public Task<List<OmissionRow>> OmissionsAsync(Guid runId, CancellationToken cancel = default) =>
        db.BillOmissions.Where(o => o.BillRunId == runId)
            .OrderBy(o => o.Reason).ThenBy(o => o.UnitCode)
            .Select(o => new OmissionRow(o.UnitId, o.UnitCode, o.ItemName, o.Reason, db.ChargeAssignments.Where(a => a.Id == o.ChargeAssignmentId).Select(a => a.TariffId).FirstOrDefault()))
            .ToListAsync(cancel);

    private IQueryable<BillRunRow> Rows(IQueryable<BillRun> runs) =>
        from run in runs
        join community in db.Communities on run.CommunityId equals community.Id
        orderby run.Period descending, community.Name, run.Sequence
        select new BillRunRow(
            run.Id, run.CommunityId, community.Name, run.Period, run.State, run.BillCount, run.LineCount, run.Total,
            db.BillOmissions.Count(o => o.BillRunId == run.Id), run.CreatedBy, run.CreatedAt, run.PublishedBy, run.PublishedAt,
            run.Kind, run.Seal, run.SubmittedBy, run.ApprovedBy, run.ApprovedAt, community.RunsNeedApproval && run.Kind == BillRunKind.Monthly,
            db.Units.Where(u => u.Id == run.UnitId).Select(u => u.Code).FirstOrDefault(),
            run.Work, run.WorkBy, run.WorkFailure);

    /// <summary>The buildings of a run, with what is published of each.</summary>
    public async Task<IReadOnlyList<RunBuilding>> BuildingsAsync(Guid runId, CancellationToken cancel = default)
    {
        var rows = await db.Bills.Where(b => b.BillRunId == runId).GroupBy(b => new { b.Unit.BuildingId, b.Unit.Building.Name, b.Unit.Building.SortOrder })
            .Select(g => new { g.Key, Bills = g.Count(), Published = g.Count(b => b.IssuedOn != null), Fen = g.Sum(b => b.Total.Fen) }).ToListAsync(cancel);
        return [.. rows.OrderBy(r => r.Key.SortOrder).ThenBy(r => r.Key.Name, StringComparer.Ordinal).Select(r => new RunBuilding(r.Key.BuildingId, r.Key.Name, r.Bills, r.Published, new Money(r.Fen)))];
    }

    private async Task<Dictionary<string, Money>> ItemTotalsAsync(IQueryable<BillLine> lines, CancellationToken cancel) =>
        await lines.Where(l => l.ReversedById == null)
            .GroupBy(l => l.ItemName)
            .Select(g => new { g.Key, Fen = g.Sum(l => l.Amount.Fen) })
            .ToDictionaryAsync(g => g.Key, g => new Money(g.Fen), cancel);
}

/// <summary>A run in a list.</summary>
public sealed record BillRunRow(
    Guid Id, Guid CommunityId, string Community, BillingMonth Period, BillRunState State, int BillCount, int LineCount, Money Total,
    int OmissionCount, string CreatedBy, DateTimeOffset CreatedAt, string? PublishedBy, DateTimeOffset? PublishedAt,
    BillRunKind Kind, string Seal, string? SubmittedBy, string? ApprovedBy, DateTimeOffset? ApprovedAt, bool NeedsApproval, string? Unit,
    RunWork Work, string? WorkBy, string? WorkFailure)
{
    /// <summary>Something of it can still be recomputed and published.</summary>
    public bool IsOpen => State is BillRunState.Draft or BillRunState.PartlyPublished;

    /// <summary>A job is at it, or will be.</summary>
    public bool IsWorking => Work != RunWork.None;
}

/// <summary>A building of a run.</summary>
public sealed record RunBuilding(Guid Id, string Name, int Bills, int Published, Money Total);

/// <summary>One charge item, last month and this month.</summary>
public sealed record ItemComparison(string Item, Money Before, Money Now)
{
    public Money Difference => Now - Before;
}

/// <summary>A charge that was left out.</summary>
public sealed record OmissionRow(Guid UnitId, string Unit, string Item, OmissionReason Reason, Guid TariffId);
