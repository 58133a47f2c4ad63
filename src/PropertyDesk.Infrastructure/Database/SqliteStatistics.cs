using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>
/// Tells the embedded database how many rows an index finds. Without a word, SQLite takes ten rows for a company's whole
/// table and reads all of it to have it in order, where an index would find the one owner's bills; and statistics of its own
/// make nothing of a table that is still empty.
/// </summary>
internal static class SqliteStatistics
{
    private const long Rows = 1_000_000;
    private const long RowsOfCompany = 100_000;
    private const long RowsOfCommunity = 20_000;
    private const long RowsOfParent = 10;
    private const long ValuesOfOther = 10;

    private const string Indexes = """
        SELECT t.name, i.name, i."unique", (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno))
        FROM sqlite_schema t JOIN pragma_index_list(t.name) i WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\'
        """;

    /// <summary>Writes them anew, for all tables; connections that are open read them when they are opened again.</summary>
    public static async Task WriteAsync(DeskDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var found = new List<(string Table, string Index, string Rows)>();
        var read = connection.CreateCommand();
        await using (read)
        {
            read.CommandText = Indexes;
            await using var reader = await read.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                found.Add((reader.GetString(0), reader.GetString(1), RowsFound(reader.GetString(3).Split(','), reader.GetBoolean(2))));
            }
        }

        // Makes the table of statistics where there is none.
        await db.Database.ExecuteSqlAsync($"ANALYZE sqlite_schema");
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM sqlite_stat1");
            foreach (var (table, index, rows) in found)
            {
                await db.Database.ExecuteSqlAsync($"INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES({table}, {index}, {rows})");
            }

            await transaction.CommitAsync();
        }

        await db.Database.CloseConnectionAsync();
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Rows of the table, then how many are left after each column, as sqlite_stat1 has it.</summary>
    private static string RowsFound(string[] columns, bool isUnique)
    {
        var (left, stat) = (Rows, new List<long> { Rows });
        foreach (var (i, column) in columns.Index())
        {
            var after = column switch
            {
                "CompanyId" => RowsOfCompany,
                "CommunityId" => RowsOfCommunity,
                _ when column.EndsWith("Id", StringComparison.Ordinal) => RowsOfParent,
                _ => left / ValuesOfOther,
            };
            left = isUnique && i == columns.Length - 1 ? 1 : Math.Clamp(after, 1, left);
            stat.Add(left);
        }

        return string.Join(' ', stat);
    }
}
