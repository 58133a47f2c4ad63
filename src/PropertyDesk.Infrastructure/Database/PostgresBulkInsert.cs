using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>PostgreSQL's binary COPY, which joins the connection's transaction.</summary>
internal static class PostgresBulkInsert
{
    // Fewer rows do no harm under any plan.
    private const int Many = 1_000;

    public static async Task RunAsync<T>(DbContext db, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        var table = BulkColumns.Of<T>(db);
        var types = table.Columns.Select(c => TypeOf(c)).ToArray();
        var names = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            var copy = await connection.BeginBinaryImportAsync($"COPY \"{table.Table}\" ({names}) FROM STDIN (FORMAT BINARY)", cancel);
            await using (copy)
            {
                // A large community on a busy server may take longer than a command of the desk may.
                copy.Timeout = TimeSpan.FromMinutes(10);
                await WriteAsync(copy, table, types, rows, cancel);
                await copy.CompleteAsync(cancel);
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

    private static async Task WriteAsync<T>(NpgsqlBinaryImporter copy, BulkColumns table, NpgsqlDbType[] types, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            for (var i = 0; i < types.Length; i++)
            {
                if (table.Columns[i].Read(row!) is { } value)
                {
                    await copy.WriteAsync(value, types[i], cancel);
                }
                else
                {
                    await copy.WriteNullAsync(cancel);
                }
            }
        }
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
