using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>A column of a table and how to read its stored value from an entity, by EF's own model.</summary>
/// <param name="Read">The value as the provider stores it; null for NULL.</param>
internal sealed record BulkColumn(string Name, RelationalTypeMapping Mapping, Func<object, object?> Read);

/// <summary>The table and columns that a bulk insert writes, complex properties (Money) included.</summary>
internal sealed record BulkColumns(string Table, string? Schema, IReadOnlyList<BulkColumn> Columns)
{
    public static BulkColumns Of<T>(DbContext db)
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T)} is not mapped.");
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        return new BulkColumns(table.Name, table.Schema, [.. Flatten(type, table, row => row)]);
    }

    private static IEnumerable<BulkColumn> Flatten(ITypeBase type, StoreObjectIdentifier table, Func<object, object?> owner)
    {
        foreach (var property in type.GetProperties())
        {
            var getter = property.GetGetter();
            var mapping = property.GetRelationalTypeMapping();
            var convert = mapping.Converter?.ConvertToProvider;
            object? Read(object row) => owner(row) is { } holder && getter.GetClrValue(holder) is { } value
                ? convert is null ? value : convert(value)
                : null;
            yield return new BulkColumn(property.GetColumnName(table)!, mapping, Read);
        }

        foreach (var complex in type.GetComplexProperties())
        {
            var getter = complex.GetGetter();
            foreach (var column in Flatten(complex.ComplexType, table, row => owner(row) is { } holder ? getter.GetClrValue(holder) : null))
            {
                yield return column;
            }
        }
    }
}
