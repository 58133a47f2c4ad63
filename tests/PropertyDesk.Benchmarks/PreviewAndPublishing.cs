using System.Diagnostics;
using PropertyDesk.Application.Billing;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>
/// The run page of a large draft, query by query as the page asks them, with a published month before it to compare with;
/// and what publishing that month took.
/// </summary>
internal static class PreviewAndPublishing
{
    private const int Rounds = 5;

    public static async Task MeasureAsync(DatabaseProvider provider, int units)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(provider);
        var community = await database.AddCommunityAsync(units);
        var before = await database.In((BillRuns runs) => runs.DraftAsync(community, BillRunAgainstRawInsert.Month.Previous));
        var watch = Stopwatch.StartNew();
        var memory = await PeakMemory.OfPublishingAsync(database.Options, before.RunId);
        Console.WriteLine($"{provider} {units:N0} units: published in {watch.Elapsed.TotalSeconds:N1} s, peak working set {memory.WorkingSetMiB:N0} MiB, GC heap {memory.HeapMiB:N0} MiB");

        var draft = await database.In((BillRuns runs) => runs.DraftAsync(community, BillRunAgainstRawInsert.Month));
        var run = await database.In((BillRunQueries queries) => queries.FindAsync(draft.RunId));
        Console.WriteLine("| database | units | query of the run page | ms (median of 5, spread) |");
        Console.WriteLine("|---|--:|---|--:|");
        var total = 0.0;
        foreach (var (name, act) in Queries(database, run))
        {
            var sample = await TimeAsync(act);
            total += sample.Median;
            Console.WriteLine($"| {provider} | {units:N0} | {name} | {sample.Median:N0} ({sample.Spread("N0")}) |");
        }

        Console.WriteLine($"| {provider} | {units:N0} | all | {total:N0} |");
    }

    private static IEnumerable<(string Name, Func<Task> Act)> Queries(BenchmarkDatabase database, BillRunRow run) =>
    [
        ("run", () => database.In((BillRunQueries q) => q.FindAsync(run.Id))),
        ("overview", () => database.In((BillRunQueries q) => q.OverviewAsync(run))),
        ("changes", () => database.In((RunChanges c) => c.PageAsync(run, null, 1))),
        ("left out", () => database.In((OmissionQueries q) => q.OfRunAsync(run.Id))),
    ];

    private static async Task<Sample> TimeAsync(Func<Task> act)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await act();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return new Sample(times);
    }
}
