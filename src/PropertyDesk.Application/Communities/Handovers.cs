using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Communities;

/// <summary>Hands units over to their owners (交付): until the day before the developer pays, from the day on the owner.</summary>
public sealed class Handovers(DeskDbContext db, TimeProvider clock)
{
    private const string On = "On";

    /// <summary>Hands over one or many units on a day.</summary>
    /// <param name="status">What the units are from then on: lived in, vacant, or being decorated.</param>
    /// <returns>A warning about bills that stay as they are; empty where there are none.</returns>
    /// <exception cref="RuleViolation">A unit has no owner but the developer, or was handed over before.</exception>
    public async Task<string> HandOverAsync(IReadOnlyCollection<Guid> unitIds, DateOnly on, UnitStatus status, string? note = null)
    {
        RequirePast(on);
        RequireLivedIn(status);
        var ids = unitIds.Distinct().ToList();
        var units = ids.Count == 0 ? throw new RuleViolation("请选择要交付的房屋。") : await db.Units.Where(u => ids.Contains(u.Id)).ToListAsync();
        NotFoundException.Check(units.Count == ids.Count ? units : null);
        var owned = await db.Ownerships.Where(o => ids.Contains(o.UnitId) && o.To == null && o.Owner.Kind != OwnerKind.Developer).Select(o => o.UnitId).ToListAsync();
        if (units.Find(u => !owned.Contains(u.Id)) is { } unsold)
        {
            throw new RuleViolation("{0} 还没有业主，请先登记业主再交付。", [unsold.Code]);
        }

        if (units.Find(u => u.HandoverDate is not null) is { } done)
        {
            throw new RuleViolation("{0} 已在 {1} 交付；登记错了请先撤销。", [done.Code, Day(done.HandoverDate!.Value)]);
        }

        foreach (var unit in units)
        {
            unit.ChangeStatus(status, on);
            Tell(unit, UnitEventKind.HandedOver, on, "", note);
        }

        await db.SaveFactAsync();
        return await WarningAsync(ids, on);
    }

    /// <summary>Takes a handover back, as long as nothing since that day is billed.</summary>
    public async Task UndoAsync(Guid unitId)
    {
        var unit = NotFoundException.Check(await db.Units.FirstOrDefaultAsync(u => u.Id == unitId), unitId);
        var on = unit.HandoverDate ?? throw new RuleViolation("这户还没有交付。");
        await db.RequireUnbilledAsync(unitId, on);
        unit.ChangeStatus(UnitStatus.NotHandedOver, null);
        Tell(unit, UnitEventKind.HandoverUndone, on, "", null);
        await db.SaveFactAsync();
    }

    /// <summary>Records that a unit is lived in, vacant or being decorated from a day on. It changes no bill by itself.</summary>
    /// <exception cref="RuleViolation">The unit is not handed over yet, or the day lies ahead.</exception>
    public async Task ChangeStatusAsync(Guid unitId, UnitStatus status, DateOnly on, string? note = null)
    {
        RequirePast(on);
        RequireLivedIn(status);
        var unit = NotFoundException.Check(await db.Units.FirstOrDefaultAsync(u => u.Id == unitId), unitId);
        if (unit.Status is UnitStatus.Unsold or UnitStatus.NotHandedOver)
        {
            throw new RuleViolation("{0} 还没有交付，请用“交付”登记。", [unit.Code]);
        }

        Tell(unit, UnitEventKind.StatusChanged, on, status.ToString(), note);
        if (!await db.UnitEvents.AnyAsync(e => e.UnitId == unitId && e.Kind == UnitEventKind.StatusChanged && e.On > on))
        {
            unit.ChangeStatus(status);
        }

        await db.SaveFactAsync();
    }

    private void RequirePast(DateOnly on)
    {
        if (on > db.Current.Today(clock))
        {
            throw new RuleViolation("{0} 还没到，请到那天再登记。", [Day(on)], On);
        }
    }

    private static void RequireLivedIn(UnitStatus status)
    {
        if (status is UnitStatus.Unsold or UnitStatus.NotHandedOver)
        {
            throw new RuleViolation("请选择已入住、空置或装修中。", field: "Status");
        }
    }

    private async Task<string> WarningAsync(List<Guid> unitIds, DateOnly on)
    {
        var month = BillingMonth.Of(on);
        return await db.Bills.Published().AnyAsync(b => unitIds.Contains(b.UnitId) && b.Period >= month)
            ? Texts.Of("注意：{0} 起已有发布的账单，保持不变；需要调整时请另行更正。", month)
            : "";
    }

    private void Tell(Unit unit, UnitEventKind kind, DateOnly on, string detail, string? note) =>
        db.Add(new UnitEvent(unit, kind, on, detail, note, db.Current.UserName, clock.GetUtcNow()));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
