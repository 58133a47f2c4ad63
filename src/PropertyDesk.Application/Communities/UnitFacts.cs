using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Communities;

/// <summary>What facts about units have to do with bills: a fact dated into a published month changes none of its bills.</summary>
internal static class UnitFacts
{
    /// <summary>The latest month with a published bill of the unit; null where there is none.</summary>
    public static async Task<BillingMonth?> LastBilledAsync(this DeskDbContext db, Guid unitId) => await db.Bills.Published()
        .Where(b => b.UnitId == unitId).OrderByDescending(b => b.Period).Select(b => (BillingMonth?)b.Period).FirstOrDefaultAsync();

    /// <summary>A warning for the desk when a fact begins in a month that is billed, or reaches a draft; empty otherwise.</summary>
    public static async Task<string> WarningAsync(this DeskDbContext db, Guid unitId, DateOnly from)
    {
        var month = BillingMonth.Of(from);
        if (await db.LastBilledAsync(unitId) is { } billed && billed >= month)
        {
            return month == billed
                ? Texts.Of("注意：{0} 的账单已发布，保持不变；需要调整时请另行更正。", month)
                : Texts.Of("注意：{0} 至 {1} 的账单已发布，保持不变；需要调整时请另行更正。", month, billed);
        }

        var draft = await db.Bills.Where(b => b.UnitId == unitId && b.IssuedOn == null && b.Period >= month)
            .OrderBy(b => b.Period).Select(b => (BillingMonth?)b.Period).FirstOrDefaultAsync();
        return draft is { } open ? Texts.Of("{0} 的账单草稿请重算一次。", open) : "";
    }

    /// <summary>Saves a fact about a unit; whoever comes second at the same moment is told so.</summary>
    /// <exception cref="RuleViolation">Somebody else recorded something about the unit since it was read.</exception>
    public static async Task SaveFactAsync(this DeskDbContext db)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("这户刚被他人办理过，请刷新后再试。");
        }
    }

    /// <summary>Refuses to take back a fact that published bills already rest on.</summary>
    /// <exception cref="RuleViolation">A month since that day is billed.</exception>
    public static async Task RequireUnbilledAsync(this DeskDbContext db, Guid unitId, DateOnly from)
    {
        if (await db.LastBilledAsync(unitId) is { } billed && billed >= BillingMonth.Of(from))
        {
            throw new RuleViolation("{0} 的账单已按此发布，不能撤销；请从新的日期另行办理。", [billed]);
        }
    }
}
