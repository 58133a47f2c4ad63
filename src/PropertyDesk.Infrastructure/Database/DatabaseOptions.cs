using Microsoft.Extensions.Configuration;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>Configuration section "Database".</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Sqlite, Postgres or SqlServer.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string of the chosen provider; the embedded database lives in data/propertydesk.db unless told otherwise.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>False where a step of its own migrates (the command <c>migrate</c>): a node then only starts on a current schema.</summary>
    public bool MigrateAtStart { get; set; } = true;

    public static DatabaseOptions Of(IConfiguration configuration) => configuration.GetSection(Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
}
