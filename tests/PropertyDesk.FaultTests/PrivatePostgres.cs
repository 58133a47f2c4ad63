using System.Diagnostics;
using System.Globalization;
using Npgsql;
using PropertyDesk.IntegrationTests;

namespace PropertyDesk.FaultTests;

/// <summary>A PostgreSQL server of this test's own, which nobody else misses when it is restarted.</summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private static readonly string Programs = Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").MaxBy(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture))!, "bin");
    private readonly string _folder;
    private readonly int _port;

    private PrivatePostgres(string folder, int port) => (_folder, _port) = (folder, port);

    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Timeout=5");

    private string Data => Path.Combine(_folder, "data");

    public static async Task<PrivatePostgres> StartAsync()
    {
        var server = new PrivatePostgres(Directory.CreateTempSubdirectory("propertydesk-pg").FullName, Ports.Free());
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root.
            await RunAsync("chown", "postgres", server._folder);
        }

        await server.ServerProgramAsync("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        await server.ControlAsync("start", "-o", string.Create(CultureInfo.InvariantCulture, $"-p {server._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={server._folder}"));
        return server;
    }

    /// <summary>No connection is ended in an orderly way: as when the machine lost its power.</summary>
    public async Task RestartAsync()
    {
        await ControlAsync("restart", "-m", "immediate");
        // Those of whoever checks; the worker has to find out by itself.
        NpgsqlConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        await ControlAsync("stop", "-m", "immediate");
        await RunAsync("rm", "-rf", _folder);
    }

    private Task ControlAsync(string what, params string[] arguments) =>
        ServerProgramAsync("pg_ctl", ["-D", Data, "-w", "-s", "-l", Path.Combine(_folder, "log"), .. arguments, what]);

    private Task ServerProgramAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(Programs, program), .. arguments])
        : RunAsync(Path.Combine(Programs, program), arguments);

    // The server outlives the program that starts it: a pipe to it would never end.
    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.GetTempPath(), UseShellExecute = false })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
