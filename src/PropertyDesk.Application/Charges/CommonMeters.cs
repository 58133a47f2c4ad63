using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Charges;

/// <summary>What a common meter showed, as it was typed.</summary>
public sealed record CommonReading(Guid MeterId, decimal Previous, decimal Current);

/// <summary>Keeps the common meters (公摊总表) and what they showed each month.</summary>
public sealed class CommonMeters(DeskDbContext db, Assignments assignments)
{
    /// <summary>A new common meter; everybody in its reach shares its cost from the first price on.</summary>
    /// <param name="buildingId">Its reach; null for the whole community.</param>
    /// <exception cref="RuleViolation">The tariff is not one of shared costs, or has a meter of this name.</exception>
    public async Task<int> AddAsync(Guid tariffId, Guid? buildingId, string name, decimal multiplier, MeterKind kind = MeterKind.Electricity)
    {
        var tariff = NotFoundException.Check(await db.Tariffs.FirstOrDefaultAsync(t => t.Id == tariffId), tariffId);
        if (!tariff.Method.IsShared())
        {
            throw new RuleViolation("公摊总表须属于一项公摊收费。", field: "Tariff");
        }

        var building = buildingId is { } id
            ? NotFoundException.Check(await db.Buildings.FirstOrDefaultAsync(b => b.Id == id && b.CommunityId == tariff.CommunityId), id)
            : null;
        await using var transaction = await db.Database.BeginTransactionAsync();
        var meter = new SharedMeter(tariff, building, name, multiplier);
        meter.Counts(kind);
        db.Add(meter);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("已有名为“{0}”的公摊总表。", [name], "Name");
        }

        var sharers = await assignments.AssignAsync(tariffId, new AssignmentChoice());
        await transaction.CommitAsync();
        return sharers;
    }

    /// <summary>Enters a month's readings; what was entered before is replaced while the month's bills are not out.</summary>
    /// <exception cref="RuleViolation">A reading is lower than the one before, or the month's bills are published.</exception>
    public async Task ReadAsync(Guid communityId, BillingMonth month, IReadOnlyList<CommonReading> readings)
    {
        NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var meters = await db.SharedMeters.Where(m => m.CommunityId == communityId).ToDictionaryAsync(m => m.Id);
        var known = await db.SharedReadings.Where(r => r.CommunityId == communityId && r.Period == month).ToDictionaryAsync(r => r.SharedMeterId);
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var typed in readings)
        {
            var meter = NotFoundException.Check(meters.GetValueOrDefault(typed.MeterId), typed.MeterId);
            var before = known.GetValueOrDefault(meter.Id);
            if (before is not null && (before.Previous, before.Current) == (typed.Previous, typed.Current))
            {
                continue;
            }

            if (before is not null)
            {
                await RequireUnbilledAsync(communityId, month);
                db.Remove(before);
                // Two readings of a month cannot stand side by side, not even for the length of a save.
                await db.SaveChangesAsync();
            }

            db.Add(new SharedReading(meter, month, typed.Previous, typed.Current));
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private async Task RequireUnbilledAsync(Guid communityId, BillingMonth month)
    {
        if (await db.BillRuns.AnyAsync(r => r.CommunityId == communityId && r.Period == month && r.State == BillRunState.Published))
        {
            throw new RuleViolation("{0} 的账单已发布，公摊读数不能再改；更正请用红冲。", [month]);
        }
    }
}
