using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.FaultWorker;

namespace PropertyDesk.FaultTests;

/// <summary>Lets workers do what a world's people ask, and interrupts them.</summary>
internal sealed class FaultRun(World world, NoticeRoad road, FaultCounts counts, Random random)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(200);

    // What an act of a kind took lately, so that the moment of death lies inside of it.
    private static readonly Dictionary<ActKind, double> Milliseconds = [];

    private readonly Dictionary<Guid, long> _begun = [];

    public Requests Requests { get; } = new(world);

    /// <summary>Kills the worker at a random moment of an act of the kind, and finds everything that was answered.</summary>
    public async Task KillAsync(WorkerProcess worker, ActKind aim)
    {
        Requests.FillUp();
        var acts = Requests.Waiting.Where(a => a.Kind == aim).ToList();
        var target = acts[random.Next(acts.Count)];
        var isKilled = false;
        var answered = await ListenAsync(worker, said =>
        {
            if (said is { Word: "BEGIN" } && said.Id == target.Id)
            {
                isKilled = true;
                _ = KillLaterAsync(worker, TimeSpan.FromMilliseconds(random.NextDouble() * 1.2 * Milliseconds.GetValueOrDefault(aim, 300)));
            }

            return said.Word == "ERR" ? throw new InvalidOperationException($"{said.Id}: {said.Text}") : Task.CompletedTask;
        });
        Assert.True(isKilled, $"{target} was not begun: no progress.");
        counts.Fault(aim, _begun.ContainsKey(target.Id), _begun.Count);
        var open = _begun.Keys.ToList();
        counts.BookedUnanswered += await world.See(db => db.Payments.CountAsync(p => open.Contains(p.RequestId)));
        await BooksCheck.HoldsAsync(world, Requests, answered);
        await BooksCheck.HoldsWhatTheGatewayWasToldAsync(world);
    }

    /// <summary>Lets the worker do all that waits, be it after errors, and end; then nothing may be missing.</summary>
    /// <param name="fault">Begun when the worker has answered a few; whoever is told of an error asks again.</param>
    public async Task FinishAsync(WorkerProcess worker, Func<Task>? fault = null)
    {
        var (swept, answers, running) = (false, 0, Task.CompletedTask);
        // Everything may have been answered before: a worker that is asked nothing says nothing.
        Requests.Add(Requests.Make(ActKind.Sweep));
        await ListenAsync(worker, async said =>
        {
            if (said.Word == "ERR")
            {
                counts.Errors.Add(said.Text);
                Assert.True(fault is not null, $"{said.Id}: {said.Text}");
                await Task.Delay(AskAgainAfter);
                await worker.SendAsync(Requests.Waiting.Where(a => a.Id == said.Id));
            }

            if (said.Word == "ACK" && ++answers == 4 && fault is not null)
            {
                counts.Fault(ActKind.Pay, hit: false, _begun.Count);
                running = fault();
            }

            if (said.Word == "ACK" && Requests.Waiting.Count == 0)
            {
                await running;
                if (swept)
                {
                    await world.Gateway.Notifier.IdleAsync();
                    worker.CloseInput();
                    return;
                }

                swept = true;
                await world.HurryAsync();
                Requests.Add(Requests.Make(ActKind.Sweep));
                await worker.SendAsync(Requests.Waiting);
            }
        });
        await BooksCheck.IsCompleteAsync(world, Requests);
        counts.NoticesTaken += world.Gateway.Orders.Count(o => o.IsTaken) + world.Gateway.Orders.Sum(o => o.Refunds.Count(r => r.IsTaken));
    }

    /// <summary>Sends all that waits and listens until the worker is no more.</summary>
    private async Task<List<Act>> ListenAsync(WorkerProcess worker, Func<Said, Task> also)
    {
        _begun.Clear();
        counts.Started(worker);
        var answered = new List<Act>();
        using var patience = new Timer(_ => worker.Kill(), null, Patience, Timeout.InfiniteTimeSpan);
        road.LeadTo(worker);
        await worker.SendAsync(Requests.Waiting);
        await foreach (var said in worker.ListenAsync())
        {
            if (said.Word == "BEGIN")
            {
                _begun[said.Id] = Stopwatch.GetTimestamp();
            }
            else if (_begun.Remove(said.Id, out var begun) && said.Word == "ACK" && Requests.Answered(said.Id, said.Text) is { } act)
            {
                answered.Add(act);
                counts.Answered++;
                Milliseconds[act.Kind] = (0.7 * Milliseconds.GetValueOrDefault(act.Kind, 300)) + (0.3 * Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                if (act.Kind == ActKind.Order)
                {
                    world.Gateway.Pay(said.Text);
                }
            }

            await also(said);
        }

        road.LeadTo(null);
        return answered;
    }

    private static async Task KillLaterAsync(WorkerProcess worker, TimeSpan delay)
    {
        await Task.Delay(delay);
        worker.Kill();
    }
}
