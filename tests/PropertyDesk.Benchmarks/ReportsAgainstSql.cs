using System.Diagnostics;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>The first screen of each report about bills and money against the same sums read by hand-written SQL, row by row.</summary>
internal static class ReportsAgainstSql
{
    private const int Rounds = 9;
    // Reads all that ever was.
    private const int RoundsOfSql = 2;

    /// <param name="units">Each with five charges a month.</param>
    public static async Task MeasureAsync(DatabaseProvider provider, int units, int months)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(provider, pooling: true);
        await BusyBooks.FillAsync(database, units, months);
        Console.WriteLine($"  filled in: {database.Options.ConnectionString}");
        await MeasureAsync(database);
    }

    /// <param name="withSql">The hand-written SQL takes minutes.</param>
    public static async Task MeasureAsync(BenchmarkDatabase database, bool withSql = true)
    {
        var today = await database.In((DeskDbContext db) => Task.FromResult(db.Current.Today(TimeProvider.System)));
        var month = BillingMonth.Of(today);
        var reader = new SqlCollection(database.Options, database.Company.Id);
        var (now, thisMonth) = (new FigureChoice(today, today, null), new FigureChoice(month.FirstDay, today, null));
        var past = new FigureChoice(month.FirstDay.AddMonths(-2), today.AddMonths(-1), null);

        await PrintAsync("collection rate", () => database.In((CollectionRates r) => r.ReportAsync(month, today)));
        await PrintAsync("collection rate, a month ago", () => database.In((CollectionRates r) => r.ReportAsync(month.Previous, today.AddMonths(-1))));
        await PrintAsync("today's page for managers", () => database.In((TodayFigures r) => r.ReportAsync(now)));
        await PrintAsync("trend of 36 months and cohorts", () => database.In((CollectionTrend r) => r.ReportAsync(now)));
        await PrintAsync("arrears", () => database.In((ArrearsFigures r) => r.ReportAsync(thisMonth, withDebtors: true)));
        await PrintAsync("arrears, a month ago", () => database.In((ArrearsFigures r) => r.ReportAsync(past, withDebtors: true)));
        await PrintAsync("money of this month", () => database.In((MoneyFigures r) => r.ReportAsync(thisMonth)));
        await PrintAsync("rows behind what is open", () => database.In((EventRows r) => r.ListAsync(new EventFilter(EventFigure.Closing, month, today))));
        await PrintAsync("rows behind what was collected", () => database.In((EventRows r) => r.ListAsync(new EventFilter(EventFigure.Collected, month, today))));

        if (withSql)
        {
            var (figures, sums) = ((await database.In((CollectionRates r) => r.ReportAsync(month, today))).Total, await reader.ReadAsync(month, today));
            var f = figures.Figures;
            if ((f.Billed, f.Collected + f.PriorCollected, f.Households) != (sums.Billed, sums.CollectedInWindow, sums.Households) || sums.Billed <= Money.Zero || !figures.Balances)
            {
                throw new InvalidOperationException($"The hand-written SQL reads something else than the report: {sums}, {f}.");
            }

            Console.WriteLine($"| {database.Options.Provider} | collection rate by SQL, row by row | {await TimeAsync(RoundsOfSql, () => reader.ReadAsync(month, today))} | |");
        }

        async Task PrintAsync<T>(string name, Func<Task<T>> read) => Console.WriteLine($"| {database.Options.Provider} | {name} | {await TimeAsync(Rounds, read)} | |");
    }

    private static async Task<string> TimeAsync<T>(int rounds, Func<Task<T>> read)
    {
        var times = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            await read();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // The first one compiles.
        var sample = new Sample(times.Skip(1));
        return $"{sample.Median:0} ms ({sample.Spread("0")})";
    }
}
