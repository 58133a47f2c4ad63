using System.Diagnostics;
using System.Globalization;

namespace PropertyDesk.FaultTests;

/// <summary>Two nodes start at once where there is no schema yet, and one is killed while it makes it.</summary>
public sealed class StartingOnAnEmptyDatabase(ITestOutputHelper output)
{
    private const int Rounds = 6;

    [Fact]
    public async Task One_killed_at_any_moment_leaves_a_database_on_which_both_serve()
    {
        var (random, longest, unready) = (new Random(), TimeSpan.Zero, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("propertydesk-start");
            var options = FaultDatabase.OptionsOf(FaultDatabase.Server, folder);
            var keys = FaultDatabase.Server is null ? folder.FullName : null;
            await using (WebNode first = new(options, jobs: false, keys), second = new(options, jobs: false, keys))
            {
                var watch = Stopwatch.StartNew();
                first.Launch();
                second.Launch();
                // The first round tells how long a start takes; the others die somewhere in it.
                await Task.Delay(round == 0 ? TimeSpan.FromSeconds(2) : longest * random.NextDouble());
                unready += await first.IsReadyAsync() ? 0 : 1;
                first.Kill();
                await second.WaitAsync();
                longest = watch.Elapsed > longest ? watch.Elapsed : longest;
                await first.StartAsync();
                Assert.True(await second.IsReadyAsync());
            }

            await FaultDatabase.DropAsync(options, folder);
        }

        FaultCounts.Tell(output, string.Create(CultureInfo.InvariantCulture, $"two nodes starting at once on an empty {FaultDatabase.Engine} database, one killed: {Rounds} times, {unready} before it was ready; all served in the end"));
    }
}
