using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PropertyDesk.Application.Archive;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Owners;

/// <summary>An owner's contact data in clear.</summary>
public sealed record OwnerContact(string Name, string? Phone, string? Email, string? IdNumber);

/// <summary>Shows contact data in clear, which is logged, and changes it.</summary>
public sealed class OwnerContacts(DeskDbContext db, IPersonalDataCipher cipher, TimeProvider clock, ILogger<OwnerContacts> log)
{
    /// <summary>The data in clear; that it was shown, and to whom, goes to the log (rules of the desk, section 8).</summary>
    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public async Task<OwnerContact> RevealAsync(Guid ownerId)
    {
        var owner = NotFoundException.Check(await db.Owners.AsNoTracking().FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        log.LogInformation("Personal data of owner {OwnerId} shown in clear to {UserId}", ownerId, db.Current.UserId);
        return new OwnerContact(owner.Name, owner.Phone, owner.Email, owner.IdNumberCipher is null ? null : cipher.Unprotect(owner.IdNumberCipher));
    }

    /// <exception cref="RuleViolation">The name is empty, or the phone or e-mail cannot be one.</exception>
    public async Task ChangeAsync(Guid ownerId, string name, string? phone, string? email)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        var before = ContactBefore.Of(owner);
        owner.Rename(name);
        owner.SetContact(ContactText.Phone(phone), ContactText.Email(email));
        db.TellContact(owner, before, clock);
        await db.SaveChangesAsync();
    }
}
