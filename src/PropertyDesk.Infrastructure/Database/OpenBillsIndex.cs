using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>
/// The open bills in an index that holds what is summed up of them by day, community, owner and building. They are few of all bills and lie far
/// apart in the table: from the index they are read together. It is not in the migrations, for the model cannot name a
/// column of <c>Money</c> in an index.
/// </summary>
internal static class OpenBillsIndex
{
    private const string Create = """
        CREATE INDEX "IX_Bills_Open" ON "Bills" ("CompanyId", "DueOn", "CommunityId", "OwnerId", "BuildingId", "Period", "IssuedOn", "Outstanding_Fen") WHERE "Outstanding_Fen" <> 0
        """;

    /// <summary>After the migrations; several nodes may start at once.</summary>
    public static async Task BuildAsync(DeskDbContext db)
    {
        if (db is SqliteDeskDbContext)
        {
            await StartSql.RunAsync(db, Create.Replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS", StringComparison.Ordinal));
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (db is PostgresDeskDbContext)
        {
            await StartSql.WaitForOthersAsync(db);
            // Asked first: the statement itself would wait for every writer before it sees that there is nothing to do.
            await StartSql.RunAsync(db, $"""DO $$ BEGIN IF to_regclass('"IX_Bills_Open"') IS NULL THEN {Create}; END IF; END $$""");
        }
        else
        {
            await StartSql.RunAsync(db, $"EXEC sp_getapplock 'IX_Bills_Open', 'Exclusive'; IF NOT EXISTS (SELECT * FROM sys.indexes WHERE name = 'IX_Bills_Open' AND object_id = OBJECT_ID('Bills')) {Create}");
        }

        await transaction.CommitAsync();
    }
}
