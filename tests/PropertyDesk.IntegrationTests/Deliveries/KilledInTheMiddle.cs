using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.IntegrationTests.Deliveries;

/// <summary>The real program as a process of its own, killed again and again while it sends: nothing is lost, nothing shows twice.</summary>
[Collection(nameof(DeliveryRig))]
public sealed class KilledInTheMiddle(ITestOutputHelper output)
{
    private const int Kills = 5;
    private const int PerMinute = 6000;

    /// <summary>Messages of this run; more of them by the switch.</summary>
    private static readonly int Messages = int.Parse(Environment.GetEnvironmentVariable("PROPERTYDESK_DELIVERIES") ?? "900", CultureInfo.InvariantCulture);

    /// <summary>What a process may grow by while it sends its part: what is read once and kept, not what is sent.</summary>
    private const long Growth = 96L * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4) + TimeSpan.FromMilliseconds(50 * Messages);

    [Fact]
    public async Task Every_message_arrives_and_a_mailbox_shows_it_once()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        await rig.QueueAsync(DeliveryChannel.Email, Messages);
        // The process has the real clock, which is years ahead; it must not be night there.
        await rig.Desk.In((Application.Deliveries.DeliverySetup s) => s.ChangeAsync(DeliverySettings.UsualOrder, new QuietHours(TimeOnly.MinValue, TimeOnly.MinValue), new(PerMinute, PerMinute, 50, 50), DeliveryLanguage.Chinese));
        rig.Box.Slowness = TimeSpan.FromMilliseconds(3);
        var watch = Stopwatch.StartNew();

        for (var kill = 1; kill <= Kills; kill++)
        {
            await WithWorkerAsync(rig, _ => Task.FromResult(rig.Box.Letters.Count >= kill * Messages / (Kills + 1)));
        }

        var (early, late) = (0L, 0L);
        await WithWorkerAsync(rig, async worker =>
        {
            worker.Refresh();
            (early, late) = (rig.Box.Letters.Count < Messages * 11 / 12 ? worker.WorkingSet64 : early, worker.WorkingSet64);
            return rig.Box.Letters.Count >= Messages && await rig.CountAsync(DeliveryState.Sent) == Messages;
        });

        output.WriteLine($"{Messages} messages, {Kills} kills, {rig.Box.Letters.Count - rig.Box.Distinct} came twice under one Message-Id, {watch.Elapsed.TotalSeconds:0} s, working set {early >> 20} → {late >> 20} MiB");
        Assert.Equal(Messages, rig.Box.Distinct);
        // At most the one letter under way at each kill came twice, under the same Message-Id.
        Assert.InRange(rig.Box.Letters.Count, Messages, Messages + Kills);
        Assert.InRange(late - early, long.MinValue, Growth);
        var starts = await rig.Desk.See(db => db.Deliveries.OrderBy(d => d.StartedAt).Select(d => d.StartedAt!.Value).ToListAsync());
        Assert.All(starts.Skip(PerMinute).Index(), s => Assert.True(s.Item - starts[s.Index] >= TimeSpan.FromMinutes(1), $"More than {PerMinute} within a minute from {starts[s.Index]:O}."));
    }

    private static Process Start(DeliveryRig rig)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "PropertyDesk.Web.dll"), "--urls", "http://127.0.0.1:0", "--Database:Provider", TestEngine.Provider,
            "--Database:ConnectionString", rig.Host.Connection, "--KeysFolder", Path.Combine(Path.GetTempPath(), "propertydesk-test-keys"),
            "--Mail:AllowPrivateHosts", "true", "--Deliveries:LeaseSeconds", "8", "--Serilog:MinimumLevel:Default", "Error",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    // Killed when it is done, and when it is not done in time.
    private static async Task WithWorkerAsync(DeliveryRig rig, Func<Process, Task<bool>> done)
    {
        using var worker = Start(rig);
        try
        {
            var watch = Stopwatch.StartNew();
            while (!await done(worker))
            {
                Assert.True(watch.Elapsed < Patience && !worker.HasExited, "Not done in time.");
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            worker.Kill();
            await worker.WaitForExitAsync(CancellationToken.None);
        }
    }
}
