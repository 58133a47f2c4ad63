using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Archive;

/// <summary>Notes changes of an owner's record in the transaction that makes them.</summary>
internal static class OwnerChanges
{
    /// <summary>Stands for the name of a sensitive tag.</summary>
    public const string Hidden = "***";

    /// <summary>Adds the change to what the caller saves; nothing where nothing changed.</summary>
    /// <param name="before">Masked already, where it is personal.</param>
    public static void Tell(this DeskDbContext db, Owner owner, OwnerChangeKind kind, string? before, string? after, TimeProvider clock)
    {
        if ((before ?? "") != (after ?? ""))
        {
            db.Add(new OwnerChange(owner, kind, before, after, db.Acting(clock)));
        }
    }

    /// <summary>Name, phone, e-mail and ID number against what they were; the last three masked. Two that mask alike still are a change.</summary>
    public static void TellContact(this DeskDbContext db, Owner owner, ContactBefore before, TimeProvider clock)
    {
        db.Tell(owner, OwnerChangeKind.Name, before.Name, owner.Name, clock);
        Hide(OwnerChangeKind.Phone, before.Phone, owner.Phone, Masking.Phone);
        Hide(OwnerChangeKind.Email, before.Email, owner.Email, Masking.Email);
        // The cipher of the same number differs each time: only whoever changes it knows that it did.
        Hide(OwnerChangeKind.IdNumber, before.IdNumberCipher, owner.IdNumberCipher, cipher => cipher is null ? "" : Hidden);

        void Hide(OwnerChangeKind kind, string? old, string? now, Func<string?, string> mask)
        {
            if (old != now)
            {
                db.Add(new OwnerChange(owner, kind, mask(old), mask(now), db.Acting(clock)));
            }
        }
    }

    /// <summary>For whoever changes many owners at once: notes the contact data of each that the caller is about to save.</summary>
    public static void TellChangedContacts(this DeskDbContext db, TimeProvider clock)
    {
        foreach (var owner in db.ChangeTracker.Entries<Owner>().Where(e => e.State == EntityState.Modified).ToList())
        {
            string? Was(string property) => owner.OriginalValues.GetValue<string?>(property);
            db.TellContact(owner.Entity, new ContactBefore(Was(nameof(Owner.Name)) ?? "", Was(nameof(Owner.Phone)), Was(nameof(Owner.Email)), Was(nameof(Owner.IdNumberCipher))), clock);
        }
    }

    /// <summary>Whether the archive keeps anything about one of the owners that goes beyond their contact data.</summary>
    public static async Task<bool> KeepsArchiveAsync(this DeskDbContext db, IQueryable<Guid> owners, CancellationToken cancel) =>
        await db.OwnerTaggings.AnyAsync(t => owners.Contains(t.OwnerId), cancel) || await db.OwnerDocuments.AnyAsync(d => owners.Contains(d.OwnerId), cancel)
        || await db.OwnerNotes.AnyAsync(n => owners.Contains(n.OwnerId), cancel) || await db.OwnerChanges.AnyAsync(c => owners.Contains(c.OwnerId), cancel)
        || await db.HouseholdMembers.AnyAsync(m => owners.Contains(m.OwnerId), cancel) || await db.Pets.AnyAsync(p => owners.Contains(p.OwnerId), cancel);
}

/// <summary>An owner's name and contact data before a change.</summary>
internal sealed record ContactBefore(string Name, string? Phone, string? Email, string? IdNumberCipher)
{
    public static ContactBefore Of(Owner owner) => new(owner.Name, owner.Phone, owner.Email, owner.IdNumberCipher);
}
