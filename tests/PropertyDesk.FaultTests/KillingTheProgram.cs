using System.Globalization;
using PropertyDesk.GatewaySim;

namespace PropertyDesk.FaultTests;

/// <summary>
/// The program is killed in the middle of payments, prepayments, allocations, voids, refunds, online orders, notices,
/// publications, collections by the bank and imports, again and again, and asked again with the same requests.
/// </summary>
public sealed class KillingTheProgram(ITestOutputHelper output)
{
    private const int RoundsOfWorld = 25;

    /// <summary>Kills of this run; more of them by the switch.</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("PROPERTYDESK_FAULT_ROUNDS") ?? "50", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Nothing_is_lost_and_nothing_is_booked_twice()
    {
        var (road, counts, seed) = (new NoticeRoad(), new FaultCounts(), Random.Shared.Next());
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var gateway = await Gateway.StartAsync(notifier: road.Client);
        var address = gateway.Address.ToString();
        await using var database = await FaultDatabase.CreateAsync(FaultDatabase.Server, address);
        await using var workers = new WorkerPool(database, address);
        for (var done = 0; done < Rounds; done += RoundsOfWorld)
        {
            var rounds = Math.Min(RoundsOfWorld, Rounds - done);
            var world = await World.OpenAsync(database, gateway, Requests.OwnersOffline + ((rounds + 1) * Requests.OrdersOfRound));
            var run = new FaultRun(world, road, counts, random);
            for (var round = 0; round < rounds; round++)
            {
                await using var worker = await workers.TakeAsync();
                await run.KillAsync(worker, Requests.Kinds[(done + round) % Requests.Kinds.Count]);
                if (round % 5 == 4)
                {
                    await BooksCheck.IsSoundAsync(world);
                }
            }

            await using var last = await workers.TakeAsync();
            await run.FinishAsync(last);
        }

        Assert.Equal(Rounds, counts.Faults);
        counts.Tell("kills", output);
    }
}
