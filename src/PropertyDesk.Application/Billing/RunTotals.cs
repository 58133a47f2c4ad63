using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Billing;

/// <summary>Adds a run up for its overview, part by part as they are written.</summary>
internal sealed class RunTotals(BillRun run, RunInputs inputs)
{
    private const int GoneShown = 25;
    private readonly Dictionary<string, long> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, (int Bills, long Fen)> _buildings = [];
    private readonly HashSet<Guid> _units = [];

    public void Add(DraftPart part)
    {
        part.Lines.ForEach(line => AddItem(line.ItemName, line.Amount.Fen));
        part.Bills.ForEach(bill => AddBills(bill.UnitId, 1, bill.Total.Fen));
    }

    /// <summary>What is out already of a run whose rest is computed again.</summary>
    public async Task AddPublishedAsync(DeskDbContext db, CancellationToken cancel)
    {
        foreach (var item in await db.BillLines.Where(l => l.Bill.BillRunId == run.Id && l.Bill.IssuedOn != null).GroupBy(l => l.ItemName)
            .Select(g => new { g.Key, Fen = g.Sum(l => l.Amount.Fen) }).ToListAsync(cancel))
        {
            AddItem(item.Key, item.Fen);
        }

        foreach (var unit in await db.Bills.Where(b => b.BillRunId == run.Id && b.IssuedOn != null).GroupBy(b => b.UnitId)
            .Select(g => new { g.Key, Bills = g.Count(), Fen = g.Sum(b => b.Total.Fen) }).ToListAsync(cancel))
        {
            AddBills(unit.Key, unit.Bills, unit.Fen);
        }
    }

    public async Task<RunOverview> CloseAsync(DeskDbContext db, CancellationToken cancel)
    {
        var before = await db.BillLines
            .Where(l => l.CommunityId == run.CommunityId && l.Period == run.Period.Previous && l.ChargeAssignmentId != null && l.ReversedById == null)
            .GroupBy(l => l.ItemName).Select(g => new { g.Key, Fen = g.Sum(l => l.Amount.Fen) }).ToDictionaryAsync(g => g.Key, g => g.Fen, cancel);
        var buildings = await db.Buildings.Where(b => b.CommunityId == run.CommunityId).Select(b => new { b.Id, b.Name, b.SortOrder }).ToListAsync(cancel);
        var gone = run.Kind == BillRunKind.Monthly
            ? inputs.Units.Where(u => !_units.Contains(u.Id) && !inputs.Before.GetValueOrDefault(u.Id).IsZero).Select(u => u.Code).ToList()
            : [];
        return new RunOverview(
            [
                .. _items.Keys.Union(before.Keys).Select(item => new ItemComparison(item, new Money(before.GetValueOrDefault(item)), new Money(_items.GetValueOrDefault(item))))
                    .OrderByDescending(i => i.Now.Fen).ThenBy(i => i.Item, StringComparer.Ordinal),
            ],
            [
                .. buildings.Where(b => _buildings.ContainsKey(b.Id)).OrderBy(b => b.SortOrder).ThenBy(b => b.Name, StringComparer.Ordinal)
                    .Select(b => new RunBuilding(b.Id, b.Name, _buildings[b.Id].Bills, 0, new Money(_buildings[b.Id].Fen))),
            ],
            gone.Count, [.. gone.Take(GoneShown)]);
    }

    private void AddItem(string item, long fen) => _items[item] = _items.GetValueOrDefault(item) + fen;

    private void AddBills(Guid unitId, int bills, long fen)
    {
        _units.Add(unitId);
        var building = inputs.UnitsById[unitId].BuildingId;
        var so = _buildings.GetValueOrDefault(building);
        _buildings[building] = (so.Bills + bills, so.Fen + fen);
    }
}
