using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Owners;

/// <summary>Adds somebody to a community's archive.</summary>
public sealed class AddOwner(DeskDbContext db)
{
    /// <exception cref="RuleViolation">The name is empty, the phone or e-mail cannot be one, or the same person is there already.</exception>
    public async Task<Guid> RunAsync(Guid communityId, string name, OwnerKind kind, string? phone, string? email)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var owner = new Owner(community, name, kind);
        owner.SetContact(ContactText.Phone(phone), ContactText.Email(email));
        if (owner.Phone is not null && await db.Owners.InUse().AnyAsync(o => o.CommunityId == communityId && o.Name == owner.Name && o.Phone == owner.Phone))
        {
            throw new RuleViolation("档案中已有同名同手机号的 {0}。", [owner.Name], "Name");
        }

        db.Add(owner);
        await db.SaveChangesAsync();
        return owner.Id;
    }
}
