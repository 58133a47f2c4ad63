using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>The first screen of the collection report against the same sums read by hand-written SQL.</summary>
internal static class CollectionAgainstSql
{
    private const int Rounds = 5;

    /// <param name="units">Each with five charges a month.</param>
    /// <param name="months">Billed; all but the last of them are paid.</param>
    public static async Task MeasureAsync(DatabaseProvider provider, int units, int months)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(provider, pooling: true);
        var community = await database.AddCommunityAsync(units);
        var month = BillRunAgainstRawInsert.Month;
        for (var i = 0; i < months; i++)
        {
            var period = month;
            var run = (await database.In((BillRuns r) => r.DraftAsync(community, period))).RunId;
            await database.In((BillPublishing p) => p.PublishAsync(run));
            month = month.Next;
        }

        month = month.Previous;
        var today = await database.In((DeskDbContext db) => Task.FromResult(db.Current.Today(TimeProvider.System)));
        await PayAsync(database, month, today);
        var reader = new SqlCollection(database.Options, database.Company.Id);
        Task<CollectionReport> ServiceAsync() => database.In((CollectionRates r) => r.ReportAsync(month, today));
        var (report, sums) = (await ServiceAsync(), await reader.ReadAsync(month, today));
        var figures = report.Total.Figures;
        if ((figures.Billed, figures.Collected + figures.PriorCollected, figures.Households) != (sums.Billed, sums.Collected, sums.Households) || sums.Billed <= Money.Zero)
        {
            throw new InvalidOperationException("The hand-written SQL reads something else than the report.");
        }

        var (service, sql) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            service.Add(await TimeAsync(ServiceAsync));
            sql.Add(await TimeAsync(() => reader.ReadAsync(month, today)));
        }

        var ratio = new Sample(service.Zip(sql, (a, b) => a / b));
        Console.WriteLine($"| {provider} | {units:N0} units × {months} months | report {new Sample(service).Median:0} ms | SQL {new Sample(sql).Median:0} ms | ratio {ratio.Median:0.00} ({ratio.Spread("0.00")}) |");
    }

    // Straight into the table: only the reading is measured. The ledger does not know of it and the report says so.
    private static Task<int> PayAsync(BenchmarkDatabase database, BillingMonth last, DateOnly today) => database.In((DeskDbContext db) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO "Allocations" ("CompanyId", "Id", "CommunityId", "BillId", "BillLineId", "ChargeItemId", "Period", "Amount_Fen", "AppliedOn")
        SELECT "CompanyId", "Id", "CommunityId", "BillId", "Id", "ChargeItemId", "Period", "Amount_Fen", {today} FROM "BillLines" WHERE "Period" < {last.Number}
        """));

    private static async Task<double> TimeAsync<T>(Func<Task<T>> read)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        await read();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
