namespace PropertyDesk.GatewaySim;

/// <summary>A window to watch the gateway and to play the owner in: dotnet run -- http://127.0.0.1:5099</summary>
internal static class Simulator
{
    public static async Task<int> Main(string[] args)
    {
        var address = args.FirstOrDefault() ?? "http://127.0.0.1:5099";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !uri.IsLoopback)
        {
            await Console.Error.WriteLineAsync("The simulator listens on this machine only.");
            return 1;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            stop.Cancel();
        };
        await using var gateway = await Gateway.StartAsync(address);
        Console.WriteLine($"{gateway.Address}sim");
        await Task.Delay(Timeout.Infinite, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return 0;
    }
}
