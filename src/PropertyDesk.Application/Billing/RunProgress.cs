using System.Collections.Concurrent;

namespace PropertyDesk.Application.Billing;

/// <summary>
/// How far the work on each run has come, for the page that shows it. Lives in this process beside the work: the work is
/// one transaction, so until it ends the database has nothing to show.
/// </summary>
public sealed class RunProgress
{
    private readonly ConcurrentDictionary<Guid, Step> _steps = new();

    /// <summary>How much of the work is done, 0 to 100; null where this process does not work on the run.</summary>
    public int? PercentOf(Guid runId) => _steps.TryGetValue(runId, out var step) ? step.Percent : null;

    /// <summary>Shows the work until it is disposed of.</summary>
    /// <param name="total">Units or bills to go through.</param>
    internal Step Begin(Guid runId, int total) => _steps[runId] = new Step(this, runId, total);

    internal sealed class Step(RunProgress all, Guid runId, int total) : IDisposable
    {
        private int _done;

        public int Percent => total == 0 ? 100 : Math.Min(100, (int)(100L * _done / total));

        public void Add(int done) => Interlocked.Add(ref _done, done);

        public void Dispose() => all._steps.TryRemove(new KeyValuePair<Guid, Step>(runId, this));
    }
}
