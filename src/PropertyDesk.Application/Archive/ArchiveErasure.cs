using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Archive;

/// <summary>Deletes at an owner's wish what the archive keeps of them (个人信息保护法 47).</summary>
internal static class ArchiveErasure
{
    /// <summary>
    /// Tags and needs, household, pets, papers with their files, and notes go. That something was changed, when and by whom
    /// stays; from what to what goes. In the caller's transaction, which saves the last row.
    /// </summary>
    public static async Task EraseArchiveAsync(this DeskDbContext db, Owner owner, TimeProvider clock)
    {
        var files = await db.OwnerDocuments.Where(d => d.OwnerId == owner.Id && d.FileId != null).Select(d => d.FileId!.Value).ToListAsync();
        await db.OwnerDocuments.Where(d => d.OwnerId == owner.Id).ExecuteDeleteAsync();
        await db.StoredFiles.Where(f => files.Contains(f.Id)).ExecuteDeleteAsync();
        await db.OwnerTaggings.Where(t => t.OwnerId == owner.Id).ExecuteDeleteAsync();
        await db.HouseholdMembers.Where(m => m.OwnerId == owner.Id).ExecuteDeleteAsync();
        await db.Pets.Where(p => p.OwnerId == owner.Id).ExecuteDeleteAsync();
        await db.OwnerNotes.Where(n => n.OwnerId == owner.Id).ExecuteDeleteAsync();
        await db.OwnerChanges.Where(c => c.OwnerId == owner.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Before, (string?)null).SetProperty(c => c.After, (string?)null));
        db.Tell(owner, OwnerChangeKind.Erased, null, OwnerChanges.Hidden, clock);
    }
}
