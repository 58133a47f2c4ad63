namespace PropertyDesk.Infrastructure.Database;

/// <summary>Configuration section "Database".</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Sqlite, Postgres or SqlServer.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string of the chosen provider; the embedded database lives in data/propertydesk.db unless told otherwise.</summary>
    public string ConnectionString { get; set; } = "";
}
