namespace PropertyDesk.Infrastructure.Documents.Layout;

/// <summary>A scale from 0 in round steps: 1, 2 or 5 times a power of ten.</summary>
/// <param name="Top">The highest mark; never 0.</param>
internal readonly record struct ChartScale(double Step, double Top)
{
    private const int LeastSteps = 4;

    public static ChartScale For(double highest)
    {
        if (highest <= 0)
        {
            return new ChartScale(0.25, 1);
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(highest / LeastSteps)));
        var step = new[] { 5, 2, 1 }.Select(factor => factor * power).First(s => highest / s >= LeastSteps - 0.1 || s == power);
        return new ChartScale(step, Math.Ceiling((highest / step) - 1e-9) * step);
    }

    public IEnumerable<double> Marks()
    {
        for (var i = 0; i * Step <= Top * (1 + 1e-9); i++)
        {
            yield return i * Step;
        }
    }
}
