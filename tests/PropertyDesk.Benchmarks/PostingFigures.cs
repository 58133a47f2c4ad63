using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>How fast payments were posted by so many clerks at once.</summary>
/// <param name="PerSecond">Of all clerks together, round by round.</param>
/// <param name="P99">Milliseconds within which 99 of 100 were done, round by round.</param>
internal sealed record PostingSpeed(IReadOnlyList<double> PerSecond, IReadOnlyList<double> P50, IReadOnlyList<double> P99);

/// <summary>The service against hand-made SQL that writes the same rows, in the same run on the same database.</summary>
internal sealed record PostingFigures(DatabaseProvider Provider, int Clerks, PostingSpeed Service, PostingSpeed Sql)
{
    public static void Print(IEnumerable<PostingFigures> figures)
    {
        Console.WriteLine();
        Console.WriteLine("| database | clerks | service /s | SQL /s | throughput ratio (median, spread) | service p50 / p99 ms | SQL p50 / p99 ms | p99 ratio (median, spread) |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var f in figures)
        {
            var (rate, tail) = (Ratio(f.Sql.PerSecond, f.Service.PerSecond), Ratio(f.Service.P99, f.Sql.P99));
            Console.WriteLine($"| {f.Provider} | {f.Clerks} | {Median(f.Service.PerSecond):N0} | {Median(f.Sql.PerSecond):N0} | {rate.Median:0.00} ({rate.Spread("0.00")}) | {Median(f.Service.P50):0.0} / {Median(f.Service.P99):0.0} | {Median(f.Sql.P50):0.0} / {Median(f.Sql.P99):0.0} | {tail.Median:0.00} ({tail.Spread("0.00")}) |");
        }
    }

    private static double Median(IEnumerable<double> values) => new Sample(values).Median;

    private static Sample Ratio(IEnumerable<double> above, IEnumerable<double> below) => new(above.Zip(below, (a, b) => a / b));
}
