using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.IntegrationTests.Deliveries;

/// <summary>The real program as a process of its own, killed again and again while it sends: nothing is lost, nothing shows twice.</summary>
[Collection(nameof(DeliveryRig))]
public sealed class KilledInTheMiddle
{
    private const int Messages = 120;
    private const int Kills = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Every_message_arrives_and_a_mailbox_shows_it_once()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        await rig.QueueAsync(DeliveryChannel.Email, Messages);
        // The process has the real clock, which is years ahead; it must not be night there.
        await rig.Desk.In((Application.Deliveries.DeliverySetup s) => s.ChangeAsync(DeliverySettings.UsualOrder, new QuietHours(TimeOnly.MinValue, TimeOnly.MinValue), new(6000, 6000, 50, 50), DeliveryLanguage.Chinese));
        rig.Box.Slowness = TimeSpan.FromMilliseconds(30);

        for (var kill = 1; kill <= Kills; kill++)
        {
            await WithWorkerAsync(rig, () => Task.FromResult(rig.Box.Letters.Count >= kill * Messages / (Kills + 1)));
        }

        await WithWorkerAsync(rig, async () => await rig.CountAsync(DeliveryState.Sent) == Messages);

        Assert.Equal(Messages, rig.Box.Distinct);
        // At most the one letter under way at each kill came twice, under the same Message-Id.
        Assert.InRange(rig.Box.Letters.Count, Messages, Messages + Kills);
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
    private static async Task WithWorkerAsync(DeliveryRig rig, Func<Task<bool>> done)
    {
        using var worker = Start(rig);
        try
        {
            var watch = Stopwatch.StartNew();
            while (!await done())
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
