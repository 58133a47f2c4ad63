using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PropertyDesk.Application;

namespace PropertyDesk.IntegrationTests.Ledger;

/// <summary>Does something just after a posting has looked whether its month is closed, while the posting stands still.</summary>
internal sealed class AfterTheCheck : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly int _company;
    private readonly Action<DeskDbContext> _act;
    private readonly List<IDisposable> _subscriptions = [];
    private int _done;

    public AfterTheCheck(Desk desk, Action<DeskDbContext> act)
    {
        (_company, _act) = (desk.Company.Id, act);
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>How often the closings were asked for.</summary>
    public int Times => _done;

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            _subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Context: DeskDbContext { Current.Id: { } company } db } command && company == _company
            && command.Command.CommandText.Contains("PeriodClosings", StringComparison.Ordinal) && Interlocked.Increment(ref _done) == 1)
        {
            _act(db);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
