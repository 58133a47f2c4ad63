using Microsoft.Data.Sqlite;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>
/// Copies the embedded database to a file while the program runs, and back into an empty place. Servers are copied by their
/// own tools.
/// </summary>
public static class Backups
{
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
            await CopyAsync(FileOf(database), part, cancel);
            await RequireSoundAsync(part, cancel);
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

        var target = FileOf(database);
        if (File.Exists(target))
        {
            throw new IOException($"{target} exists already: restore into an empty place, and move it only when it was verified.");
        }

        await RequireSoundAsync(file, cancel);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var part = target + ".part";
        File.Delete(part);
        try
        {
            await CopyAsync(file, part, cancel);
            File.Move(part, target);
        }
        finally
        {
            File.Delete(part);
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
}
