using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>SqlBulkCopy with constraints checked, in the current transaction.</summary>
internal static class SqlServerBulkInsert
{
    public static async Task RunAsync<T>(DbContext db, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        var columns = BulkColumns.Of<T>(db);
        using var data = Fill(columns, rows);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = (SqlConnection)db.Database.GetDbConnection();
            var transaction = (SqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
            using var copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints, transaction) { DestinationTableName = $"[{columns.Table}]", BulkCopyTimeout = 600 };
            foreach (DataColumn column in data.Columns)
            {
                copy.ColumnMappings.Add(column.ColumnName, column.ColumnName);
            }

            await copy.WriteToServerAsync(data, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static DataTable Fill<T>(BulkColumns columns, IReadOnlyCollection<T> rows)
    {
        var data = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var column in columns.Columns)
        {
            var type = column.Mapping.Converter?.ProviderClrType ?? column.Mapping.ClrType;
            data.Columns.Add(column.Name, Nullable.GetUnderlyingType(type) ?? type);
        }

        foreach (var row in rows)
        {
            data.Rows.Add([.. columns.Columns.Select(c => c.Read(row!) ?? DBNull.Value)]);
        }

        return data;
    }
}
