using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PropertyDesk.Application;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>
/// The wall between companies that PostgreSQL itself holds, behind the query filters of the program: each owned table shows
/// and takes rows of the company only that the connection works for, whoever forgot what, and none before a company is
/// entered. A question marked by <see cref="AcrossCompaniesExtensions.AcrossCompanies{T}"/>, and a migration, pass it.
/// </summary>
/// <remarks>Superusers and roles with BYPASSRLS stand above it; the role that <see cref="DatabaseRoles"/> makes is neither.</remarks>
internal sealed class PostgresWall : DbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    public static readonly PostgresWall Instance = new();

    private const string Setting = "propertydesk.company";
    private const string All = "-1";
    private const string None = "0";
    private const string Policy = "company_wall";

    // The company that a connection works for, as it was told last. A pooled one comes back without it.
    private readonly ConditionalWeakTable<DbConnection, Told> _told = [];

    private PostgresWall()
    {
    }

    /// <summary>Raises the wall at tables that have none yet; on other databases there is none. After the migrations, by the owner of the schema.</summary>
    public static async Task BuildAsync(DeskDbContext db)
    {
        if (db is not PostgresDeskDbContext)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await StartSql.WaitForOthersAsync(db);
        foreach (var table in db.Model.GetEntityTypes().Where(t => typeof(CompanyOwned).IsAssignableFrom(t.ClrType)).Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            // The settings are asked for once a command, not once a row.
            await StartSql.RunAsync(db, $$"""
                DO $$ BEGIN
                IF NOT EXISTS (SELECT 1 FROM pg_policy WHERE polname = '{{Policy}}' AND polrelid = '"{{table}}"'::regclass) THEN
                    CREATE POLICY {{Policy}} ON "{{table}}" USING (
                        (SELECT current_setting('{{Setting}}', true)) = '{{All}}'
                        OR "CompanyId" = (SELECT COALESCE(NULLIF(current_setting('{{Setting}}', true), ''), '{{None}}')::int));
                END IF;
                IF NOT (SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = '"{{table}}"'::regclass) THEN
                    ALTER TABLE "{{table}}" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                END IF;
                END $$
                """);
        }

        await transaction.CommitAsync();
    }

    /// <summary>Tells an open connection of the context for which company it works; for commands that do not go through EF.</summary>
    public Task TellAsync(DeskDbContext db, CancellationToken cancel) => TellAsync(db.Database.GetDbConnection(), CompanyOf(db), cancel);

    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => _told.Remove(connection);

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        _told.Remove(connection);
        return Task.CompletedTask;
    }

    // Before a transaction, for what is told inside of one is forgotten when it is taken back.
    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Tell(connection, CompanyOf(eventData.Context));
        return result;
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await TellAsync(connection, CompanyOf(eventData.Context), cancellationToken);
        return result;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Tell(command.Connection!, CompanyOf(command, eventData));
        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Tell(command.Connection!, CompanyOf(command, eventData));
        return result;
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Tell(command.Connection!, CompanyOf(command, eventData));
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await TellAsync(command.Connection!, CompanyOf(command, eventData), cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await TellAsync(command.Connection!, CompanyOf(command, eventData), cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await TellAsync(command.Connection!, CompanyOf(command, eventData), cancellationToken);
        return result;
    }

    private static string CompanyOf(DbCommand command, CommandEventData eventData) =>
        eventData.CommandSource == CommandSource.Migrations || command.CommandText.StartsWith("-- " + AcrossCompaniesExtensions.Mark, StringComparison.Ordinal) ? All : CompanyOf(eventData.Context);

    private static string CompanyOf(DbContext? context) => (context as DeskDbContext)?.Current.Id?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? None;

    private void Tell(DbConnection connection, string company)
    {
        if (IsToTell(connection, company))
        {
            using var command = Command(connection, company);
            command.ExecuteNonQuery();
            _told.AddOrUpdate(connection, new(company));
        }
    }

    private async Task TellAsync(DbConnection connection, string company, CancellationToken cancel)
    {
        if (IsToTell(connection, company))
        {
            await using var command = Command(connection, company);
            await command.ExecuteNonQueryAsync(cancel);
            _told.AddOrUpdate(connection, new(company));
        }
    }

    private bool IsToTell(DbConnection connection, string company) => !_told.TryGetValue(connection, out var told) || told.Company != company;

    private static DbCommand Command(DbConnection connection, string company)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"SELECT set_config('{Setting}', $1, false)";
        command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = company });
        return command;
    }

    private sealed record Told(string Company);
}
