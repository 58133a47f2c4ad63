using PropertyDesk.GatewaySim;

namespace PropertyDesk.FaultTests;

/// <summary>
/// The database goes away in the middle of everything: a server that is restarted without a word, the embedded file in the
/// hands of another program. What is asked meanwhile waits or fails; asked again, it happens once.
/// </summary>
public sealed class LosingTheDatabase(ITestOutputHelper output)
{
    private const int Losses = 3;
    private const int SecondsHeld = 3;

    [Fact]
    public async Task What_it_interrupts_happens_once_when_it_is_asked_again()
    {
        var (road, counts) = (new NoticeRoad(), new FaultCounts());
        await using var gateway = await Gateway.StartAsync(notifier: road.Client);
        var address = gateway.Address.ToString();
        await using var server = FaultDatabase.Server is null ? null : await PrivatePostgres.StartAsync();
        await using var database = await FaultDatabase.CreateAsync(server?.ConnectionString, address);
        for (var loss = 0; loss < Losses; loss++)
        {
            var world = await World.OpenAsync(database, gateway, Requests.OwnersOffline + Requests.OrdersOfRound);
            var run = new FaultRun(world, road, counts, new Random(loss));
            run.Requests.FillUp();
            await using var worker = await WorkerProcess.StartAsync(database, address);
            await run.FinishAsync(worker, () => server is null ? HoldAsync(database) : server.RestartAsync());
        }

        Assert.Equal(Losses, counts.Faults);
        counts.Tell("losses of the database", output);
    }

    private static async Task HoldAsync(FaultDatabase database)
    {
        using var holder = await WorkerProcess.HoldAsync(database, SecondsHeld);
        await holder.WaitForExitAsync();
        Assert.Equal(0, holder.ExitCode);
    }
}
