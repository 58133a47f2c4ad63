using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PropertyDesk.Application;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>
/// Writes by hand what the service writes for a payment: prepared statements, one for each table, on a connection that stays
/// open. Nothing is checked, nothing is read but the number.
/// </summary>
internal sealed class SqlClerk
{
    private static readonly string[] Tables = ["Payments", "PaymentTenders", "Allocations", "Receipts", "JournalEntries", "JournalLines", "BillSums"];
    private readonly DbConnection _connection;
    private readonly List<Dictionary<string, object>>[] _pattern;
    private readonly DbCommand _number, _bill, _lines;
    private readonly DbCommand[] _inserts;
    private readonly bool _isText;

    private SqlClerk(DbConnection connection, List<Dictionary<string, object>>[] pattern)
    {
        (_connection, _pattern, _isText) = (connection, pattern, connection is SqliteConnection);
        var receipt = pattern[3][0];
        _number = Command("UPDATE \"ReceiptBooks\" SET \"LastNumber\" = \"LastNumber\" + 1 WHERE \"CompanyId\" = @p0 AND \"CommunityId\" = @p1 AND \"Name\" = @p2 RETURNING \"LastNumber\"", receipt["CompanyId"], receipt["CommunityId"], receipt["Book"]);
        _bill = Command("UPDATE \"Bills\" SET \"Paid_Fen\" = \"Paid_Fen\" + @p0, \"Outstanding_Fen\" = \"Outstanding_Fen\" - @p0, \"Version\" = @p1 WHERE \"CompanyId\" = @p2 AND \"Id\" = @p3", 0L, Value(Guid.Empty), receipt["CompanyId"], Value(Guid.Empty));
        _lines = Command("UPDATE \"BillLines\" SET \"Paid_Fen\" = \"Paid_Fen\" + \"Outstanding_Fen\", \"Outstanding_Fen\" = 0 WHERE \"CompanyId\" = @p0 AND \"BillId\" = @p1", receipt["CompanyId"], Value(Guid.Empty));
        _inserts = [.. Tables.Select((table, i) => Insert(table, pattern[i]))];
    }

    /// <summary>Takes the newest payment of the database for its pattern.</summary>
    public static async Task<SqlClerk> OpenAsync(DatabaseOptions options, DeskDbContext db)
    {
        DbConnection connection = options.Provider == DatabaseProvider.Sqlite ? new SqliteConnection(options.ConnectionString) : new NpgsqlConnection(BenchmarkDatabase.PastTheWall(options));
        await connection.OpenAsync();
        if (connection is SqliteConnection)
        {
            await using var pragmas = connection.CreateCommand();
            pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000;";
            await pragmas.ExecuteNonQueryAsync();
        }

        var receipt = await db.Receipts.OrderByDescending(r => r.Number).Select(r => new { r.Id, r.PaymentId }).FirstAsync();
        var entry = await db.JournalEntries.Where(j => j.SourceId == receipt.PaymentId).Select(j => j.Id).SingleAsync();
        Guid[] keys = [receipt.PaymentId, receipt.PaymentId, receipt.PaymentId, receipt.PaymentId, entry, entry];
        string[] by = ["Id", "PaymentId", "PaymentId", "PaymentId", "Id", "JournalEntryId"];
        var pattern = new List<Dictionary<string, object>>[Tables.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            pattern[i] = await ReadAsync(connection, Tables[i], $"\"{by[i]}\" = @key", keys[i]);
        }

        // One for each item, and one for what the ledger has: the newest there are, for nobody else pays yet.
        pattern[^1] = await ReadAsync(connection, "BillSums", $"\"Grain\" = 'Loose' ORDER BY \"Id\" DESC LIMIT {pattern[2].Count + 1}", Guid.Empty);

        return new SqlClerk(connection, pattern);
    }

    public async Task TakeAsync(PayableBill bill)
    {
        await using var transaction = await _connection.BeginTransactionAsync();
        await RunAsync(_bill, transaction, bill.Total.Fen, Value(Guid.NewGuid()), _pattern[0][0]["CompanyId"], Value(bill.Id));
        await RunAsync(_lines, transaction, _pattern[0][0]["CompanyId"], Value(bill.Id));
        _number.Transaction = transaction;
        var number = await _number.ExecuteScalarAsync();
        var (payment, entry, owner) = (Value(Guid.NewGuid()), Value(Guid.NewGuid()), Value(bill.Owner));
        for (var i = 0; i < Tables.Length; i++)
        {
            await RunAsync(_inserts[i], transaction, [.. Rows(i, bill, payment, entry, owner, number!).SelectMany(r => r)]);
        }

        await transaction.CommitAsync();
    }

    private IEnumerable<IEnumerable<object>> Rows(int table, PayableBill bill, object payment, object entry, object owner, object number) =>
        _pattern[table].Select((row, position) => row.Select(column => column.Key switch
        {
            "Id" => table == 0 ? payment : table == 4 ? entry : Value(Guid.NewGuid()),
            "PaymentId" or "SourceId" => payment,
            "JournalEntryId" => entry,
            "OwnerId" when column.Value is not DBNull => owner,
            "BillId" when column.Value is not DBNull => Value(bill.Id),
            "BillLineId" => Value(bill.Lines[position].Id),
            "RequestId" => Value(Guid.NewGuid()),
            "Code" => Guid.NewGuid().ToString("n")[..12],
            "Number" => number,
            "Amount_Fen" => table switch
            {
                2 => bill.Lines[position].Amount.Fen,
                5 when column.Value is < 0L => -bill.Total.Fen,
                _ => bill.Total.Fen,
            },
            _ => column.Value,
        }));

    private static async Task<List<Dictionary<string, object>>> ReadAsync(DbConnection connection, string table, string which, Guid key)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE {which}";
        command.Parameters.Add(connection is SqliteConnection ? new SqliteParameter("@key", key) : new NpgsqlParameter("@key", key));
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, object>>();
        while (await reader.ReadAsync())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue));
        }

        return rows;
    }

    // SQLite keeps keys as text.
    private object Value(Guid id) => _isText ? id.ToString().ToUpperInvariant() : id;

    private DbCommand Insert(string table, List<Dictionary<string, object>> rows)
    {
        var count = 0;
        var values = rows.Select(row => $"({string.Join(", ", row.Select(_ => $"@p{count++}"))})").ToList();
        return Command($"INSERT INTO \"{table}\" ({string.Join(", ", rows[0].Keys.Select(c => $"\"{c}\""))}) VALUES {string.Join(", ", values)}", [.. rows.SelectMany(r => r.Values)]);
    }

    private DbCommand Command(string text, params object[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", values[i]);
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }

    private static async Task RunAsync(DbCommand command, DbTransaction transaction, params object[] values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        await command.ExecuteNonQueryAsync();
    }
}
