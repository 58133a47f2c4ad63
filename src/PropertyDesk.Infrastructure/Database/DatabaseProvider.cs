namespace PropertyDesk.Infrastructure.Database;

public enum DatabaseProvider
{
    Sqlite,

    Postgres,

    SqlServer,
}
