using System.Text;
using System.Text.RegularExpressions;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>
/// The rights that a running node needs, and no more: it reads and writes rows, adds to the books without ever changing
/// them, and changes no schema. The login that owns the schema is only used by the command <c>migrate</c>.
/// </summary>
public static partial class DatabaseRoles
{
    /// <summary>Of the migrations; a node reads it to see whether the schema is current.</summary>
    private const string History = "__EFMigrationsHistory";

    /// <summary>SQL for the server's own tool, run in the program's database by the schema's owner after each <c>migrate</c>.</summary>
    /// <param name="role">The login of the nodes; made without a password where it is not there yet.</param>
    /// <exception cref="ArgumentException">The name is none that needs no quoting, or the embedded database, which knows no roles.</exception>
    public static string Script(DatabaseProvider provider, string role)
    {
        if (!Name().IsMatch(role))
        {
            throw new ArgumentException("A role is named by up to 60 small letters, digits and _.", nameof(role));
        }

        return provider switch
        {
            DatabaseProvider.Postgres => Postgres(role),
            DatabaseProvider.SqlServer => SqlServer(role),
            _ => throw new ArgumentException("The embedded database knows no roles: the file belongs to the program's account.", nameof(provider)),
        };
    }

    private static string Postgres(string role) => new StringBuilder($"""
        -- Run by the owner of the schema, in the program's database. Set a password afterwards: \password {role}
        DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS; END IF; END $$;
        -- A read of some milliseconds does not wait for helpers that take longer to start; the sums of reports still get them.
        -- Nor is it compiled first; what a report adds up stays in memory; and a row by its index costs little more than the next one.
        -- Of the database, not of the login: its owner may set them, whoever made the login.
        DO $$ DECLARE setting text; BEGIN FOREACH setting IN ARRAY ARRAY['parallel_setup_cost = 10000', 'jit = off', 'work_mem = 32768', 'random_page_cost = 1.1'] LOOP
        EXECUTE format('ALTER DATABASE %I SET ', current_database()) || setting; END LOOP; END $$;
        REVOKE CREATE ON SCHEMA public FROM PUBLIC;
        GRANT USAGE ON SCHEMA public, hangfire TO {role};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, hangfire TO {role};
        GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, hangfire TO {role};
        REVOKE INSERT, UPDATE, DELETE ON "{History}" FROM {role};

        """)
        .AppendJoin('\n', AppendOnly.Tables.Select(table => $"REVOKE UPDATE, DELETE ON \"{table}\" FROM {role};")).Append('\n').ToString();

    private static string SqlServer(string role) => new StringBuilder($"""
        -- Run by the owner of the schema, in the program's database, after: CREATE LOGIN [{role}] WITH PASSWORD = '...';
        IF USER_ID('{role}') IS NULL CREATE USER [{role}] FOR LOGIN [{role}];
        GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::dbo TO [{role}];
        GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE ON SCHEMA::HangFire TO [{role}];
        DENY INSERT, UPDATE, DELETE ON OBJECT::dbo.[{History}] TO [{role}];

        """)
        .AppendJoin('\n', AppendOnly.Tables.Select(table => $"DENY UPDATE, DELETE ON OBJECT::dbo.[{table}] TO [{role}];")).Append('\n').ToString();

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,59}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
