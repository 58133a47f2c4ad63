using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Communities;

/// <summary>A unit that waits for its handover.</summary>
/// <param name="Owner">The buyer; empty while the developer holds the unit.</param>
public sealed record AwaitingHandover(Guid Id, string Code, decimal Area, UnitStatus Status, string Owner);

/// <summary>Reads the units that wait for their handover, those with a buyer first, in walking order.</summary>
public sealed class HandoverQueries(DeskDbContext db)
{
    private const int Most = 500;

    /// <param name="buildingId">Only those of a building.</param>
    /// <param name="unitId">Only this unit.</param>
    public async Task<IReadOnlyList<AwaitingHandover>> AwaitingAsync(Guid? buildingId, Guid? unitId)
    {
        var units = await db.Units
            .Where(u => u.HandoverDate == null && (unitId != null ? u.Id == unitId : u.Status == UnitStatus.NotHandedOver || u.Status == UnitStatus.Unsold))
            .Where(u => buildingId == null || u.BuildingId == buildingId)
            .OrderBy(u => u.Building.SortOrder).ThenBy(u => u.Building.Name).ThenBy(u => u.Entrance).ThenBy(u => u.Number.Length).ThenBy(u => u.Number).ThenBy(u => u.Id)
            .Select(u => new
            {
                u.Id,
                u.Code,
                u.BillingArea,
                u.Status,
                Owner = db.Ownerships.Where(o => o.UnitId == u.Id && o.To == null && o.Owner.Kind != Domain.Owners.OwnerKind.Developer)
                    .OrderBy(o => o.Position).Select(o => o.Owner.Name).FirstOrDefault(),
            }).AsNoTracking().Take(Most).ToListAsync();
        return [.. units.OrderBy(u => u.Owner is null).Select(u => new AwaitingHandover(u.Id, u.Code, u.BillingArea, u.Status, u.Owner ?? ""))];
    }
}
