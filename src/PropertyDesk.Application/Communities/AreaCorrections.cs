using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Communities;

/// <summary>Corrects the areas of a unit from a day on (面积更正), with a reason.</summary>
public sealed class AreaCorrections(DeskDbContext db, TimeProvider clock)
{
    /// <returns>A warning about bills that stay as they are; empty where there are none.</returns>
    /// <exception cref="RuleViolation">There is a later correction, the area cannot be, or no reason is given.</exception>
    public async Task<string> CorrectAsync(Guid unitId, DateOnly from, decimal billingArea, decimal? innerArea, string reason)
    {
        var unit = await FindAsync(unitId);
        if (await LastAsync(unitId) is { } last && last.From >= from)
        {
            throw new RuleViolation("{0} 已有一次面积更正；请选更晚的日期，或先撤销那一次。", [Day(last.From)], "From");
        }

        var correction = new UnitArea(unit, from, billingArea, innerArea);
        db.Add(correction);
        Tell(correction, UnitEventKind.AreaCorrected, Require.Text(reason, "原因", 200));
        await db.SaveFactAsync();
        return await db.WarningAsync(unitId, from);
    }

    /// <summary>Takes the last correction back, as long as nothing since that day is billed.</summary>
    public async Task UndoAsync(Guid unitId)
    {
        await FindAsync(unitId);
        var last = await LastAsync(unitId) ?? throw new RuleViolation("这户没有面积更正。");
        await db.RequireUnbilledAsync(unitId, last.From);
        last.Undo();
        db.Remove(last);
        Tell(last, UnitEventKind.AreaUndone, null);
        await db.SaveFactAsync();
    }

    private async Task<Unit> FindAsync(Guid unitId) => NotFoundException.Check(await db.Units.FirstOrDefaultAsync(u => u.Id == unitId), unitId);

    private Task<UnitArea?> LastAsync(Guid unitId) => db.UnitAreas.Where(a => a.UnitId == unitId).OrderByDescending(a => a.From).FirstOrDefaultAsync();

    private void Tell(UnitArea correction, UnitEventKind kind, string? reason)
    {
        var (before, after) = (Areas(correction.Before, correction.InnerBefore), Areas(correction.BillingArea, correction.InnerArea));
        var detail = kind == UnitEventKind.AreaUndone ? $"{after} → {before} ㎡" : $"{before} → {after} ㎡";
        db.Add(new UnitEvent(correction.Unit, kind, correction.From, detail, reason, db.Current.UserName, clock.GetUtcNow()));
    }

    private static string Areas(decimal billing, decimal? inner) =>
        string.Create(CultureInfo.InvariantCulture, $"{billing:0.####}{(inner is null ? "" : " / ")}{inner:0.####}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
