using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain.Archive;

namespace PropertyDesk.Application.Archive;

/// <summary>Whoever leaves a unit takes the household along; for the services that end an ownership or a lease.</summary>
internal static class MovingOut
{
    /// <summary>Ends the households of people in a unit with the day they leave; the caller saves.</summary>
    /// <param name="lastDay">Of the ownership or lease.</param>
    public static async Task MoveOutAsync(this DeskDbContext db, Guid unitId, IReadOnlyCollection<Guid> owners, DateOnly lastDay, TimeProvider clock)
    {
        var by = db.Acting(clock);
        foreach (var resident in await ResidentsAsync(db, unitId, owners, r => r.To == null || r.To > lastDay || r.HasMovedOut))
        {
            resident.MoveOut(lastDay, by);
        }
    }

    /// <summary>They did not leave after all: what ended with them goes on.</summary>
    public static async Task MoveBackAsync(this DeskDbContext db, Guid unitId, IReadOnlyCollection<Guid> owners)
    {
        foreach (var resident in await ResidentsAsync(db, unitId, owners, r => r.HasMovedOut))
        {
            resident.MoveBack();
        }
    }

    private static async Task<List<Resident>> ResidentsAsync(DeskDbContext db, Guid unitId, IReadOnlyCollection<Guid> owners, Func<Resident, bool> which)
    {
        var members = await db.HouseholdMembers.Where(r => r.UnitId == unitId && owners.Contains(r.OwnerId)).ToListAsync();
        var pets = await db.Pets.Where(r => r.UnitId == unitId && owners.Contains(r.OwnerId)).ToListAsync();
        return [.. members.Concat<Resident>(pets).Where(which)];
    }
}
