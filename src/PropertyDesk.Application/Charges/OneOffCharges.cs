using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Charges;

/// <summary>A way of charging once, such as a card.</summary>
/// <param name="Price">The price of today; null where none holds.</param>
public sealed record OneOffTariff(Guid Id, string Item, decimal? Price, string Unit);

/// <summary>Charges a unit once on a day: a card, decoration, repair materials. It stands on the bill of that month.</summary>
public sealed class OneOffCharges(DeskDbContext db, TimeProvider clock)
{
    /// <param name="price">Yuan each, where agreed; null: the tariff's price of the day.</param>
    /// <exception cref="RuleViolation">The quantity or price cannot be, or the unit's bill of that month is out already.</exception>
    public async Task AddAsync(Guid unitId, Guid tariffId, DateOnly day, decimal quantity, decimal? price, string? note)
    {
        var unit = NotFoundException.Check(await db.Units.FirstOrDefaultAsync(u => u.Id == unitId), unitId);
        var tariff = NotFoundException.Check(
            await db.Tariffs.Include(t => t.ChargeItem).Include(t => t.Versions).FirstOrDefaultAsync(t => t.Id == tariffId && t.CommunityId == unit.CommunityId), tariffId);
        if (price is null && !tariff.Versions.Any(v => v.ValidFrom <= day))
        {
            throw new RuleViolation("这一天没有价格，请填写单价。", field: "Price");
        }

        if (await db.LastBilledAsync(unitId) is { } billed && billed >= BillingMonth.Of(day))
        {
            throw new RuleViolation("{0} 的账单已发布，请填 {1} 或以后的日期。", [billed, billed.Next.FirstDay.ToString("yyyy-MM-dd")], "Day");
        }

        db.Add(ChargeAssignment.Once(tariff, unit, day, quantity, price, note));
        await db.SaveChangesAsync();
    }

    /// <summary>What a unit can be charged for once.</summary>
    public async Task<IReadOnlyList<OneOffTariff>> TariffsAsync(Guid communityId)
    {
        var today = db.Current.Today(clock);
        var tariffs = await db.Tariffs.Include(t => t.Versions).Include(t => t.ChargeItem).AsNoTracking()
            .Where(t => t.CommunityId == communityId && t.Method == ChargeMethod.OnceOff).OrderBy(t => t.ChargeItem.Priority).ThenBy(t => t.ChargeItem.Name).ToListAsync();
        return [.. tariffs.Select(t => (Tariff: t, Price: t.Versions.Where(v => v.ValidFrom <= today).MaxBy(v => v.ValidFrom)))
            .Select(x => new OneOffTariff(x.Tariff.Id, x.Tariff.ChargeItem.Name, x.Price?.Price, x.Price?.Unit ?? ""))];
    }
}
