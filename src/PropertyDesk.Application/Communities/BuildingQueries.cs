using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Communities;

/// <summary>A building with how many units it has.</summary>
public sealed record BuildingRow(Guid Id, string Name, int SortOrder, int Units);

/// <summary>A building, and what a form about its units needs to know.</summary>
/// <param name="Developer">The community's developer; empty where none is known.</param>
public sealed record BuildingHead(Guid Id, string Name, Guid CommunityId, string Community, int Units, string Developer);

/// <summary>Reads buildings.</summary>
public sealed class BuildingQueries(DeskDbContext db)
{
    public async Task<IReadOnlyList<BuildingRow>> OfCommunityAsync(Guid communityId) => await db.Buildings.Where(b => b.CommunityId == communityId)
        .OrderBy(b => b.SortOrder).ThenBy(b => b.Name)
        .Select(b => new BuildingRow(b.Id, b.Name, b.SortOrder, db.Units.Count(u => u.BuildingId == b.Id))).ToListAsync();

    /// <exception cref="NotFoundException">There is no such building here.</exception>
    public async Task<BuildingHead> FindAsync(Guid id) => NotFoundException.Check(
        await db.Buildings.Where(b => b.Id == id).Select(b => new BuildingHead(
            b.Id, b.Name, b.CommunityId,
            db.Communities.Where(c => c.Id == b.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "",
            db.Units.Count(u => u.BuildingId == b.Id),
            db.Owners.Where(o => o.CommunityId == b.CommunityId && o.Kind == OwnerKind.Developer).OrderBy(o => o.Name).Select(o => o.Name).FirstOrDefault() ?? "")).FirstOrDefaultAsync(),
        id);
}
