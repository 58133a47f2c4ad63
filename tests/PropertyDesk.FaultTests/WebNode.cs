using System.Diagnostics;
using System.Globalization;
using PropertyDesk.IntegrationTests.Architecture;
using PropertyDesk.Infrastructure.Database;
using PropertyDesk.IntegrationTests;

namespace PropertyDesk.FaultTests;

/// <summary>What a program holds of the machine.</summary>
internal readonly record struct Held(double Megabytes, int Handles);

/// <summary>The product's own program as one of several nodes on a database.</summary>
/// <param name="keys">Folder of the data-protection keys; null where they stand in the database.</param>
internal sealed class WebNode(DatabaseOptions database, bool jobs, string? keys = null) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private Process? _process;

    public int Port { get; } = Ports.Free();

    private Uri Ready => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/health/ready"));

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public Task StartAsync()
    {
        Launch();
        return WaitAsync();
    }

    /// <summary>Starts it.</summary>
    public void Launch()
    {
        // The worker's list of libraries holds all of the product's.
        var (program, libraries) = (Path.Combine(WorkerProcess.Programs, "PropertyDesk.Web.dll"), Path.Combine(WorkerProcess.Programs, "PropertyDesk.FaultWorker.deps.json"));
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", "--depsfile", libraries, program, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"), "--Jobs:Enabled", jobs ? "true" : "false", "--PublicUrl", "http://localhost", "--Database:Provider", database.Provider.ToString(), "--Database:ConnectionString", database.ConnectionString, "--KeysFolder", keys ?? "" },
            WorkingDirectory = Path.Combine(SourceFiles.Root, "src/PropertyDesk.Web"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public Task WaitAsync() => WaitAsync(_process!, Ready);

    /// <summary>Whether it says so now.</summary>
    public async Task<bool> IsReadyAsync()
    {
        using var client = new HttpClient();
        return await IsFineAsync(client, Ready);
    }

    /// <summary>Waits until a program that was started answers well at an address.</summary>
    public static async Task WaitAsync(Process process, Uri address)
    {
        using var client = new HttpClient();
        for (var watch = Stopwatch.StartNew(); !await IsFineAsync(client, address); await Task.Delay(100))
        {
            Assert.False(process.HasExited, $"{process.StartInfo.FileName} ended instead of starting.");
            Assert.True(watch.Elapsed < Patience, $"{address} does not answer.");
        }
    }

    /// <summary>As when the machine lost its power.</summary>
    public void Kill() => _process!.Kill();

    public Held Holds()
    {
        _process!.Refresh();
        return new Held(_process.WorkingSet64 / 1e6, _process.HandleCount);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private static async Task<bool> IsFineAsync(HttpClient client, Uri address)
    {
        try
        {
            using var answer = await client.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
