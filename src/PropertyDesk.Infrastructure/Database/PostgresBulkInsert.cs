using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using PropertyDesk.Application;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>
/// Inserts columns as arrays, many rows by one statement in the connection's transaction. COPY is faster still, but writes to no
/// table behind the wall between companies.
/// </summary>
internal static class PostgresBulkInsert
{
    // Fewer rows do no harm under any plan.
    private const int Many = 1_000;

    // As many as are held twice while they are sent.
    private const int AtOnce = 5_000;

    public static async Task RunAsync<T>(DeskDbContext db, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        var table = BulkColumns.Of<T>(db);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await PostgresWall.Instance.TellAsync(db, cancel);
            // All of them or none, however many statements it takes.
            await using var own = db.Database.CurrentTransaction is null && rows.Count > AtOnce ? await db.Database.BeginTransactionAsync(cancel) : null;
            foreach (var some in rows.Chunk(AtOnce))
            {
                await WriteAsync(connection, table, some, cancel);
            }

            if (own is not null)
            {
                await own.CommitAsync(cancel);
            }

            if (rows.Count >= Many)
            {
                await AnalyzeAsync(connection, table, rows.Count, cancel);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task WriteAsync<T>(NpgsqlConnection connection, BulkColumns table, T[] rows, CancellationToken cancel)
    {
        var names = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        var arrays = string.Join(", ", table.Columns.Select((c, i) => $"${i + 1}::{c.Mapping.StoreTypeNameBase}[]"));
        // A large community on a busy server may take longer than a command of the desk may.
        await using var insert = new NpgsqlCommand($"INSERT INTO \"{table.Table}\" ({names}) SELECT * FROM unnest({arrays})", connection) { CommandTimeout = (int)TimeSpan.FromMinutes(10).TotalSeconds };
        foreach (var column in table.Columns)
        {
            insert.Parameters.Add(new NpgsqlParameter { Value = ArrayOf(column, rows), NpgsqlDbType = NpgsqlDbType.Array | TypeOf(column) });
        }

        await insert.ExecuteNonQueryAsync(cancel);
    }

    private static Array ArrayOf<T>(BulkColumn column, T[] rows)
    {
        var type = column.Mapping.Converter?.ProviderClrType ?? column.Mapping.ClrType;
        var array = Array.CreateInstance(type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type, rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            array.SetValue(column.Read(rows[i]!), i);
        }

        return array;
    }

    /// <summary>
    /// A table that the server still believes to be (nearly) empty is counted again. Otherwise the check of every foreign
    /// key that leads to the new rows may walk through all rows of the company, for to the planner any index is as good
    /// as the key: a draft of 10,000 units then takes a minute, and four times that for twice as many.
    /// </summary>
    private static async Task AnalyzeAsync(NpgsqlConnection connection, BulkColumns table, int rows, CancellationToken cancel)
    {
        var known = new NpgsqlCommand("SELECT reltuples FROM pg_class WHERE oid = to_regclass($1)", connection) { Parameters = { new() { Value = $"\"{table.Table}\"" } } };
        await using (known)
        {
            if (await known.ExecuteScalarAsync(cancel) is not float believed || believed >= rows)
            {
                return;
            }
        }

        // Whoever else is counting the table just now does it for us.
        var analyze = new NpgsqlCommand($"ANALYZE (SKIP_LOCKED) \"{table.Table}\"", connection);
        await using (analyze)
        {
            await analyze.ExecuteNonQueryAsync(cancel);
        }
    }

    private static NpgsqlDbType TypeOf(BulkColumn column)
    {
        var parameter = (NpgsqlParameter)column.Mapping.CreateParameter(new NpgsqlCommand(), "p", null, nullable: true);
        return parameter.NpgsqlDbType;
    }
}
