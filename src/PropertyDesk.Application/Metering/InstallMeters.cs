using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Charges;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Metering;

/// <summary>A unit that has no meter of a kind yet.</summary>
public sealed record UnmeteredUnit(Guid Id, string Code);

/// <summary>A meter to put in.</summary>
/// <param name="First">What it shows on the day.</param>
public sealed record NewMeter(Guid UnitId, string Number, decimal First);

/// <summary>The meters of a building, put in together.</summary>
/// <param name="On">They count from the end of this day on.</param>
/// <param name="Charge">Also begin to charge them by the tariff of their kind.</param>
public sealed record MeterInstallation(Guid BuildingId, MeterKind Kind, DateOnly On, decimal Multiplier, int Digits, IReadOnlyList<NewMeter> Meters, bool Charge);

/// <summary>Puts meters into units that have none, each with its first reading.</summary>
public sealed class InstallMeters(DeskDbContext db, Assignments assignments, TimeProvider clock)
{
    /// <summary>The units of a building without a meter of the kind, in walking order.</summary>
    public async Task<IReadOnlyList<UnmeteredUnit>> UnmeteredAsync(Guid buildingId, MeterKind kind) =>
    [
        .. (await db.Units.Where(u => u.BuildingId == buildingId && !db.Meters.Any(m => m.UnitId == u.Id && m.Kind == kind))
            .Select(u => new { u.Id, u.Code, u.Entrance, u.Number }).ToListAsync())
            .OrderBy(u => u.Entrance, StringComparer.Ordinal).ThenBy(u => u.Number.Length).ThenBy(u => u.Number, StringComparer.Ordinal)
            .Select(u => new UnmeteredUnit(u.Id, u.Code)),
    ];

    /// <summary>All of them or none.</summary>
    /// <returns>How many were put in, and how many charges began.</returns>
    /// <exception cref="RuleViolation">The day has not come yet, a number is taken, or a value does not fit the counter.</exception>
    public async Task<(int Meters, int Charges)> RunAsync(MeterInstallation plan)
    {
        var building = NotFoundException.Check(await db.Buildings.FirstOrDefaultAsync(b => b.Id == plan.BuildingId), plan.BuildingId);
        if (plan.On > db.Current.Today(clock))
        {
            throw new RuleViolation("装表日不能晚于今天。", field: "Input.On");
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await AddAsync(plan);
        var charges = plan.Charge ? await ChargeAsync(building, plan) : 0;
        await transaction.CommitAsync();
        return (plan.Meters.Count, charges);
    }

    private async Task AddAsync(MeterInstallation plan)
    {
        var ids = plan.Meters.Select(m => m.UnitId).ToList();
        var units = await db.Units.Where(u => u.BuildingId == plan.BuildingId && ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id);
        foreach (var asked in plan.Meters)
        {
            var unit = NotFoundException.Check(units.GetValueOrDefault(asked.UnitId), asked.UnitId);
            if (asked.First < 0 || asked.First >= Counter.Range(plan.Digits))
            {
                throw new RuleViolation("{0}：读数 {1} 超出 {2} 位表的范围。", [unit.Code, asked.First, plan.Digits]);
            }

            var meter = new Meter(unit, asked.Number, plan.Kind, plan.Multiplier, plan.Digits);
            var reading = new Reading(meter, plan.On, asked.First);
            reading.Note(ReadingChannel.Page, db.Current.UserName, clock.GetUtcNow(), ReadingDoubts.None);
            db.AddRange(meter, reading);
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("有表号重复或已在使用，请核对；一个也没有保存。");
        }
    }

    // Where several tariffs of an item fit, their scope decides: the one that fits the unit finds it missing.
    private async Task<int> ChargeAsync(Building building, MeterInstallation plan)
    {
        var added = 0;
        foreach (var tariff in await db.Tariffs.Include(t => t.ChargeItem).Where(t => t.CommunityId == building.CommunityId).OrderBy(t => t.Scope).ToListAsync())
        {
            if (tariff.Method.IsMetered() && ChargeSubjects.MetersOf(tariff, tariff.ChargeItem.Name) == plan.Kind)
            {
                added += await assignments.AssignAsync(tariff.Id, new AssignmentChoice(BuildingId: building.Id), plan.On.AddDays(1));
            }
        }

        return added;
    }
}
