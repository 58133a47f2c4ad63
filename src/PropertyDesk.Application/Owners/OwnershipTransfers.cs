using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Owners;

/// <summary>
/// Changes who owns a unit from a day on (过户). The month of the change is divided by days when it is billed; bills that
/// exist stay as they are.
/// </summary>
public sealed class OwnershipTransfers(DeskDbContext db, TimeProvider clock)
{
    private const string On = "On";

    /// <summary>Ends the ownerships of today's owners the day before, and begins the new ones.</summary>
    /// <returns>A warning about bills that stay as they are; empty where there are none.</returns>
    /// <exception cref="RuleViolation">The day lies before the last change of owners, or the shares do not come to a whole.</exception>
    public async Task<string> TransferAsync(Guid unitId, TransferRequest request)
    {
        var unit = NotFoundException.Check(await db.Units.FirstOrDefaultAsync(u => u.Id == unitId), unitId);
        var before = await db.Ownerships.Include(o => o.Owner).Where(o => o.UnitId == unitId).OrderBy(o => o.Position).ToListAsync();
        if (before.Exists(o => o.From >= request.On))
        {
            throw new RuleViolation("{0} 已有一次业主登记；请选更晚的日期，或先撤销那一次。", [Day(before.Max(o => o.From))], On);
        }

        var ended = before.FindAll(o => o.To is null || o.To >= request.On);
        var begun = await BeginAsync(unit, request);
        if (ended.Select(o => (o.OwnerId, o.Share)).SequenceEqual(begun.Select(o => (o.OwnerId, o.Share))))
        {
            throw new RuleViolation("新业主和现在的业主相同。", field: "People");
        }

        ended.ForEach(o => o.End(request.On.AddDays(-1)));
        await db.MoveOutAsync(unitId, [.. ended.Select(o => o.OwnerId).Except(begun.Select(o => o.OwnerId))], request.On.AddDays(-1), clock);
        if (request.HandedOverOn is { } handedOver && unit.HandoverDate is null)
        {
            unit.ChangeStatus(UnitStatus.Occupied, handedOver);
            Tell(unit, UnitEventKind.HandedOver, handedOver, "", null);
        }
        else if (unit.Status == UnitStatus.Unsold)
        {
            unit.ChangeStatus(unit.HandoverDate is null ? UnitStatus.NotHandedOver : UnitStatus.Occupied);
        }

        Tell(unit, ended.Count == 0 ? UnitEventKind.OwnersRegistered : UnitEventKind.Transferred, request.On, Names(ended, begun), request.Note);
        await db.SaveFactAsync();
        return await db.WarningAsync(unitId, request.On);
    }

    /// <summary>Takes the last change of owners back, as long as nothing since that day is billed.</summary>
    /// <exception cref="RuleViolation">There is nothing to take back, or it is billed.</exception>
    public async Task UndoAsync(Guid unitId)
    {
        var unit = NotFoundException.Check(await db.Units.FirstOrDefaultAsync(u => u.Id == unitId), unitId);
        var all = await db.Ownerships.Include(o => o.Owner).Where(o => o.UnitId == unitId).OrderBy(o => o.Position).ToListAsync();
        var newest = all.Count == 0 ? throw new RuleViolation("这户还没有业主。") : all.Max(o => o.From);
        await db.RequireUnbilledAsync(unitId, newest);
        var (begun, ended) = (all.FindAll(o => o.From == newest), all.FindAll(o => o.To == newest.AddDays(-1)));
        db.RemoveRange(begun);
        ended.ForEach(o => o.Reopen());
        await db.MoveOutAsync(unitId, [.. begun.Select(o => o.OwnerId).Except(ended.Select(o => o.OwnerId))], newest, clock);
        await db.MoveBackAsync(unitId, [.. ended.Select(o => o.OwnerId)]);
        if (unit.Status == UnitStatus.NotHandedOver && ended.TrueForAll(o => o.Owner.Kind == OwnerKind.Developer))
        {
            unit.ChangeStatus(UnitStatus.Unsold);
        }

        Tell(unit, UnitEventKind.TransferUndone, newest, Names(begun, ended), null);
        await db.SaveFactAsync();
    }

    /// <summary>Chooses whether the first owner gets the whole bill, or each the own share.</summary>
    public async Task LetPayAsync(Guid unitId, OwnersPay way)
    {
        var unit = NotFoundException.Check(await db.Units.FirstOrDefaultAsync(u => u.Id == unitId), unitId);
        if (unit.OwnersPay != way)
        {
            unit.LetOwnersPay(way);
            Tell(unit, UnitEventKind.PaymentChanged, db.Current.Today(clock), way.ToString(), null);
            await db.SaveFactAsync();
        }
    }

    private async Task<List<Ownership>> BeginAsync(Unit unit, TransferRequest request)
    {
        var shares = ShareOut.Of([.. request.Owners.Select(o => o.Percent)]);
        var (people, begun) = (new People(db), new List<Ownership>());
        foreach (var (i, choice) in request.Owners.Index())
        {
            begun.Add(new Ownership(unit, await people.FindOrAddAsync(unit.CommunityId, choice.Person), request.On, i, shares[i]));
        }

        if (begun.DistinctBy(o => o.OwnerId).Count() < begun.Count)
        {
            throw new RuleViolation("同一位业主填了两次。", field: "People");
        }

        db.AddRange(begun);
        return begun;
    }

    private void Tell(Unit unit, UnitEventKind kind, DateOnly on, string detail, string? note) =>
        db.Add(new UnitEvent(unit, kind, on, detail, note, db.Current.UserName, clock.GetUtcNow()));

    private static string Names(List<Ownership> before, List<Ownership> after) =>
        before.Count == 0 ? Names(after) : Names(before) + " → " + Names(after);

    private static string Names(List<Ownership> owners) => owners.Count == 0 ? "—" : string.Join("、", owners.Select(o =>
        o.Share == 1 ? o.Owner.Name : o.Owner.Name + " " + o.Share.ToString("0.##%", CultureInfo.InvariantCulture)));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
