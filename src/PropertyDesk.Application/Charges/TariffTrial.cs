using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

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
        if (!facts.Method.HasPrice())
        {
            throw new RuleViolation("停车费按每个车位约定的月租收取，没有统一单价。");
        }

        // Never added to the context: it lives for this answer only.
        var tariff = TariffDrafts.Make(new ChargeItem(community, "试算", onBehalf: false, 0), facts);
        var unit = await UnitAsync(communityId, facts.Scope, unitText);
        var month = MonthOf(tariff, BillingMonth.Of(facts.ValidFrom));
        var tried = tariff.Supposing(tariff.Method, facts.Price.Price, facts.Price.Tiers, facts.Price.Terms);
        var sharers = tried.Method.IsShared() ? await db.Units.AsNoTracking().Where(u => u.BuildingId == unit.BuildingId).ToListAsync() : [unit];
        var (inputs, assignment) = TrialInputs.Of(tried, month, unit, sharers, use);
        var result = new ChargeCalculation(month, inputs).Of(assignment, unit);
        return result.Line is { } line
            ? new TrialResult(unit.Code, month, line.Amount, WorkingText.Steps(line.Working))
            : throw new RuleViolation("{0} 算不出：{1}。", [unit.Code, result.Reason is { } reason ? Words.Of(reason) : Texts.Of("该月不出账")], "TrialUnit");
    }

    // The month in which the period is billed: for a quarter in arrears its last one.
    private static BillingMonth MonthOf(Tariff tariff, BillingMonth month)
    {
        var period = tariff.PeriodOf(month);
        return tariff.BilledInAdvance ? period.First : period.Last;
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
}
