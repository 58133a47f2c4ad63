using System.Diagnostics;
using PropertyDesk.Application.Billing;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>The bill runs of several communities, drafted and published by one, two and four workers at once.</summary>
internal static class BillRunsAcrossWorkers
{
    private const int Communities = 8;
    private const int Rounds = 3;

    /// <param name="units">Of each community.</param>
    public static async Task MeasureAsync(DatabaseProvider provider, int units)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(provider, pooling: true);
        var communities = new List<Guid>();
        for (var i = 0; i < Communities; i++)
        {
            communities.Add(await database.AddCommunityAsync(units));
        }

        var month = BillRunAgainstRawInsert.Month;
        await RunAsync(1); // warms up
        var times = new Dictionary<int, List<double>> { [1] = [], [2] = [], [4] = [] };
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (workers, taken) in times)
            {
                taken.Add(await RunAsync(workers));
            }
        }

        foreach (var (workers, taken) in times)
        {
            var (sample, gain) = (new Sample(taken), new Sample(times[1].Zip(taken, (one, t) => one / t)));
            Console.WriteLine($"| {provider} | {Communities} × {units:N0} units | {workers} worker(s) | {sample.Median:N0} ms | {Communities * units / sample.Median * 1000:N0} units/s | {gain.Median:0.00} times one ({gain.Spread("0.00")}) |");
        }

        async Task<double> RunAsync(int workers)
        {
            GC.Collect();
            var (period, start) = (month, Stopwatch.GetTimestamp());
            month = month.Next;
            await Parallel.ForEachAsync(communities, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (community, _) =>
            {
                var run = (await database.In((BillRuns runs) => runs.DraftAsync(community, period))).RunId;
                await database.In((BillPublishing publishing) => publishing.PublishAsync(run));
            });
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }
}
