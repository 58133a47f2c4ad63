using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>
/// What was booked is never changed nor deleted, only taken back by a document of its own: the database itself refuses
/// anything else, whoever asks.
/// </summary>
/// <remarks>A migration that must change such rows takes the triggers off itself; they come back with the same start.</remarks>
public static class AppendOnly
{
    /// <summary>What is only ever added to.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["JournalEntries", "JournalLines", "Allocations", "PaymentTenders", "PurseEntries"];

    /// <summary>Guards the tables that are not guarded yet. After the migrations; several nodes may start at once.</summary>
    public static async Task GuardAsync(DeskDbContext db)
    {
        if (db is SqliteDeskDbContext)
        {
            foreach (var table in Tables)
            {
                foreach (var act in new[] { "UPDATE", "DELETE" })
                {
                    await StartSql.RunAsync(db, $"""
                        CREATE TRIGGER IF NOT EXISTS "{table}_refuses_{act}" BEFORE {act} ON "{table}"
                        BEGIN SELECT RAISE(ABORT, '{table} is append only.'); END
                        """);
                }
            }
        }
        else if (db is PostgresDeskDbContext)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await StartSql.WaitForOthersAsync(db);
            await StartSql.RunAsync(db, """
                CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION '% is append only.', TG_TABLE_NAME; END $$
                """);
            foreach (var table in Tables)
            {
                await StartSql.RunAsync(db, $"""
                    DO $$ BEGIN
                    IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = '{table}_refuses_change' AND tgrelid = '"{table}"'::regclass) THEN
                        CREATE TRIGGER "{table}_refuses_change" BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION refuse_change();
                        CREATE TRIGGER "{table}_refuses_emptying" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
                    END IF;
                    END $$
                    """);
            }

            await transaction.CommitAsync();
        }
        else
        {
            foreach (var table in Tables)
            {
                await StartSql.RunAsync(db, $"""
                    CREATE OR ALTER TRIGGER "{table}_refuses_change" ON "{table}" AFTER UPDATE, DELETE AS
                    BEGIN
                        SET NOCOUNT ON;
                        IF EXISTS (SELECT * FROM deleted) THROW 51001, '{table} is append only.', 1;
                    END
                    """);
            }
        }
    }
}
