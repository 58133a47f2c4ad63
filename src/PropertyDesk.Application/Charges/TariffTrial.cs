using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Charges;

/// <summary>A price tried on one unit for one month.</summary>
/// <param name="Unit">The unit's short form.</param>
/// <param name="Steps">The working, in words.</param>
public sealed record TrialResult(string Unit, BillingMonth Month, Money Amount, IReadOnlyList<string> Steps);

/// <summary>Tries a price that is not saved on an example unit (试算).</summary>
public sealed class TariffTrial(DeskDbContext db)
{
    /// <param name="unitText">The unit, as people type it; empty: the first one in scope.</param>
    /// <param name="use">Example use of the meter, where there is one.</param>
    /// <exception cref="RuleViolation">The price cannot be one, or no such unit is in scope.</exception>
    public async Task<TrialResult> RunAsync(Guid communityId, TariffFacts facts, string? unitText, decimal use)
    {
        var community = NotFoundException.Check(await db.Communities.AsNoTracking().FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        // Never added to the context: it lives for this answer only.
        var tariff = TariffDrafts.Make(new ChargeItem(community, "试算", onBehalf: false, 0), facts);
        var unit = await UnitAsync(communityId, facts.Scope, unitText);
        var month = BillingMonth.Of(facts.ValidFrom.AddMonths(facts.ValidFrom.Day == 1 ? 0 : 1));
        var line = await ComputeAsync(tariff, unit, month, use);
        return new TrialResult(unit.Code, month, line.Amount, WorkingText.Steps(line.Working));
    }

    private async Task<Unit> UnitAsync(Guid communityId, TariffScope scope, string? text)
    {
        var code = Assignments.Code(text);
        var units = db.Units.AsNoTracking().Where(u => u.CommunityId == communityId && (code == "" || u.Code == code));
        units = scope switch
        {
            TariffScope.Residential => units.Where(u => u.Kind == UnitKind.Residential),
            TariffScope.Shop => units.Where(u => u.Kind == UnitKind.Shop),
            _ => units,
        };
        return await units.OrderBy(u => u.Building.SortOrder).ThenBy(u => u.Code).FirstOrDefaultAsync()
            ?? throw new RuleViolation("没有找到可以试算的房屋，请填写范围内的房号。", field: "TrialUnit");
    }

    private async Task<CalculatedLine> ComputeAsync(Tariff tariff, Unit unit, BillingMonth month, decimal use)
    {
        var version = tariff.Versions.Count > 0 ? tariff.Versions[0] : throw new RuleViolation("停车费按每个车位约定的月租收取，没有统一单价。");
        var from = DateOnly.MinValue;
        IReadOnlyList<Dated<decimal>> prices = version.Price is { } price ? [new(from, price)] : [];
        IReadOnlyList<Dated<TierTable>> tiers = version.Tiers is { } text ? [new(from, TierTable.Parse(text))] : [];
        var quantity = tariff.Method == ChargeMethod.AreaTimesPrice ? unit.BillingArea : 1;
        var segments = MonthCut.Of(month, month.FirstDay, null, prices, [new Dated<decimal>(from, quantity)]).Segments;
        var usage = new MeterUsage([new MeterPart(Texts.Of("试算"), month.FirstDay.AddDays(-1), 0, month.LastDay, use, Digits: 9)]);
        return tariff.Method switch
        {
            ChargeMethod.AreaTimesPrice => Proration.Area(month, segments),
            ChargeMethod.FixedPerMonth => Proration.Fixed(month, segments),
            ChargeMethod.Metered => MeteredCharge.Flat(usage, prices, version.Unit)!,
            ChargeMethod.MeteredMonthlyTiers => MeteredCharge.MonthlyTiers(usage, tiers, version.Unit)!,
            ChargeMethod.MeteredYearlyTiers => MeteredCharge.YearlyTiers(usage, tiers, 0, version.Unit)!,
            _ => await ShareAsync(tariff.Method, unit, version.Price ?? 0, use),
        };
    }

    // The unit's share if the common meter of its building showed the use.
    private async Task<CalculatedLine> ShareAsync(ChargeMethod method, Unit unit, decimal price, decimal use)
    {
        var areas = await db.Units.AsNoTracking().Where(u => u.BuildingId == unit.BuildingId).OrderBy(u => u.Code).Select(u => new { u.Id, u.BillingArea }).ToListAsync();
        var byArea = method == ChargeMethod.SharedByArea;
        var lines = SharedCost.OfMeter(Texts.Of("试算"), 0, use, 1, price)
            .Divide(byArea ? ShareBasis.Area : ShareBasis.Household, areas.ConvertAll(a => byArea ? a.BillingArea : 1m));
        return lines[areas.FindIndex(a => a.Id == unit.Id)];
    }
}
