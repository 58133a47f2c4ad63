namespace PropertyDesk.IntegrationTests;

/// <summary>
/// The database engine of this run: SQLite, or PostgreSQL where PROPERTYDESK_TEST_POSTGRES names a server, or SQL Server
/// where PROPERTYDESK_TEST_ENGINE asks for it (PROPERTYDESK_TEST_SQLSERVER names the server, else a container is started).
/// </summary>
internal static class TestEngine
{
    private static readonly string? Postgres = Environment.GetEnvironmentVariable("PROPERTYDESK_TEST_POSTGRES");
    private static readonly Lazy<Task<string>> SqlServer = new(SqlServerAsync);

    public static string Provider =>
        Environment.GetEnvironmentVariable("PROPERTYDESK_TEST_ENGINE") == "SqlServer" ? "SqlServer" : Postgres is null ? "Sqlite" : "Postgres";

    /// <summary>The connection string of a database of its own; it is made by the first migration.</summary>
    public static async Task<string> DatabaseAsync(string name) => Provider switch
    {
        "Postgres" => $"{Postgres};Database={name};Maximum Pool Size=40",
        "SqlServer" => $"{await SqlServer.Value};Initial Catalog={name}",
        _ => $"Data Source={Path.Combine(Path.GetTempPath(), name + ".db")}",
    };

    private static async Task<string> SqlServerAsync()
    {
        if (Environment.GetEnvironmentVariable("PROPERTYDESK_TEST_SQLSERVER") is { Length: > 0 } given)
        {
            return given;
        }

        var container = new Testcontainers.MsSql.MsSqlBuilder("mcr.microsoft.com/mssql/server:2022-latest").Build();
        await container.StartAsync();
        return container.GetConnectionString();
    }
}
