using System.Diagnostics;
using System.Globalization;
using PropertyDesk.FaultWorker;

namespace PropertyDesk.FaultTests;

/// <summary>What a worker said.</summary>
/// <param name="Word">BEGIN, ACK or ERR.</param>
internal sealed record Said(string Word, Guid Id, string Text);

/// <summary>The program as a process of its own, started and ready; killed without warning or let end.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>Where the programs are that are killed: compiled ahead of time, where the caller of the suite made such, so that they start faster.</summary>
    public static readonly string Programs = Environment.GetEnvironmentVariable("PROPERTYDESK_FAULT_PROGRAMS") is { Length: > 0 } compiled ? compiled : AppContext.BaseDirectory;

    private readonly Process _process;

    private WorkerProcess(Process process, int port, TimeSpan start) => (_process, Port, StartTime) = (process, port, start);

    /// <summary>Where it takes notices.</summary>
    public int Port { get; }

    /// <summary>From the start of the process until it was ready.</summary>
    public TimeSpan StartTime { get; }

    public static async Task<WorkerProcess> StartAsync(FaultDatabase database, string gateway)
    {
        var watch = Stopwatch.StartNew();
        var process = Launch("work", database.Options.Provider.ToString(), database.Options.ConnectionString, gateway, database.Keys);
        var ready = await process.StandardOutput.ReadLineAsync() ?? "";
        return ready.StartsWith("READY ", StringComparison.Ordinal)
            ? new WorkerProcess(process, int.Parse(ready.AsSpan(6), CultureInfo.InvariantCulture), watch.Elapsed)
            : throw new InvalidOperationException($"The worker did not start: {ready} {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Another program that keeps the embedded database to itself; returned when it does.</summary>
    public static async Task<Process> HoldAsync(FaultDatabase database, int seconds)
    {
        var process = Launch("hold", database.Options.ConnectionString, seconds.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("HELD", await process.StandardOutput.ReadLineAsync());
        return process;
    }

    public async Task SendAsync(IEnumerable<Act> acts)
    {
        foreach (var act in acts)
        {
            await _process.StandardInput.WriteLineAsync(act.ToString());
        }

        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Everything that it says until it ends, what it said before it was killed included.</summary>
    public async IAsyncEnumerable<Said> ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            // A line that the end cut off was not said.
            if (line.Split(' ', 3) is [var word, var id, ..] parts && Guid.TryParse(id, out var act) && (word == "BEGIN" || parts.Length == 3))
            {
                yield return new Said(word, act, parts.Length == 3 ? parts[2] : "");
            }
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Lets it do what it was sent, and end.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Launch(params string[] arguments)
    {
        return Process.Start(new ProcessStartInfo(Path.Combine(Programs, "PropertyDesk.FaultWorker"), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        })!;
    }
}
