using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Charges;

/// <summary>A charge item with its tariffs.</summary>
public sealed record ChargeItemRow(Guid Id, string Name, bool OnBehalf, int Priority, decimal VatRate, IReadOnlyList<TariffRow> Tariffs);

/// <summary>A tariff with its prices, newest first.</summary>
/// <param name="Charged">How many units, meters or parking spaces are charged by it today.</param>
/// <param name="Missing">How many in its scope are charged for the item by no tariff.</param>
public sealed record TariffRow(Guid Id, TariffScope Scope, ChargeMethod Method, MeterKind? MeterKind, AreaBasis AreaBasis, int Charged, int Missing, IReadOnlyList<TariffVersionRow> Versions)
{
    /// <summary>The unit of the price, such as 元/㎡·月.</summary>
    public string Unit => Versions.Count > 0 ? Versions[0].Unit : "";

    public bool IsTiered => Method.IsTiered();

    /// <summary>The parking use carries the fee, so the tariff has no price of its own.</summary>
    public bool HasPrice => Method.HasPrice();
}

/// <param name="To">The day before the next price; none for the newest.</param>
/// <param name="IsCurrent">Holds today.</param>
public sealed record TariffVersionRow(DateOnly From, DateOnly? To, decimal? Price, string? Tiers, string Unit, bool IsCurrent, PriceTerms Terms);

/// <summary>A tariff with the item that it charges.</summary>
public sealed record OneTariff(Guid CommunityId, string Item, TariffRow Tariff);

/// <summary>An item as its form shows it.</summary>
public sealed record OneItem(Guid CommunityId, ItemFacts Facts);

/// <summary>Reads what a community charges.</summary>
public sealed class TariffQueries(DeskDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyList<ChargeItemRow>> ListAsync(Guid communityId)
    {
        var today = db.Current.Today(clock);
        var items = await db.ChargeItems.Where(i => i.CommunityId == communityId).OrderBy(i => i.Priority).ThenBy(i => i.Name).AsNoTracking().ToListAsync();
        var tariffs = await db.Tariffs.Include(t => t.Versions).Where(t => t.CommunityId == communityId).AsNoTracking().ToListAsync();
        var charged = await db.ChargeAssignments.Where(a => a.CommunityId == communityId && a.From <= today && (a.To == null || a.To >= today))
            .GroupBy(a => a.TariffId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var missing = new Dictionary<Guid, int>();
        foreach (var tariff in tariffs)
        {
            missing.Add(tariff.Id, await ChargeSubjects.Missing(db, tariff, today).CountAsync());
        }

        return
        [
            .. items.Select(i => new ChargeItemRow(i.Id, i.Name, i.OnBehalf, i.Priority, i.VatRate,
                [.. tariffs.Where(t => t.ChargeItemId == i.Id).OrderBy(t => t.Scope)
                    .Select(t => new TariffRow(t.Id, t.Scope, t.Method, t.MeterKind, t.AreaBasis, charged.GetValueOrDefault(t.Id), missing[t.Id], Versions(t, today)))])),
        ];
    }

    /// <exception cref="NotFoundException">There is no such tariff here.</exception>
    public async Task<OneTariff> FindAsync(Guid tariffId)
    {
        var tariff = NotFoundException.Check(
            await db.Tariffs.Include(t => t.Versions).Include(t => t.ChargeItem).AsNoTracking().FirstOrDefaultAsync(t => t.Id == tariffId), tariffId);
        var today = db.Current.Today(clock);
        var charged = await db.ChargeAssignments.CountAsync(a => a.TariffId == tariffId && a.From <= today && (a.To == null || a.To >= today));
        var missing = await ChargeSubjects.Missing(db, tariff, today).CountAsync();
        return new OneTariff(tariff.CommunityId, tariff.ChargeItem.Name, new TariffRow(
            tariff.Id, tariff.Scope, tariff.Method, tariff.MeterKind, tariff.AreaBasis, charged, missing, Versions(tariff, today)));
    }

    /// <exception cref="NotFoundException">There is no such item here.</exception>
    public async Task<OneItem> ItemAsync(Guid itemId)
    {
        var item = NotFoundException.Check(await db.ChargeItems.AsNoTracking().FirstOrDefaultAsync(i => i.Id == itemId), itemId);
        return new OneItem(item.CommunityId, new ItemFacts(item.Name, item.OnBehalf, item.Priority, item.VatRate * 100m, item.PurseClass));
    }

    private static List<TariffVersionRow> Versions(Tariff tariff, DateOnly today)
    {
        var dated = tariff.Versions.OrderBy(v => v.ValidFrom).ToList();
        var rows = dated.Select((v, i) =>
        {
            DateOnly? to = i + 1 < dated.Count ? dated[i + 1].ValidFrom.AddDays(-1) : null;
            return new TariffVersionRow(v.ValidFrom, to, v.Price, v.Tiers, v.Unit, v.ValidFrom <= today && (to is null || to >= today), v.ToTerms());
        });
        return [.. rows.Reverse()];
    }
}
