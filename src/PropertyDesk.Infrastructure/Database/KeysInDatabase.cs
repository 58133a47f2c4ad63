using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>Keeps the data-protection keys in the database, so that all nodes have the same ones without a shared folder.</summary>
public static class KeysInDatabase
{
    public static IDataProtectionBuilder KeepInDatabase(this IDataProtectionBuilder keys, DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Postgres => keys.PersistKeysToDbContext<PostgresDeskDbContext>(),
        DatabaseProvider.SqlServer => keys.PersistKeysToDbContext<SqlServerDeskDbContext>(),
        _ => keys.PersistKeysToDbContext<SqliteDeskDbContext>(),
    };

    /// <summary>A key is longer than texts are unless told otherwise.</summary>
    internal static void HoldKeys(this ModelBuilder model) => model.Entity<DataProtectionKey>().Property(k => k.Xml).HasMaxLength(-1);
}
