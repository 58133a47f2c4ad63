using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Communities;

/// <summary>A block of units to be added to a building.</summary>
/// <param name="Entrance">单元, such as "1单元"; empty where the building has none.</param>
/// <param name="Developer">Who owns them until they are sold; empty: nobody is recorded yet.</param>
/// <param name="From">First day of the developer's ownership.</param>
public sealed record NewUnits(
    string? Entrance, int? FloorFrom, int? FloorTo, string Rooms, string Areas, UnitKind Kind, UnitStatus Status, string? Developer, DateOnly From);

/// <summary>Builds up a community by page: its buildings and their units.</summary>
public sealed class BuildUnits(DeskDbContext db)
{
    /// <exception cref="RuleViolation">The community has a building of that name.</exception>
    public async Task<Guid> AddBuildingAsync(Guid communityId, string name, int? sortOrder)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var order = sortOrder ?? (await db.Buildings.Where(b => b.CommunityId == communityId).MaxAsync(b => (int?)b.SortOrder) ?? 0) + 1;
        var building = new Building(community, name, order);
        db.Add(building);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("已有名为“{0}”的楼栋。", [building.Name], "Name");
        }

        return building.Id;
    }

    /// <summary>Adds the units, all or none.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="RuleViolation">One of them is there already, or a figure cannot be.</exception>
    public async Task<int> AddUnitsAsync(Guid buildingId, NewUnits wanted)
    {
        var building = NotFoundException.Check(await db.Buildings.FirstOrDefaultAsync(b => b.Id == buildingId), buildingId);
        var units = RoomNumbers.Of(wanted.FloorFrom, wanted.FloorTo, wanted.Rooms, wanted.Areas)
            .Select(room => new Unit(building, wanted.Entrance, room.Number, room.Area, wanted.Kind)).ToList();
        await RefuseKnownAsync(building, units);
        units.ForEach(unit => unit.ChangeStatus(wanted.Status));
        db.AddRange(units);
        if (!string.IsNullOrWhiteSpace(wanted.Developer))
        {
            var developer = await new People(db).FindOrAddAsync(building.CommunityId, new PersonChoice(null, wanted.Developer, null, OwnerKind.Developer));
            db.AddRange(units.Select(unit => new Ownership(unit, developer, wanted.From)));
        }
        else if (wanted.Status == UnitStatus.Unsold)
        {
            throw new RuleViolation("未售的房屋由开发商缴费，请填写开发商。", field: "Developer");
        }

        await db.SaveChangesAsync();
        return units.Count;
    }

    private async Task RefuseKnownAsync(Building building, List<Unit> units)
    {
        var codes = units.ConvertAll(u => u.Code);
        var known = await db.Units.Where(u => u.CommunityId == building.CommunityId && codes.Contains(u.Code)).Select(u => u.Code).OrderBy(c => c).FirstOrDefaultAsync()
            ?? codes.GroupBy(c => c, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (known is not null)
        {
            throw new RuleViolation("房屋 {0} 已经有了。", [known], "Rooms");
        }
    }
}
