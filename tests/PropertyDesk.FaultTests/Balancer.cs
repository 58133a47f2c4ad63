using System.Diagnostics;
using System.Globalization;
using PropertyDesk.IntegrationTests.Architecture;
using PropertyDesk.IntegrationTests;

namespace PropertyDesk.FaultTests;

/// <summary>HAProxy with the very settings of docker-compose.yml; only the addresses are those of this machine.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _file;

    private Balancer(Process process, string file, int port) => (_process, _file, Address) = (process, file, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}")));

    public Uri Address { get; }

    /// <summary>Starts it, and waits until it leads to a node.</summary>
    public static async Task<Balancer> StartAsync(IReadOnlyList<WebNode> nodes)
    {
        var port = Ports.Free();
        var settings = Settings().Replace("bind :8080", string.Create(CultureInfo.InvariantCulture, $"bind 127.0.0.1:{port}"), StringComparison.Ordinal);
        for (var i = 0; i < nodes.Count; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"server web{i + 1} web{i + 1}:8080");
            Assert.Contains(name, settings, StringComparison.Ordinal);
            settings = settings.Replace(name, string.Create(CultureInfo.InvariantCulture, $"server web{i + 1} 127.0.0.1:{nodes[i].Port}"), StringComparison.Ordinal);
        }

        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, settings);
        var balancer = new Balancer(Process.Start(new ProcessStartInfo("haproxy", ["-db", "-f", file]) { UseShellExecute = false })!, file, port);
        await WebNode.WaitAsync(balancer._process, new Uri(balancer.Address, "health/ready"));
        return balancer;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(_file);
    }

    /// <summary>The block that stands under the balancer's "content".</summary>
    private static string Settings()
    {
        const string Indent = "      ";
        var content = File.ReadAllLines(Path.Combine(SourceFiles.Root, "docker-compose.yml")).SkipWhile(l => l.Trim() != "content: |").Skip(1).TakeWhile(l => l.StartsWith(Indent, StringComparison.Ordinal)).Select(l => l[Indent.Length..]).ToList();
        Assert.NotEmpty(content);
        return string.Join('\n', content) + "\n";
    }
}
