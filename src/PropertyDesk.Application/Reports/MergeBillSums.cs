using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>Keeps the stored sums few: merges what was written loose, or makes all of them anew from the rows they sum up.</summary>
public sealed class MergeBillSums(DeskDbContext db, BillEvents events, BillLedger ledger, UnitMonthCounts counts)
{
    /// <summary>Loose sums that are merged in one transaction: few enough that no server locks the whole table for them.</summary>
    private const int AtOnce = 600;

    private static readonly SumGrain[] Grains = [SumGrain.Day, SumGrain.Month, SumGrain.CommunityDay];

    /// <summary>Several may run at once, beside everything that is booked: each loose sum is merged once, and no report sees it twice or not.</summary>
    public async Task RunAsync(CancellationToken cancel = default)
    {
        while (await MergeAsync(cancel))
        {
        }
    }

    /// <summary>
    /// Makes all of the company's sums anew, at one moment of the books. For an operator whom the audit told that they are
    /// wrong: the rows that they sum up are never touched. While nobody books: it reads all there ever was, and other writers wait
    /// for it or, on SQL Server, stand in its way.
    /// </summary>
    public async Task RebuildAsync(CancellationToken cancel = default)
    {
        await using var transaction = await db.BeginAtOneMomentAsync(cancel);
        await db.BillSums.ExecuteDeleteAsync(cancel);
        foreach (var year in await YearsAsync(cancel))
        {
            await db.BulkInsertAsync(await AnewAsync(year, cancel), cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>The years whose months were billed, or are summed up. One at a time is in memory: its months are in no other year's sums.</summary>
    internal async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancel = default) =>
        [.. (await db.BillRuns.Select(r => r.Period).Union(db.BillSums.Select(s => s.Period)).ToListAsync(cancel)).Select(month => month.Year).Distinct().Order()];

    /// <summary>What the sums of a year's months are by the rows.</summary>
    internal async Task<List<BillSum>> AnewAsync(int year, CancellationToken cancel = default)
    {
        var parts = await events.DaysOfAsync(year, cancel);
        parts.AddRange(await ledger.DaysOfAsync(year, cancel));
        parts.AddRange(await counts.DaysOfAsync(year, cancel));
        return Merge(parts, []);
    }

    private async Task<bool> MergeAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var loose = await db.BillSums.AsNoTracking().Where(s => s.Grain == SumGrain.Loose).OrderBy(s => s.Id).Take(AtOnce).ToListAsync(cancel);
        var ids = loose.ConvertAll(s => s.Id);
        // Away first: whoever merges the same waits here, and then finds that they are gone.
        if (loose.Count == 0 || await db.BillSums.Where(s => ids.Contains(s.Id)).ExecuteDeleteAsync(cancel) != loose.Count)
        {
            return false;
        }

        var keys = loose.SelectMany(part => Grains.Select(grain => BillSum.KeyOf(grain, part))).ToHashSet();
        var stored = await db.BillSums.Where(s => keys.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
        db.AddRange(Merge(loose, stored));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return loose.Count == AtOnce;
    }

    /// <summary>Adds parts to the sums that they belong to.</summary>
    /// <returns>The sums that were not among the stored ones, those of a grain together: as they are written, they are read.</returns>
    internal static List<BillSum> Merge(IEnumerable<BillSum> parts, Dictionary<Guid, BillSum> stored)
    {
        var anew = new List<BillSum>();
        foreach (var part in parts)
        {
            foreach (var grain in Grains)
            {
                var key = BillSum.KeyOf(grain, part);
                if (!stored.TryGetValue(key, out var sum))
                {
                    stored.Add(key, sum = BillSum.For(grain, part));
                    anew.Add(sum);
                }

                sum.Plus(part);
            }
        }

        return [.. anew.OrderBy(s => s.Grain)];
    }
}
