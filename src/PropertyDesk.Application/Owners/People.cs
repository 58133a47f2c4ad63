using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Owners;

/// <summary>
/// Finds or adds people of a community's archive. Somebody typed with the name and phone of a record is that record: the
/// same person is not kept twice.
/// </summary>
internal sealed class People(DeskDbContext db)
{
    /// <exception cref="NotFoundException">The record chosen is not one of this community.</exception>
    public async Task<Owner> FindOrAddAsync(Guid communityId, PersonChoice choice)
    {
        if (choice.OwnerId is { } id)
        {
            return NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == id && o.CommunityId == communityId), id);
        }

        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        return await KnownAsync(community, choice) ?? Add(community, choice);
    }

    private async Task<Owner?> KnownAsync(Community community, PersonChoice choice)
    {
        var (name, phone) = (choice.Name?.Trim(), ContactText.Phone(choice.Phone));
        return phone is null && choice.Kind != OwnerKind.Developer
            ? null
            : await db.Owners.InUse().FirstOrDefaultAsync(o => o.CommunityId == community.Id && o.Name == name && (o.Phone == phone || o.Kind == OwnerKind.Developer));
    }

    private Owner Add(Community community, PersonChoice choice)
    {
        var owner = new Owner(community, choice.Name ?? "", choice.Kind);
        owner.SetContact(ContactText.Phone(choice.Phone), null);
        db.Add(owner);
        return owner;
    }
}
