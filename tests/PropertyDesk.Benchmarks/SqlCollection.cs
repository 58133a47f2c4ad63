using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using PropertyDesk.Domain;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>Reads what the collection report shows as somebody would who writes the SQL by hand.</summary>
internal sealed class SqlCollection(DatabaseOptions options, int companyId)
{
    private const string Place = """
        b."CommunityId", b."BuildingId", b."UnitKind"
        """;

    private const string Window = """
        (SELECT "CommunityId", MIN("IssuedOn") AS "Opens" FROM "Bills" WHERE "CompanyId" = @company AND "Period" = @month AND "IssuedOn" <= @day GROUP BY "CommunityId") w
        """;

    private const string Billed = $"""
        SELECT {Place}, l."ChargeItemId", b."Period" = @month, 0, SUM(l."Amount_Fen") FROM "BillLines" l
        JOIN "Bills" b ON b."CompanyId" = l."CompanyId" AND b."Id" = l."BillId"
        WHERE l."CompanyId" = @company AND b."IssuedOn" <= @day AND b."Period" <= @month GROUP BY {Place}, l."ChargeItemId", b."Period" = @month
        """;

    private const string Credited = $"""
        SELECT {Place}, c."ChargeItemId", b."Period" = @month, c."On" < w."Opens", SUM(c."Amount_Fen") FROM "BillCredits" c
        JOIN "Bills" b ON b."CompanyId" = c."CompanyId" AND b."Id" = c."BillId"
        JOIN {Window} ON w."CommunityId" = b."CommunityId"
        WHERE c."CompanyId" = @company AND c."On" <= @day AND b."IssuedOn" <= @day AND b."Period" <= @month GROUP BY {Place}, c."ChargeItemId", b."Period" = @month, c."On" < w."Opens"
        """;

    private const string Paid = $"""
        SELECT {Place}, a."ChargeItemId", b."Period" = @month, a."AppliedOn" < w."Opens", SUM(a."Amount_Fen") FROM "Allocations" a
        JOIN "Bills" b ON b."CompanyId" = a."CompanyId" AND b."Id" = a."BillId"
        JOIN {Window} ON w."CommunityId" = b."CommunityId"
        WHERE a."CompanyId" = @company AND a."AppliedOn" <= @day AND b."IssuedOn" <= @day AND b."Period" <= @month GROUP BY {Place}, a."ChargeItemId", b."Period" = @month, a."AppliedOn" < w."Opens"
        """;

    private const string Households = """
        SELECT COUNT(DISTINCT "UnitId") FROM "Bills" WHERE "CompanyId" = @company AND "Period" = @month AND "IssuedOn" <= @day
        """;

    private const string Ledger = $"""
        SELECT {Place}, SUM(l."Amount_Fen") FROM "JournalLines" l
        JOIN "JournalEntries" j ON j."CompanyId" = l."CompanyId" AND j."Id" = l."JournalEntryId"
        JOIN "Bills" b ON b."CompanyId" = l."CompanyId" AND b."Id" = l."BillId"
        WHERE l."CompanyId" = @company AND l."Account" = 'Receivable' AND j."Date" <= @day AND b."Period" <= @month GROUP BY {Place}
        """;

    public async Task<(Money Billed, Money CollectedInWindow, int Households)> ReadAsync(BillingMonth month, DateOnly day)
    {
        await using DbConnection connection = options.Provider == DatabaseProvider.Sqlite ? new SqliteConnection(options.ConnectionString) : new NpgsqlConnection(BenchmarkDatabase.PastTheWall(options));
        await connection.OpenAsync();
        var billed = await ListAsync(connection, Billed, month, day, r => (IsCurrent: Truth(r, 4), Fen: Convert.ToInt64(r.GetValue(6), null)));
        await ListAsync(connection, Credited, month, day, r => Convert.ToInt64(r.GetValue(6), null));
        var paid = await ListAsync(connection, Paid, month, day, r => (IsCurrent: Truth(r, 4), IsBefore: Truth(r, 5), Fen: Convert.ToInt64(r.GetValue(6), null)));
        var households = await ListAsync(connection, Households, month, day, r => Convert.ToInt32(r.GetValue(0), null));
        await ListAsync(connection, Ledger, month, day, r => Convert.ToInt64(r.GetValue(3), null));
        return (new Money(billed.Where(b => b.IsCurrent).Sum(b => b.Fen)), new Money(paid.Where(p => p.IsCurrent || !p.IsBefore).Sum(p => p.Fen)), households[0]);
    }

    private static bool Truth(DbDataReader reader, int column) => reader.GetValue(column) is true or 1L;

    private async Task<List<T>> ListAsync<T>(DbConnection connection, string text, BillingMonth month, DateOnly day, Func<DbDataReader, T> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        command.CommandTimeout = 0;
        foreach (var (name, value) in new (string, object)[] { ("company", companyId), ("month", month.Number), ("day", day) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
