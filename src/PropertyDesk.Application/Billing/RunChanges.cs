using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Billing;

/// <summary>One unit, last month and this month, and why they differ.</summary>
public sealed record UnitChange(Guid BillId, string Unit, Money Before, Money Now, IReadOnlyList<ItemChange> Items)
{
    public Money Difference => Now - Before;

    /// <summary>Change in percent of the month before; null where one of the two is missing.</summary>
    public decimal? Percent => Before.IsZero || Now.IsZero ? null : 100m * Difference.Fen / Before.Fen;
}

/// <summary>One charge of a unit that changed, with the reasons.</summary>
public sealed record ItemChange(string Item, Money Before, Money Now, IReadOnlyList<ChangeReason> Reasons)
{
    public Money Difference => Now - Before;
}

/// <summary>
/// What a run changes against the month before, the most unusual first. How unusual a unit is was noted when the draft was
/// made; why it changed is read for the units on the page only, so that a page of a large run is as quick as one of a small.
/// </summary>
public sealed class RunChanges(DeskDbContext db)
{
    public const int PageSize = 25;

    /// <summary>A page of units that changed.</summary>
    /// <param name="item">Only units in which this charge item is billed; null for all.</param>
    public async Task<Paged<UnitChange>> PageAsync(BillRunRow run, string? item, int page, CancellationToken cancel = default)
    {
        var bills = db.Bills.Where(b => b.BillRunId == run.Id && b.Unusualness > 0);
        if (!string.IsNullOrEmpty(item))
        {
            bills = bills.Where(b => b.Lines.Any(l => l.ItemName == item));
        }

        var found = await bills.OrderByDescending(b => b.Unusualness).ThenBy(b => b.Number).Select(b => new { b.Id, b.UnitId, b.UnitCode, b.Before }).ToPageAsync(page, PageSize, cancel);
        var units = found.Rows.Select(r => r.UnitId).ToList();
        var now = (await LinesAsync(units, run.Period, b => b.BillRunId == run.Id, cancel)).ToLookup(l => l.UnitId);
        var before = (await LinesAsync(units, run.Period.Previous, b => b.IssuedOn != null && BillRunKinds.OfCharges.Contains(b.BillRun.Kind), cancel)).ToLookup(l => l.UnitId);
        var omitted = (await db.BillOmissions.Where(o => o.BillRunId == run.Id && units.Contains(o.UnitId)).Select(o => o.ChargeAssignmentId).ToListAsync(cancel)).ToHashSet();
        return new Paged<UnitChange>(
            [.. found.Rows.Select(r => new UnitChange(r.Id, r.UnitCode, r.Before, Sum(now[r.UnitId]), [.. Items(before[r.UnitId], now[r.UnitId], omitted)]))],
            found.Total, found.Number, found.Size);
    }

    private async Task<List<Line>> LinesAsync(List<Guid> units, BillingMonth month, System.Linq.Expressions.Expression<Func<Bill, bool>> which, CancellationToken cancel)
    {
        var bills = db.Bills.Where(b => units.Contains(b.UnitId) && b.Period == month).Where(which);
        return await bills.SelectMany(b => b.Lines.Where(l => l.ReversedById == null), (b, l) => new Line(b.UnitId, l.SourceId, l.ItemName, l.Position, l.Amount, l.Working)).ToListAsync(cancel);
    }

    private static IEnumerable<ItemChange> Items(IEnumerable<Line> before, IEnumerable<Line> now, HashSet<Guid> omitted)
    {
        var (old, current) = (before.ToLookup(l => l.SourceId), now.ToLookup(l => l.SourceId));
        return current.Select(g => g.Key).Union(old.Select(g => g.Key))
            .Select(source => (Source: source, Old: old[source].FirstOrDefault(), New: current[source].FirstOrDefault(), Before: Sum(old[source]), Now: Sum(current[source])))
            .Where(c => c.Before != c.Now)
            .OrderByDescending(c => Math.Abs(c.Now.Fen - c.Before.Fen))
            .Select(c => new ItemChange((c.New ?? c.Old)!.Item, c.Before, c.Now, omitted.Contains(c.Source) ? [ChangeReason.LeftOut] : ChangeReasons.Between(Working(c.Old), Working(c.New))));
    }

    private static LineWorking? Working(Line? line) => line is null ? null : LineWorking.FromJson(line.Working);

    private static Money Sum(IEnumerable<Line> lines) => Money.Sum(lines.Select(l => l.Amount));

    private sealed record Line(Guid UnitId, Guid SourceId, string Item, int Position, Money Amount, string Working);
}
