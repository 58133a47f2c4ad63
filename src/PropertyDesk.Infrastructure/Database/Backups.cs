using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>
/// Copies the whole database to a file while the program runs, and back into an empty place. The embedded database by its
/// own online backup; PostgreSQL by its own tools; SQL Server is backed up and restored on its own side.
/// </summary>
public static class Backups
{
    /// <summary>Whether this program makes the copy itself.</summary>
    public static bool CanCopy(DatabaseProvider provider) => provider != DatabaseProvider.SqlServer;

    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    /// <exception cref="InvalidDataException">The copy is not sound; nothing is left of it.</exception>
    public static async Task WriteAsync(DatabaseOptions database, string file, CancellationToken cancel = default)
    {
        if (File.Exists(file))
        {
            throw new IOException($"{file} exists already.");
        }

        var part = file + ".part";
        File.Delete(part);
        try
        {
            if (database.Provider == DatabaseProvider.Sqlite)
            {
                await CopyAsync(FileOf(database), part, cancel);
                await RequireSoundAsync(part, cancel);
            }
            else
            {
                await RunAsync("pg_dump", database, ["--format=custom", "--no-owner", "--no-privileges", "--file", part], cancel);
            }

            File.Move(part, file);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <exception cref="IOException">There is a database in the place already, or the file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no sound database; nothing is left of it.</exception>
    public static async Task ReadAsync(DatabaseOptions database, string file, CancellationToken cancel = default)
    {
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"{file} is not there.", file);
        }

        if (database.Provider == DatabaseProvider.Sqlite)
        {
            var target = FileOf(database);
            if (File.Exists(target))
            {
                throw new IOException($"{target} exists already: restore into an empty place, and move it only when it was verified.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
            try
            {
                await RequireSoundAsync(file, cancel);
                await CopyAsync(file, target, cancel);
            }
            catch
            {
                Remove(database);
                throw;
            }
        }
        else
        {
            await RequireEmptyAsync(database, cancel);
            await RunAsync("pg_restore", database, ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", file], cancel);
        }
    }

    /// <summary>Takes away an embedded database that was restored and did not prove sound.</summary>
    public static void Remove(DatabaseOptions database)
    {
        SqliteConnection.ClearAllPools();
        foreach (var end in new[] { "", "-wal", "-shm", ".migrate" })
        {
            File.Delete(FileOf(database) + end);
        }
    }

    /// <summary>The file of the embedded database.</summary>
    public static string FileOf(DatabaseOptions database) =>
        new SqliteConnectionStringBuilder(database.ConnectionString is { Length: > 0 } given ? given : "Data Source=data/propertydesk.db").DataSource;

    private static async Task CopyAsync(string from, string to, CancellationToken cancel)
    {
        await using var source = await OpenAsync(from, SqliteOpenMode.ReadOnly, cancel);
        await using var target = await OpenAsync(to, SqliteOpenMode.ReadWriteCreate, cancel);
        source.BackupDatabase(target);
    }

    private static async Task RequireSoundAsync(string file, CancellationToken cancel)
    {
        try
        {
            await using var connection = await OpenAsync(file, SqliteOpenMode.ReadOnly, cancel);
            await using var check = connection.CreateCommand();
            check.CommandText = "SELECT (SELECT group_concat(integrity_check, '; ') FROM pragma_integrity_check) || ' ' || (SELECT count(*) FROM pragma_foreign_key_check) || ' ' || (SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory')";
            if (await check.ExecuteScalarAsync(cancel) is not "ok 0 1")
            {
                throw new InvalidDataException($"{file} is no sound database of this program.");
            }
        }
        catch (SqliteException error)
        {
            throw new InvalidDataException($"{file} is no sound database of this program.", error);
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken cancel)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static async Task RequireEmptyAsync(DatabaseOptions database, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var count = new NpgsqlCommand("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname = 'public'", connection);
        if (await count.ExecuteScalarAsync(cancel) is not 0L)
        {
            throw new IOException($"The database {connection.Database} is not empty: restore into a new one, and move to it only when it was verified.");
        }
    }

    // The password goes by the environment: arguments can be read by everybody on the machine.
    private static async Task RunAsync(string tool, DatabaseOptions database, string[] arguments, CancellationToken cancel)
    {
        var to = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo(tool, [.. arguments, "--dbname", to.Database ?? ""]) { RedirectStandardError = true, UseShellExecute = false };
        (start.Environment["PGHOST"], start.Environment["PGPORT"]) = (to.Host, $"{to.Port}");
        (start.Environment["PGUSER"], start.Environment["PGPASSWORD"]) = (to.Username, to.Password);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new IOException($"{tool} is not on this machine: install the client tools of PostgreSQL.", error);
        }

        using (process)
        {
            var said = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0)
            {
                throw new IOException($"{tool} ended with {process.ExitCode}: {said.Trim()}");
            }
        }
    }
}
