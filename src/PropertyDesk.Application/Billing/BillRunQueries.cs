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

    /// <summary>The run at one glance, with what is published of each building by now.</summary>
    public async Task<RunOverview> OverviewAsync(BillRunRow run, CancellationToken cancel = default)
    {
        var stored = await db.BillRuns.Where(r => r.Id == run.Id).Select(r => r.Overview).SingleAsync(cancel);
        if (stored.Length == 0)
        {
            return await OfFewBillsAsync(run.Id, cancel);
        }

        var overview = RunOverview.FromJson(stored);
        var published = run.State == BillRunState.PartlyPublished ? await PublishedAsync(run.Id, cancel) : null;
        return overview with
        {
            Buildings = [.. overview.Buildings.Select(b => b with { Published = run.State == BillRunState.Draft ? 0 : published?.GetValueOrDefault(b.Id) ?? b.Bills })],
        };
    }

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

    private Task<Dictionary<Guid, int>> PublishedAsync(Guid runId, CancellationToken cancel) =>
        db.Bills.Where(b => b.BillRunId == runId && b.IssuedOn != null).GroupBy(b => b.BuildingId)
            .Select(g => new { g.Key, Bills = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Bills, cancel);

    // Re-issues and late fees are published as they are made: a few bills with nothing to compare them with.
    private async Task<RunOverview> OfFewBillsAsync(Guid runId, CancellationToken cancel)
    {
        var items = await db.BillLines.Where(l => l.Bill.BillRunId == runId).GroupBy(l => l.ItemName)
            .Select(g => new { g.Key, Fen = g.Sum(l => l.Amount.Fen) }).ToListAsync(cancel);
        return new RunOverview([.. items.OrderByDescending(i => i.Fen).Select(i => new ItemComparison(i.Key, Money.Zero, new Money(i.Fen)))], [], 0, []);
    }
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
