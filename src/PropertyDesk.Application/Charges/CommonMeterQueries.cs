using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Charges;

/// <summary>A common meter with its readings of a month.</summary>
/// <param name="Reach">The building; empty for the whole community.</param>
/// <param name="Previous">Of the month where it was read, else what it showed last.</param>
/// <param name="Current">Null where the month has no reading yet.</param>
public sealed record CommonMeterRow(Guid Id, Guid TariffId, string Item, ChargeMethod Method, string Name, string Reach, decimal Multiplier, int Sharers, decimal? Previous, decimal? Current);

/// <summary>A tariff that a common meter can belong to.</summary>
public sealed record SharedTariff(Guid Id, string Item, ChargeMethod Method);

/// <summary>The weight of one assignment.</summary>
public sealed record WeightRow(Guid Id, string Unit, string Subject, decimal? Weight, bool IsExempt);

/// <summary>Reads the common meters.</summary>
public sealed class CommonMeterQueries(DeskDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyList<CommonMeterRow>> ListAsync(Guid communityId, BillingMonth month)
    {
        var today = db.Current.Today(clock);
        var meters = await db.SharedMeters.Where(m => m.CommunityId == communityId).OrderBy(m => m.Tariff.ChargeItem.Priority).ThenBy(m => m.Name)
            .Select(m => new
            {
                m.Id,
                m.TariffId,
                Item = m.Tariff.ChargeItem.Name,
                m.Tariff.Method,
                m.Name,
                Reach = db.Buildings.Where(b => b.Id == m.BuildingId).Select(b => b.Name).FirstOrDefault() ?? "",
                m.Multiplier,
                Sharers = db.ChargeAssignments.Count(a => a.SharedMeterId == m.Id && !a.IsExempt && (a.To == null || a.To >= today)),
            }).AsNoTracking().ToListAsync();
        var readings = (await db.SharedReadings.Where(r => r.CommunityId == communityId && r.Period <= month).AsNoTracking().ToListAsync())
            .GroupBy(r => r.SharedMeterId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Period)!);
        return
        [
            .. meters.Select(m =>
            {
                var last = readings.GetValueOrDefault(m.Id);
                var isRead = last?.Period == month;
                return new CommonMeterRow(m.Id, m.TariffId, m.Item, m.Method, m.Name, m.Reach, m.Multiplier, m.Sharers, isRead ? last!.Previous : last?.Current, isRead ? last!.Current : null);
            }),
        ];
    }

    public async Task<IReadOnlyList<SharedTariff>> TariffsAsync(Guid communityId) =>
        [.. (await db.Tariffs.Where(t => t.CommunityId == communityId).OrderBy(t => t.ChargeItem.Priority).Select(t => new SharedTariff(t.Id, t.ChargeItem.Name, t.Method)).ToListAsync()).Where(t => t.Method.IsShared())];

    public Task<IReadOnlyList<BuildingChoice>> BuildingsAsync(Guid communityId) => new AssignmentQueries(db, clock).BuildingsAsync(communityId);

    /// <summary>The weights of those that a tariff charges, in the order of their units.</summary>
    public Task<Paged<WeightRow>> WeightsAsync(Guid tariffId, int page)
    {
        var today = db.Current.Today(clock);
        return db.ChargeAssignments.Where(a => a.TariffId == tariffId && (a.To == null || a.To >= today))
            .OrderBy(a => a.Unit.Building.SortOrder).ThenBy(a => a.Unit.Entrance).ThenBy(a => a.Unit.Number.Length).ThenBy(a => a.Unit.Number).ThenBy(a => a.Id)
            .Select(a => new WeightRow(a.Id, a.Unit.Code, db.SharedMeters.Where(m => m.Id == a.SharedMeterId).Select(m => m.Name).FirstOrDefault() ?? "", a.Weight, a.IsExempt))
            .AsNoTracking().ToPageAsync(page);
    }
}
