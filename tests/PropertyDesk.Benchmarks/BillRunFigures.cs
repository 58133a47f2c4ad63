using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>Repeated measurements of one thing.</summary>
internal sealed class Sample(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public double Median => _sorted[_sorted.Length / 2];

    /// <summary>The least and the greatest.</summary>
    public string Spread(string format) => $"{_sorted[0].ToString(format)}–{_sorted[^1].ToString(format)}";
}

/// <summary>What was measured for one size on one database; times in milliseconds.</summary>
/// <param name="Ratio">Draft to raw, round by round.</param>
internal sealed record BillRunFigures(DatabaseProvider Provider, int Units, int Rows, Sample Draft, Sample Raw, Sample Ratio, PeakMemory Memory);

/// <summary>The figures as a table, with the exponent by which the time grows: 1 is linear.</summary>
internal static class BillRunTable
{
    public static void Print(IReadOnlyCollection<BillRunFigures> figures)
    {
        Console.WriteLine();
        Console.WriteLine("| database | units | rows | draft ms (median) | raw insert ms (median) | ratio (median, spread) | peak working set MiB | peak GC heap MiB |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var f in figures)
        {
            Console.WriteLine($"| {f.Provider} | {f.Units:N0} | {f.Rows:N0} | {f.Draft.Median:N0} | {f.Raw.Median:N0} | {f.Ratio.Median:0.00} ({f.Ratio.Spread("0.00")}) | {f.Memory.WorkingSetMiB:N0} | {f.Memory.HeapMiB:N0} |");
        }

        foreach (var database in figures.GroupBy(f => f.Provider).Where(g => g.Count() > 1))
        {
            Console.WriteLine($"{database.Key}: draft time grows with units to the power of {Exponent([.. database]):0.00}");
        }
    }

    // The slope of the line of least squares through the logarithms.
    private static double Exponent(IReadOnlyCollection<BillRunFigures> figures)
    {
        var points = figures.Select(f => (X: Math.Log(f.Units), Y: Math.Log(f.Draft.Median))).ToList();
        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        return points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
    }
}
