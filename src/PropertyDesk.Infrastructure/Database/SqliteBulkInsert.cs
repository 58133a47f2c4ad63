using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>One prepared statement, executed for each row, in one transaction.</summary>
internal static class SqliteBulkInsert
{
    public static async Task RunAsync<T>(DbContext db, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await using (own)
        {
            Insert(db, BulkColumns.Of<T>(db), rows);
            if (own is not null)
            {
                await own.CommitAsync(cancel);
            }
        }
    }

    private static void Insert<T>(DbContext db, BulkColumns table, IReadOnlyCollection<T> rows)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var parameters = table.Columns.Select((column, i) => Parameter(command, column, i)).ToArray();
        var names = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        command.CommandText = $"INSERT INTO \"{table.Table}\" ({names}) VALUES ({string.Join(", ", parameters.Select(p => p.ParameterName))})";
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = table.Columns[i].Read(row!) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    private static DbParameter Parameter(DbCommand command, BulkColumn column, int index)
    {
        var parameter = column.Mapping.CreateParameter(command, $"@p{index}", null, nullable: true);
        command.Parameters.Add(parameter);
        return parameter;
    }
}
