using Microsoft.EntityFrameworkCore;

namespace PropertyDesk.Application.Reports;

/// <summary>What is open of a bill, or of an item, at the end of a day.</summary>
public sealed class OpenAmount
{
    public Guid BillId { get; init; }

    public Guid BuildingId { get; init; }

    public Guid ChargeItemId { get; init; }

    public DateOnly? DueOn { get; init; }

    public bool IsOverdue { get; init; }

    public long Fen { get; init; }
}

/// <summary>What is left open by the events of bills up to a day.</summary>
public sealed class OpenEvents(DeskDbContext db, BillEvents events)
{
    /// <summary>Bills of which something is open.</summary>
    public IQueryable<OpenAmount> Bills(FigureChoice choice) => events.UpTo(choice.AsOf, choice.CommunityId)
        .GroupBy(e => new { e.BillId, e.BuildingId, e.DueOn })
        .Select(g => new OpenAmount { BillId = g.Key.BillId, BuildingId = g.Key.BuildingId, DueOn = g.Key.DueOn, Fen = g.Sum(e => e.Billed - e.Red - e.Waived - e.Collected) })
        .Where(b => b.Fen != 0);

    /// <summary>Those that were due before the day.</summary>
    public IQueryable<OpenAmount> Overdue(FigureChoice choice)
    {
        var day = choice.AsOf;
        return Bills(choice).Where(b => b.DueOn < day);
    }

    /// <summary>The same by charge item.</summary>
    public IQueryable<OpenAmount> Items(FigureChoice choice)
    {
        var day = choice.AsOf;
        return events.UpTo(day, choice.CommunityId).GroupBy(e => new { e.ChargeItemId, IsOverdue = e.DueOn < day })
            .Select(g => new OpenAmount { ChargeItemId = g.Key.ChargeItemId, IsOverdue = g.Key.IsOverdue, Fen = g.Sum(e => e.Billed - e.Red - e.Waived - e.Collected) });
    }

    /// <summary>The buildings in walking order; with the community's name before it where there are several communities.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> BuildingNamesAsync(Guid? communityId, CancellationToken cancel = default)
    {
        var rows = await (
            from b in db.Buildings
            join c in db.Communities on b.CommunityId equals c.Id
            where communityId == null || b.CommunityId == communityId
            orderby c.Name, b.SortOrder, b.Name
            select new { b.Id, b.Name, Community = c.Name }).ToListAsync(cancel);
        var single = rows.Select(r => r.Community).Distinct().Count() < 2;
        return [.. rows.Select(r => (r.Id, single ? r.Name : $"{r.Community} {r.Name}"))];
    }
}
