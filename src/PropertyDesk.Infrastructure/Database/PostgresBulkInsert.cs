using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>PostgreSQL's binary COPY, which joins the connection's transaction.</summary>
internal static class PostgresBulkInsert
{
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

    private static NpgsqlDbType TypeOf(BulkColumn column)
    {
        var parameter = (NpgsqlParameter)column.Mapping.CreateParameter(new NpgsqlCommand(), "p", null, nullable: true);
        return parameter.NpgsqlDbType;
    }
}
