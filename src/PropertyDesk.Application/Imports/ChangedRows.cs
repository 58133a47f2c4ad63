using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Imports;

namespace PropertyDesk.Application.Imports;

/// <summary>Keeps what changed rows held before, and puts it back.</summary>
internal static class ChangedRows
{
    /// <summary>One entry for each tracked row that differs from the database; asked before saving.</summary>
    public static List<ImportChange> Of(DeskDbContext db, ImportBatch batch, int firstOrder) =>
        [.. db.ChangeTracker.Entries<CompanyOwned>()
            .Where(e => e.State == EntityState.Modified && e.Entity is not ImportBatch)
            .Select((e, i) => new ImportChange(batch, e.Entity, firstOrder + i, Before(e)))];

    /// <summary>Puts the kept values back into a loaded row.</summary>
    public static void Restore(EntityEntry row, string before)
    {
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(before)!)
        {
            var property = row.Property(name);
            property.CurrentValue = value.Deserialize(property.Metadata.ClrType);
        }
    }

    private static string Before(EntityEntry row) =>
        JsonSerializer.Serialize(row.Properties.Where(p => p.IsModified).ToDictionary(p => p.Metadata.Name, p => p.OriginalValue));
}
