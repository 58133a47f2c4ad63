namespace PropertyDesk.FaultTests;

/// <summary>Keeps workers started ahead: a round does not wait for the start of a process.</summary>
internal sealed class WorkerPool : IAsyncDisposable
{
    private const int Ahead = 2;
    private readonly Queue<Task<WorkerProcess>> _started = [];
    private readonly Func<Task<WorkerProcess>> _start;

    public WorkerPool(FaultDatabase database, string gateway)
    {
        _start = () => WorkerProcess.StartAsync(database, gateway);
        for (var i = 0; i < Ahead; i++)
        {
            _started.Enqueue(_start());
        }
    }

    public Task<WorkerProcess> TakeAsync()
    {
        _started.Enqueue(_start());
        return _started.Dequeue();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _started)
        {
            await (await worker).DisposeAsync();
        }
    }
}
