using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.WhatIf;

/// <summary>A tariff whose price can be tried.</summary>
/// <param name="Price">The newest one.</param>
public sealed record TariffToTry(Guid Id, Guid CommunityId, string Community, string Item, TariffScope Scope, ChargeMethod Method, decimal? Price, string? Tiers, string? Formula, string Unit)
{
    /// <summary>The newest price as it is typed.</summary>
    public string PriceText => Formula ?? Tiers ?? Price?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

/// <summary>What can be tried, and on which month.</summary>
public sealed class ScenarioQueries(DeskDbContext db, TimeProvider clock)
{
    /// <summary>The tariffs with a price, by community and item.</summary>
    public async Task<IReadOnlyList<TariffToTry>> TariffsAsync()
    {
        var communities = await db.Communities.ToDictionaryAsync(c => c.Id, c => c.Name);
        var tariffs = await db.Tariffs.Include(t => t.Versions).Include(t => t.ChargeItem).AsNoTracking().ToListAsync();
        return
        [
            .. from tariff in tariffs
               where tariff.Method.HasPrice() && tariff.Versions.Count > 0
               let newest = tariff.Versions.MaxBy(v => v.ValidFrom)
               orderby communities[tariff.CommunityId], tariff.ChargeItem.Priority, tariff.ChargeItem.Name, tariff.Scope
               select new TariffToTry(tariff.Id, tariff.CommunityId, communities[tariff.CommunityId], tariff.ChargeItem.Name, tariff.Scope, tariff.Method, newest.Price, newest.Tiers, newest.Formula, newest.Unit),
        ];
    }

    /// <summary>The latest month with a run, or last month: its data are there.</summary>
    public async Task<BillingMonth> MonthAsync() =>
        await db.BillRuns.OrderByDescending(r => r.Period).Select(r => (BillingMonth?)r.Period).FirstOrDefaultAsync() ?? BillingMonth.Of(db.Current.Today(clock)).Previous;
}
