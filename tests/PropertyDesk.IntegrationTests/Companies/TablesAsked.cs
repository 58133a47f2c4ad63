using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>Hears which statements the program sends to the database with a given id among their parameters.</summary>
internal sealed class TablesAsked : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];
    private readonly ConcurrentBag<string> _statements = [];
    private readonly Guid _id;

    private TablesAsked(Guid id) => _id = id;

    /// <summary>What was sent with the id so far.</summary>
    public IReadOnlyCollection<string> Statements => _statements;

    public static TablesAsked By(Guid id)
    {
        var asked = new TablesAsked(id);
        asked._subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(asked));
        return asked;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData data && data.Command.Parameters.Cast<DbParameter>().Any(p => Holds(p.Value)))
        {
            _statements.Add(data.Command.CommandText);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    private bool Holds(object? value) => value switch
    {
        Guid id => id == _id,
        string text => text.Contains(_id.ToString(), StringComparison.OrdinalIgnoreCase) || text.Contains(_id.ToString("n"), StringComparison.OrdinalIgnoreCase),
        IEnumerable<Guid> ids => ids.Contains(_id),
        _ => false,
    };
}
