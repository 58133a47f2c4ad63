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
        var before = await ItemTotalsAsync(run.CommunityId, run.Period.Previous, cancel);
        var now = await ItemTotalsAsync(run.CommunityId, run.Period, cancel);
        return
        [
            .. now.Keys.Union(before.Keys).Select(item => new ItemComparison(item, before.GetValueOrDefault(item), now.GetValueOrDefault(item)))
                .OrderByDescending(c => c.Now.Fen),
        ];
    }

    /// <summary>Units whose amount moved by more than a share, and units that are new or gone, the largest change first.</summary>
    /// <param name="percent">More than this much, up or down, against the month before.</param>
    public async Task<UnitComparison> CompareUnitsAsync(BillRunRow run, decimal percent, int take = 200, CancellationToken cancel = default)
    {
        var before = await UnitTotalsAsync(run.CommunityId, run.Period.Previous, cancel);
        var now = await UnitTotalsAsync(run.CommunityId, run.Period, cancel);
        var changes = now.Keys.Union(before.Keys)
            .Select(unit => new UnitChange(unit, before.GetValueOrDefault(unit), now.GetValueOrDefault(unit))).ToList();
        var moved = changes.FindAll(c => c.Percent is { } moved && Math.Abs(moved) > percent);
        return new UnitComparison(
            before.Count > 0,
            [.. moved.OrderByDescending(c => Math.Abs(c.Difference.Fen)).Take(take)],
            moved.Count,
            [.. changes.Where(c => c.Before.IsZero).Take(take)],
            [.. changes.Where(c => c.Now.IsZero).Take(take)]);
    }

    /// <summary>What the run left out, and why.</summary>
    public Task<List<OmissionRow>> OmissionsAsync(Guid runId, CancellationToken cancel = default) =>
        db.BillOmissions.Where(o => o.BillRunId == runId)
            .OrderBy(o => o.Reason).ThenBy(o => o.UnitCode)
            .Select(o => new OmissionRow(o.UnitId, o.UnitCode, o.ItemName, o.Reason))
            .ToListAsync(cancel);

    private IQueryable<BillRunRow> Rows(IQueryable<BillRun> runs) =>
        from run in runs
        join community in db.Communities on run.CommunityId equals community.Id
        orderby run.Period descending, community.Name
        select new BillRunRow(
            run.Id, run.CommunityId, community.Name, run.Period, run.State, run.BillCount, run.LineCount, run.Total,
            db.BillOmissions.Count(o => o.BillRunId == run.Id), run.CreatedBy, run.CreatedAt, run.PublishedBy, run.PublishedAt);

    private async Task<Dictionary<string, Money>> ItemTotalsAsync(Guid communityId, BillingMonth month, CancellationToken cancel) =>
        await db.BillLines.Where(l => l.CommunityId == communityId && l.Period == month)
            .GroupBy(l => l.ItemName)
            .Select(g => new { g.Key, Fen = g.Sum(l => l.Amount.Fen) })
            .ToDictionaryAsync(g => g.Key, g => new Money(g.Fen), cancel);

    private async Task<Dictionary<string, Money>> UnitTotalsAsync(Guid communityId, BillingMonth month, CancellationToken cancel) =>
        await db.Bills.Where(b => b.CommunityId == communityId && b.Period == month)
            .GroupBy(b => b.UnitCode)
            .Select(g => new { g.Key, Fen = g.Sum(b => b.Total.Fen) })
            .ToDictionaryAsync(g => g.Key, g => new Money(g.Fen), cancel);
}

/// <summary>A run in a list.</summary>
public sealed record BillRunRow(
    Guid Id, Guid CommunityId, string Community, BillingMonth Period, BillRunState State, int BillCount, int LineCount, Money Total,
    int OmissionCount, string CreatedBy, DateTimeOffset CreatedAt, string? PublishedBy, DateTimeOffset? PublishedAt);

/// <summary>One charge item, last month and this month.</summary>
public sealed record ItemComparison(string Item, Money Before, Money Now)
{
    public Money Difference => Now - Before;
}

/// <summary>One unit, last month and this month.</summary>
public sealed record UnitChange(string Unit, Money Before, Money Now)
{
    public Money Difference => Now - Before;

    /// <summary>Change in percent of the month before; null where one of the two is missing.</summary>
    public decimal? Percent => Before.IsZero || Now.IsZero ? null : 100m * Difference.Fen / Before.Fen;
}

/// <param name="HasBefore">False: there is no month before to compare with.</param>
/// <param name="MovedCount">How many moved in all; the list is cut.</param>
public sealed record UnitComparison(
    bool HasBefore, IReadOnlyList<UnitChange> Moved, int MovedCount, IReadOnlyList<UnitChange> New, IReadOnlyList<UnitChange> Gone);

/// <summary>A charge that was left out.</summary>
public sealed record OmissionRow(Guid UnitId, string Unit, string Item, OmissionReason Reason);
