using System.Runtime.InteropServices;

namespace PropertyDesk.Web.Operations;

/// <summary>Whether this node was told to stop and waits for the balancer to leave it alone.</summary>
public sealed class Draining
{
    private volatile bool _hasBegun;

    public bool HasBegun => _hasBegun;

    public void Begin() => _hasBegun = true;
}

/// <summary>
/// Stops on signals. On SIGTERM the node first says that it is not ready, and goes on serving for
/// <c>Shutdown:DrainSeconds</c> (0 unless told), so that the balancer sends nobody into a closed door; Ctrl+C stops at once.
/// </summary>
internal sealed partial class DrainingLifetime(IHostApplicationLifetime lifetime, Draining draining, IConfiguration configuration, TimeProvider clock, ILogger<DrainingLifetime> log) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, TimeSpan.FromSeconds(configuration.GetValue("Shutdown:DrainSeconds", 0)))));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, TimeSpan.Zero)));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGQUIT, signal => Stop(signal, TimeSpan.Zero)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _signals.ForEach(s => s.Dispose());

    private void Stop(PosixSignalContext signal, TimeSpan drain)
    {
        // The process ends when the host has ended, not now.
        signal.Cancel = true;
        draining.Begin();
        Stops(log, drain.TotalSeconds);
        _ = StopAfterAsync(drain);
    }

    private async Task StopAfterAsync(TimeSpan drain)
    {
        if (drain > TimeSpan.Zero)
        {
            await Task.Delay(drain, clock);
        }

        lifetime.StopApplication();
    }

    [LoggerMessage(LogLevel.Information, "This node stops in {Seconds} s; until then it serves and says that it is not ready.")]
    private static partial void Stops(ILogger log, double seconds);
}
