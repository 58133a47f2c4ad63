using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>Counts households and open bills: what an act changes of them, and all of them anew.</summary>
public sealed class UnitMonthCounts(DeskDbContext db)
{
    /// <summary>
    /// Adds what an act changes to its sums: the counts of each unit's month as they will be, less what they were. In the
    /// act's transaction, before its rows are written.
    /// </summary>
    /// <param name="bills">Those that the act changes, which are held or will be saved: nobody else can change them meanwhile.</param>
    /// <param name="moves">What happens to them.</param>
    /// <param name="areNew">The act issues them: they are not counted yet.</param>
    internal async Task AddAsync(LooseSums sums, IReadOnlyCollection<Bill> bills, IReadOnlyCollection<BillMove> moves, bool areNew, CancellationToken cancel)
    {
        var (units, months) = (bills.Select(b => b.UnitId).ToHashSet(), bills.Select(b => b.Period).ToHashSet());
        var (ids, billOf) = (bills.Select(b => b.Id).ToHashSet(), bills.GroupBy(b => (b.UnitId, b.Period)).ToDictionary(g => g.Key, g => g.First()));
        var counted = db.Bills.Where(b => units.Contains(b.UnitId) && months.Contains(b.Period) && !(areNew && ids.Contains(b.Id)));
        var before = await ReadAsync();
        if (before.Select(m => m.Bill.Id).Where(id => !ids.Contains(id)).ToHashSet() is { Count: > 0 } others)
        {
            await HoldAsync(others, cancel);
            before = await ReadAsync();
        }

        foreach (var unit in before.Concat(moves).GroupBy(m => (m.Bill.UnitId, m.Bill.Period)))
        {
            sums.Counted(unit, change => new BillSum(billOf[unit.Key], change));
        }

        foreach (var unit in before.GroupBy(m => (m.Bill.UnitId, m.Bill.Period)))
        {
            sums.Counted(unit, change => new BillSum(billOf[unit.Key], change), -1);
        }

        // Of two units that are paid for two months, each for one, the other month was read as well.
        async Task<List<BillMove>> ReadAsync() => (await MovesAsync(counted, areFew: true, cancel)).FindAll(m => billOf.ContainsKey((m.Bill.UnitId, m.Bill.Period)));
    }

    /// <summary>What is counted of the units' months of a year on each day, by place. One month at a time is in memory.</summary>
    internal async Task<IReadOnlyList<BillSum>> DaysOfAsync(int year, CancellationToken cancel)
    {
        var communities = await db.Communities.ToDictionaryAsync(c => c.Id, cancel);
        var sums = new LooseSums();
        foreach (var month in Enumerable.Range(1, 12).Select(m => new BillingMonth(year, m)))
        {
            foreach (var unit in (await MovesAsync(db.Bills.Where(b => b.Period == month), areFew: false, cancel)).GroupBy(m => m.Bill.UnitId))
            {
                sums.Counted(unit, c => new BillSum(communities[c.Bill.CommunityId], c.Bill.BuildingId, c.Bill.UnitKind, null, c.Bill.Period, c.Bill.DueOn, c.On));
            }
        }

        return sums.All;
    }

    /// <summary>All that happened to bills. Three plain questions, each by an index: one that joins them all takes a server longer to plan than to answer.</summary>
    /// <param name="areFew">They are named one by one; otherwise they are asked for once more.</param>
    private async Task<List<BillMove>> MovesAsync(IQueryable<Bill> bills, bool areFew, CancellationToken cancel)
    {
        var issued = await bills.Where(b => b.IssuedOn != null)
            .Select(b => new { Bill = new IssuedBill(b.Id, b.CommunityId, b.UnitId, b.Period, b.Number, b.IssuedOn!.Value, b.DueOn, b.BuildingId, b.UnitKind), b.Total.Fen })
            .ToDictionaryAsync(b => b.Bill.Id, cancel);
        Guid[] ids = areFew ? [.. issued.Keys] : [];
        var allocations = areFew ? db.Allocations.Where(a => ids.Contains(a.BillId)) : db.Allocations.Where(a => bills.Any(b => b.Id == a.BillId));
        var credits = areFew ? db.BillCredits.Where(c => ids.Contains(c.BillId)) : db.BillCredits.Where(c => bills.Any(b => b.Id == c.BillId));
        // A bill has many lines, and is mostly paid at once.
        var paid = await allocations.GroupBy(a => new { a.BillId, a.AppliedOn }).Select(g => new { g.Key.BillId, On = g.Key.AppliedOn, Fen = g.Sum(a => a.Amount.Fen) }).ToListAsync(cancel);
        var credited = await credits.Where(c => c.On != null).GroupBy(c => new { c.BillId, c.On }).Select(g => new { g.Key.BillId, On = g.Key.On!.Value, Fen = g.Sum(c => c.Amount.Fen) }).ToListAsync(cancel);
        return
        [
            .. issued.Values.Select(b => b.Bill.Move(b.Bill.IssuedOn, b.Fen)),
            .. paid.Concat(credited).Where(m => issued.ContainsKey(m.BillId)).Select(m => issued[m.BillId].Bill.Move(m.On, -m.Fen)),
        ];
    }

    /// <summary>
    /// Keeps whoever changes another bill of the same households from counting beside this act: what they read of it before
    /// is not what they save any more, and they begin anew.
    /// </summary>
    private async Task HoldAsync(HashSet<Guid> others, CancellationToken cancel)
    {
        // Those that the act's own context has are checked and changed when it saves; in bulk there is none of them.
        foreach (var entry in db.ChangeTracker.Entries<Bill>().Where(e => others.Contains(e.Entity.Id)).ToList())
        {
            entry.Property(b => b.Version).CurrentValue = Guid.NewGuid();
            others.Remove(entry.Entity.Id);
        }

        if (others.Count == 0)
        {
            return;
        }

        var version = Guid.NewGuid();
        await db.Bills.Where(b => others.Contains(b.Id)).ExecuteUpdateAsync(set => set.SetProperty(b => b.Version, version), cancel);
    }
}
