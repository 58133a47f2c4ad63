using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>
/// Whoever writes to the embedded database waits in a queue. SQLite itself lets a writer sleep and try again, longer each
/// time, so that of several clerks one waits for seconds while the others pass, and each holds a thread meanwhile.
/// </summary>
/// <remarks>A turn that is not given back in time is waited for no longer: the database's own lock still stands behind it.</remarks>
internal sealed class SqliteTurns : DbConnectionInterceptor, IDbTransactionInterceptor
{
    /// <summary>Begins a transaction that does not ask for the lock of writers, and needs no turn.</summary>
    public const IsolationLevel ReadsOnly = IsolationLevel.ReadUncommitted;

    public static readonly SqliteTurns Instance = new();

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Queues = new(StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<DbConnection, SemaphoreSlim> Held = [];

    private SqliteTurns()
    {
    }

    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        var queue = QueueOf(connection);
        if (Waits(connection, eventData) && queue.Wait(Patience))
        {
            Held.AddOrUpdate(connection, queue);
        }

        return result;
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        var queue = QueueOf(connection);
        if (Waits(connection, eventData) && await queue.WaitAsync(Patience, cancellationToken))
        {
            Held.AddOrUpdate(connection, queue);
        }

        return result;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => GiveBack(eventData.Context!.Database.GetDbConnection());

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveBack(eventData.Context!.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => GiveBack(eventData.Context!.Database.GetDbConnection());

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveBack(eventData.Context!.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    // A transaction that is left without a word ends with the closing of its connection.
    public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => GiveBack(connection);

    public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        GiveBack(connection);
        return Task.CompletedTask;
    }

    // A connection whose BEGIN failed is put away without a word of its closing.
    public override InterceptionResult ConnectionDisposing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        GiveBack(connection);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionDisposingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        GiveBack(connection);
        return ValueTask.FromResult(result);
    }

    // Whoever left a transaction without a word on an open connection has its turn still.
    private static bool Waits(DbConnection connection, TransactionStartingEventData eventData) => eventData.IsolationLevel != ReadsOnly && !Held.TryGetValue(connection, out _);

    private static SemaphoreSlim QueueOf(DbConnection connection) => Queues.GetOrAdd(connection.DataSource, _ => new SemaphoreSlim(1, 1));

    private static void GiveBack(DbConnection connection)
    {
        if (Held.Remove(connection, out var queue))
        {
            queue.Release();
        }
    }
}
