using Npgsql;

namespace PropertyDesk.Benchmarks;

/// <summary>Reads what the desk looks at as somebody would who writes the SQL by hand; on PostgreSQL.</summary>
internal sealed class SqlServiceDesk(string connectionString, int companyId)
{
    private const string Queue = """
        SELECT t."Id", t."Number", c."Name", k."Name", u."Code", o."Name", t."What", t."State", t."Whom", t."OpenedAt", t."RespondBy", t."ResolveBy" FROM "Tickets" t
        JOIN "Communities" c ON c."CompanyId" = t."CompanyId" AND c."Id" = t."CommunityId" JOIN "TicketCategories" k ON k."CompanyId" = t."CompanyId" AND k."Id" = t."CategoryId"
        LEFT JOIN "Units" u ON u."CompanyId" = t."CompanyId" AND u."Id" = t."UnitId" LEFT JOIN "Owners" o ON o."CompanyId" = t."CompanyId" AND o."Id" = t."OwnerId"
        WHERE t."CompanyId" = $1 AND t."IsOpen"
        ORDER BY t."Urgency" = 'Emergency' DESC, t."Urgency" = 'Urgent' DESC, CASE WHEN t."RespondedAt" IS NULL THEN t."RespondBy" ELSE t."ResolveBy" END, t."Number" LIMIT 50
        """;

    private const string Figures = """
        SELECT COUNT(*), COUNT(*) FILTER (WHERE "State" IN ('New', 'Returned')),
          COUNT(*) FILTER (WHERE "State" <> 'Waiting' AND ("ResolveBy" < now() OR ("RespondedAt" IS NULL AND "RespondBy" < now()))) FROM "Tickets" WHERE "CompanyId" = $1 AND "IsOpen"
        """;

    private const string ByName = """
        SELECT o."Id", o."Name", o."Phone", c."Name", (SELECT string_agg(u."Code", ' ') FROM "Ownerships" x JOIN "Units" u ON u."CompanyId" = x."CompanyId" AND u."Id" = x."UnitId" WHERE x."CompanyId" = o."CompanyId" AND x."OwnerId" = o."Id"),
          (SELECT COALESCE(SUM(b."Outstanding_Fen"), 0) FROM "Bills" b WHERE b."CompanyId" = o."CompanyId" AND b."OwnerId" = o."Id" AND b."IssuedOn" IS NOT NULL)
        FROM "Owners" o JOIN "Communities" c ON c."CompanyId" = o."CompanyId" AND c."Id" = o."CommunityId"
        WHERE o."CompanyId" = $1 AND o."Name" LIKE '%' || $2 || '%' ORDER BY length(o."Name"), o."Name", o."Id" LIMIT 8
        """;

    private static readonly string[] Owner =
    [
        """SELECT o."Id", o."Name", o."Phone", c."Name" FROM "Owners" o JOIN "Communities" c ON c."CompanyId" = o."CompanyId" AND c."Id" = o."CommunityId" WHERE o."CompanyId" = $1 AND o."Id" = $2""",
        """SELECT u."Id", u."Code", u."BillingArea", x."From", x."To" FROM "Ownerships" x JOIN "Units" u ON u."CompanyId" = x."CompanyId" AND u."Id" = x."UnitId" WHERE x."CompanyId" = $1 AND x."OwnerId" = $2""",
        """SELECT "Id", "Number", "Period", "Total_Fen", "Outstanding_Fen" FROM "Bills" WHERE "CompanyId" = $1 AND "OwnerId" = $2 AND "IssuedOn" IS NOT NULL ORDER BY "Period" DESC LIMIT 24""",
        """SELECT r."Id", p."Amount_Fen", p."PaidOn" FROM "Payments" p JOIN "Receipts" r ON r."CompanyId" = p."CompanyId" AND r."PaymentId" = p."Id" WHERE p."CompanyId" = $1 AND p."OwnerId" = $2 ORDER BY p."RecordedAt" DESC LIMIT 24""",
        """SELECT "Id", "Number", "What", "State", "OpenedAt" FROM "Tickets" WHERE "CompanyId" = $1 AND "OwnerId" = $2 ORDER BY "Number" DESC LIMIT 20""",
    ];

    /// <returns>The ids of the queue's first page, and how many are open.</returns>
    public async Task<(IReadOnlyList<Guid> Ids, long Open)> QueueAsync()
    {
        var rows = await ReadAsync(Queue);
        var figures = await ReadAsync(Figures);
        return ([.. rows.Select(r => (Guid)r[0])], (long)figures[0][0]);
    }

    /// <returns>The ids of the owners found.</returns>
    public async Task<IReadOnlyList<Guid>> FindAsync(string name) => [.. (await ReadAsync(ByName, name)).Select(r => (Guid)r[0])];

    /// <returns>The ids of the owner's tickets.</returns>
    public async Task<IReadOnlyList<Guid>> OwnerAsync(Guid owner)
    {
        IReadOnlyList<object[]> last = [];
        foreach (var sql in Owner)
        {
            last = await ReadAsync(sql, owner);
        }

        return [.. last.Select(r => (Guid)r[0])];
    }

    private async Task<IReadOnlyList<object[]>> ReadAsync(string sql, object? second = null)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = companyId } } };
        if (second is not null)
        {
            command.Parameters.Add(new() { Value = second });
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
