using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Archive;

/// <summary>What stands at the top of every page about an owner.</summary>
/// <param name="Units">Those of today, owned or rented.</param>
public sealed record OwnerHead(Guid Id, string Name, OwnerKind Kind, Guid CommunityId, string Community, IReadOnlyList<string> Units, TagChips Tags);

/// <summary>Reads the top of the pages about an owner.</summary>
public sealed class OwnerHeads(DeskDbContext db, HouseholdQueries households, TagQueries tags)
{
    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public async Task<OwnerHead> FindAsync(Guid ownerId)
    {
        var owner = NotFoundException.Check(
            await db.Owners.Where(o => o.Id == ownerId)
                .Select(o => new { o.Name, o.Kind, o.CommunityId, Community = db.Communities.Where(c => c.Id == o.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "" }).FirstOrDefaultAsync(),
            ownerId);
        var homes = await households.HomesAsync(ownerId);
        return new OwnerHead(ownerId, owner.Name, owner.Kind, owner.CommunityId, owner.Community, [.. homes.Select(h => h.Code)], (await tags.OfAsync([ownerId]))[ownerId]);
    }
}
