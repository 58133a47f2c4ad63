using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Charges;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.WhatIf;

/// <summary>
/// Computes a month's charges of one tariff twice with the engine of the bill runs, as it is and as it would be. Nothing
/// is written until the scenario is adopted.
/// </summary>
public sealed class TryTariff(DeskDbContext db, Tariffs tariffs)
{
    /// <exception cref="RuleViolation">The price cannot be one of the tariff.</exception>
    /// <exception cref="NotFoundException">There is no such tariff here.</exception>
    public async Task<ScenarioResult> RunAsync(Scenario scenario, CancellationToken cancel = default)
    {
        var tariff = await FindAsync(scenario, cancel);
        var price = Complete(tariff, scenario);
        var supposed = tariff.Supposing(scenario.Basis ?? tariff.Method, price.Price, price.Tiers, price.Terms);
        var community = await db.Communities.AsNoTracking().SingleAsync(c => c.Id == tariff.CommunityId, cancel);
        // Stands for the month only and is never added to the context.
        var inputs = await RunInputs.ReadAsync(db, new BillRun(community, scenario.Month, "", DateTimeOffset.UnixEpoch), cancel);
        var after = inputs with { Tariffs = inputs.Tariffs.ToDictionary(t => t.Key, t => t.Key == tariff.Id ? supposed : t.Value) };
        var buildings = await db.Buildings.AsNoTracking().Where(b => b.CommunityId == tariff.CommunityId).ToDictionaryAsync(b => b.Id, cancel);
        return Compare(tariff, inputs, buildings, new ChargeCalculation(scenario.Month, inputs), new ChargeCalculation(scenario.Month, after), scenario.Month);
    }

    /// <summary>Makes the scenario real: a new price from a day on, and for shared costs the new basis.</summary>
    public async Task AdoptAsync(Scenario scenario, DateOnly validFrom)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await tariffs.AddVersionAsync(scenario.TariffId, validFrom, Complete(await FindAsync(scenario, default), scenario));
        if (scenario.Basis is { } basis)
        {
            await tariffs.ShareByAsync(scenario.TariffId, basis);
        }

        await transaction.CommitAsync();
    }

    private async Task<Tariff> FindAsync(Scenario scenario, CancellationToken cancel)
    {
        var tariff = NotFoundException.Check(
            await db.Tariffs.Include(t => t.Versions).Include(t => t.ChargeItem).AsNoTracking().FirstOrDefaultAsync(t => t.Id == scenario.TariffId, cancel), scenario.TariffId);
        return tariff.Method.HasPrice() ? tariff : throw new RuleViolation("停车费按每个车位约定的月租收取，没有统一单价。");
    }

    // What the scenario does not speak of, such as a fixed part, stays as it is.
    private static PriceFacts Complete(Tariff tariff, Scenario scenario)
    {
        var terms = tariff.Versions.MaxBy(v => v.ValidFrom)?.ToTerms() ?? PriceTerms.None;
        return scenario.Price with { Terms = terms with { Formula = scenario.Price.Terms?.Formula ?? terms.Formula } };
    }

    private static ScenarioResult Compare(Tariff tariff, RunInputs inputs, Dictionary<Guid, Building> buildings, ChargeCalculation before, ChargeCalculation after, BillingMonth month)
    {
        var (households, uncharged) = (new List<HouseholdChange>(), 0);
        foreach (var unit in inputs.Units)
        {
            var change = new AmountChange(Money.Zero, Money.Zero);
            var charged = false;
            foreach (var assignment in inputs.AssignmentsByUnit[unit.Id].Where(a => a.TariffId == tariff.Id))
            {
                var (was, becomes) = (before.Of(assignment, unit), after.Of(assignment, unit));
                uncharged += was.Reason is null && becomes.Reason is null ? 0 : 1;
                charged |= was.Line is not null || becomes.Line is not null;
                change = AmountChange.Sum([change, new AmountChange(was.Line?.Amount ?? Money.Zero, becomes.Line?.Amount ?? Money.Zero)]);
            }

            if (charged)
            {
                households.Add(new HouseholdChange(unit.Id, unit.Code, buildings[unit.BuildingId].Name, buildings[unit.BuildingId].SortOrder, change));
            }
        }

        return new ScenarioResult(tariff.ChargeItem.Name, month, uncharged, [.. households.OrderByDescending(h => Math.Abs(h.Amount.Difference.Fen)).ThenBy(h => h.Unit, StringComparer.Ordinal)]);
    }
}
