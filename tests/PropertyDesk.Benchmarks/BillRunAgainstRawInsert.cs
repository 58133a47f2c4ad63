using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>
/// A month's draft (reading, computing, writing) against writing the same rows only, in the same database and run, turn and
/// turn about: the ratio says what the program adds to the floor that the database sets, and bears comparison between machines.
/// </summary>
internal static class BillRunAgainstRawInsert
{
    public static readonly BillingMonth Month = new(2025, 5);

    /// <summary>Small runs are repeated more often: they scatter more.</summary>
    public static async Task<BillRunFigures> MeasureAsync(DatabaseProvider provider, int units, int rounds)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(provider);
        var community = await database.AddCommunityAsync(units);
        var memory = await PeakMemory.OfDraftAsync(database.Options, community);
        await ClearAsync(database);
        var (drafts, raws) = (new List<double>(), new List<double>());
        var rows = 0;
        for (var round = 0; round < rounds; round++)
        {
            (var draft, rows) = await DraftAsync(database, community);
            drafts.Add(draft);
            raws.Add(await RawAsync(database));
            Console.WriteLine($"  {provider} {units:N0} round {round + 1}: draft {drafts[^1]:N0} ms, raw {raws[^1]:N0} ms, ratio {drafts[^1] / raws[^1]:0.00}");
        }

        return new BillRunFigures(provider, units, rows, new Sample(drafts), new Sample(raws), new Sample(drafts.Zip(raws, (d, r) => d / r)), memory);
    }

    private static async Task<(double Milliseconds, int Rows)> DraftAsync(BenchmarkDatabase database, Guid community)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var draft = await database.In((BillRuns runs) => runs.DraftAsync(community, Month));
        return (watch.Elapsed.TotalMilliseconds, draft.BillCount + draft.LineCount);
    }

    // The rows that the draft wrote are read, deleted, and written again by nothing but the bulk insert.
    private static async Task<double> RawAsync(BenchmarkDatabase database)
    {
        var (run, bills, lines) = await database.In(async (DeskDbContext db) =>
            (await db.BillRuns.AsNoTracking().SingleAsync(), await db.Bills.AsNoTracking().ToListAsync(), await db.BillLines.AsNoTracking().ToListAsync()));
        await ClearAsync(database);
        GC.Collect();
        var time = await database.In(async (DeskDbContext db) =>
        {
            var watch = Stopwatch.StartNew();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.BulkInsertAsync([run]);
            await db.BulkInsertAsync(bills);
            await db.BulkInsertAsync(lines);
            await transaction.CommitAsync();
            return watch.Elapsed.TotalMilliseconds;
        });
        await ClearAsync(database);
        return time;
    }

    private static Task<int> ClearAsync(BenchmarkDatabase database) => database.In(async (DeskDbContext db) =>
        await db.BillLines.ExecuteDeleteAsync() + await db.Bills.ExecuteDeleteAsync() + await db.BillRuns.ExecuteDeleteAsync());
}
