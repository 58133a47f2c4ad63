using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Metering;

/// <summary>A month's values of a master meter, as typed.</summary>
public sealed record MasterValues(Guid MeterId, decimal Previous, decimal Current);

/// <summary>Keeps the master meters (总表) and what they showed each month.</summary>
public sealed class MasterMeters(DeskDbContext db)
{
    /// <param name="buildingId">What lies behind it; null for the whole community.</param>
    /// <exception cref="RuleViolation">There is one of this name.</exception>
    public async Task AddAsync(Guid communityId, MeterKind kind, Guid? buildingId, string name, decimal multiplier)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var building = buildingId is { } id ? NotFoundException.Check(await db.Buildings.FirstOrDefaultAsync(b => b.Id == id && b.CommunityId == communityId), id) : null;
        db.Add(new MasterMeter(community, kind, building, name, multiplier));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("已有名为“{0}”的总表。", [name], "Input.Name");
        }
    }

    /// <summary>Enters or corrects a month's values: all or none.</summary>
    /// <exception cref="RuleViolation">A value is lower than the one before.</exception>
    public async Task ReadAsync(Guid communityId, BillingMonth month, IReadOnlyList<MasterValues> values)
    {
        var meters = await db.MasterMeters.Where(m => m.CommunityId == communityId).ToDictionaryAsync(m => m.Id);
        var known = await db.MasterReadings.Where(r => r.CommunityId == communityId && r.Period == month).ToDictionaryAsync(r => r.MasterMeterId);
        foreach (var typed in values)
        {
            var meter = NotFoundException.Check(meters.GetValueOrDefault(typed.MeterId), typed.MeterId);
            if (known.TryGetValue(meter.Id, out var reading))
            {
                reading.Set(meter, typed.Previous, typed.Current);
            }
            else
            {
                db.Add(new MasterReading(meter, month, typed.Previous, typed.Current));
            }
        }

        await db.SaveChangesAsync();
    }
}
