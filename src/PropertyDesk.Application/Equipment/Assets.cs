using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.Application.Equipment;

/// <summary>Keeps the register of machines (设备台账).</summary>
public sealed class Assets(DeskDbContext db, TimeProvider clock)
{
    private const int Tries = 3;

    /// <exception cref="RuleViolation">Something is missing or contradicts itself.</exception>
    /// <exception cref="NotFoundException">There is no such community or building here.</exception>
    public async Task<Guid> AddAsync(Guid communityId, Guid? buildingId, AssetFacts facts)
    {
        for (var turn = 1; ; turn++)
        {
            var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
            // Past the filters: the numbers of a company have no gap, whatever communities the person who adds one may see.
            var number = (await db.Assets.IgnoreQueryFilters([DeskDbContext.CommunityFilter]).MaxAsync(a => (int?)a.Number) ?? 0) + 1;
            var asset = new Asset(community, await BuildingAsync(buildingId), number, facts);
            db.Add(asset);
            try
            {
                await db.SaveChangesAsync();
                return asset.Id;
            }
            catch (DbUpdateException error) when (turn < Tries && db.IsUniqueViolation(error))
            {
                // Somebody else took the number at the same moment: the next one is free.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <exception cref="RuleViolation">It is scrapped, something contradicts itself, or somebody else changed it.</exception>
    public Task ChangeAsync(Guid id, Guid? buildingId, AssetFacts facts) => ActAsync(id, async asset => asset.Change(await BuildingAsync(buildingId), facts));

    /// <summary>Stops it, lets it run again, or takes it out for good.</summary>
    public Task PutAsync(Guid id, AssetState state, string? reason) => ActAsync(id, asset =>
    {
        asset.Put(state, reason, db.Current.Today(clock));
        return Task.CompletedTask;
    });

    /// <summary>Its counter was read.</summary>
    public Task ReadAsync(Guid id, long count, DateOnly on) => ActAsync(id, asset =>
    {
        if (on > db.Current.Today(clock))
        {
            throw new RuleViolation("日期不能在将来。", field: "On");
        }

        db.Add(asset.Read(count, on, db.Current.UserName));
        return Task.CompletedTask;
    });

    private async Task<Building?> BuildingAsync(Guid? id) =>
        id is { } known ? NotFoundException.Check(await db.Buildings.FirstOrDefaultAsync(b => b.Id == known), known) : null;

    private async Task ActAsync(Guid id, Func<Asset, Task> act)
    {
        await act(NotFoundException.Check(await db.Assets.FirstOrDefaultAsync(a => a.Id == id), id));
        await db.SaveOrRefuseAsync();
    }
}
