using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Portal;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>What the portal's first page shows.</summary>
internal sealed record PortalFigures(IReadOnlyList<PortalUnit> Units, IReadOnlyList<BillRow> Open, Money Prepaid);

/// <summary>Reads the portal's first page as somebody would who writes the SQL by hand.</summary>
internal sealed class SqlPortal(DatabaseOptions options, int companyId)
{
    private const string Bills = """
        SELECT "Id", "Number", "Period", "UnitId", "UnitCode", "OwnerId", "OwnerName", "Total_Fen", "Paid_Fen", "Outstanding_Fen", "DueOn" FROM "Bills"
        WHERE "CompanyId" = @company AND "OwnerId" = @owner AND "IssuedOn" IS NOT NULL AND "Outstanding_Fen" > 0 ORDER BY "Period" DESC, "UnitCode" LIMIT 240
        """;

    private const string Units = """
        SELECT DISTINCT o."UnitId", u."Code", c."Name", c."Phone" FROM "Ownerships" o
        JOIN "Units" u ON u."CompanyId" = o."CompanyId" AND u."Id" = o."UnitId" JOIN "Communities" c ON c."CompanyId" = o."CompanyId" AND c."Id" = o."CommunityId"
        WHERE o."CompanyId" = @company AND o."OwnerId" = @owner AND (o."To" IS NULL OR o."To" >= @today)
        """;

    private const string Purses = """
        SELECT COALESCE(SUM("Balance_Fen"), 0) FROM "Purses" WHERE "CompanyId" = @company AND "OwnerId" = @owner
        """;

    public async Task<PortalFigures> ReadAsync(Guid ownerId, DateOnly today)
    {
        await using DbConnection connection = options.Provider == DatabaseProvider.Sqlite ? new SqliteConnection(options.ConnectionString) : new NpgsqlConnection(BenchmarkDatabase.PastTheWall(options));
        await connection.OpenAsync();
        var open = await ListAsync(Command(connection, Bills, ownerId, today), r => new BillRow(
            r.GetGuid(0), r.GetString(1), BillingMonth.FromNumber(r.GetInt32(2)), r.GetGuid(3), r.GetString(4), r.GetGuid(5), r.GetString(6),
            new Money(r.GetInt64(7)), new Money(r.GetInt64(8)), new Money(r.GetInt64(9)), r.IsDBNull(10) ? null : r.GetFieldValue<DateOnly>(10), BillRunState.Published));
        var units = await ListAsync(Command(connection, Units, ownerId, today), r => (Id: r.GetGuid(0), Code: r.GetString(1), Community: r.GetString(2), Phone: r.IsDBNull(3) ? null : r.GetString(3)));
        var prepaid = await ListAsync(Command(connection, Purses, ownerId, today), r => r.GetInt64(0));
        return new PortalFigures(
        [
            .. units.Select(u =>
            {
                var due = open.FindAll(b => b.UnitId == u.Id);
                return new PortalUnit(
                    u.Id, u.Code, u.Community, u.Phone, Money.Sum(due.Select(b => b.Outstanding)), Money.Sum(due.Where(b => b.DueOn < today).Select(b => b.Outstanding)),
                    due.Where(b => b.DueOn >= today).Min(b => b.DueOn), due.Count);
            }).OrderByDescending(u => u.Overdue).ThenByDescending(u => u.Due).ThenBy(u => u.Code, StringComparer.Ordinal),
        ],
        open, new Money(prepaid[0]));
    }

    private DbCommand Command(DbConnection connection, string text, Guid owner, DateOnly today)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in new (string, object)[] { ("company", companyId), ("owner", owner), ("today", today) }.Where(p => text.Contains("@" + p.Item1, StringComparison.Ordinal)))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static async Task<List<T>> ListAsync<T>(DbCommand command, Func<DbDataReader, T> make)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<T>();
            while (await reader.ReadAsync())
            {
                rows.Add(make(reader));
            }

            return rows;
        }
    }
}
