using System.Diagnostics;
using System.Globalization;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>The most memory that one act took, in a process of its own that does nothing else.</summary>
/// <param name="WorkingSetMiB">Of the whole process, as the operating system counts it.</param>
/// <param name="HeapMiB">Of the managed objects alone, garbage included.</param>
internal sealed record PeakMemory(double WorkingSetMiB, double HeapMiB)
{
    private const double MiB = 1024 * 1024;

    /// <summary>Lets a child process make the draft of a community, and leaves the draft in the database.</summary>
    public static Task<PeakMemory> OfDraftAsync(DatabaseOptions database, Guid community) => InChildAsync("draft-in-child", database, community);

    /// <summary>Lets a child process publish a run.</summary>
    public static Task<PeakMemory> OfPublishingAsync(DatabaseOptions database, Guid run) => InChildAsync("publish-in-child", database, run);

    /// <summary>The child's part: does it and prints the two peaks.</summary>
    public static async Task WatchAsync(Task act)
    {
        var heap = 0L;
        while (!act.IsCompleted)
        {
            heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
            await Task.Delay(10);
        }

        await act;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{self.PeakWorkingSet64 / MiB:0} {heap / MiB:0}"));
    }

    private static async Task<PeakMemory> InChildAsync(string act, DatabaseOptions database, Guid id)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(PeakMemory).Assembly.Location);
        }

        foreach (var argument in new[] { act, $"{database.Provider}", database.ConnectionString, $"{id}" })
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        var answer = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return answer.Split(' ', StringSplitOptions.TrimEntries) is [var set, var heap] && child.ExitCode == 0
            ? new PeakMemory(double.Parse(set, CultureInfo.InvariantCulture), double.Parse(heap, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The child process failed: {answer}");
    }
}
