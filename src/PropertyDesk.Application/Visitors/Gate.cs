using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Visitors;

namespace PropertyDesk.Application.Visitors;

/// <summary>Somebody who comes without an invitation.</summary>
/// <param name="Unit">The unit's number as people write it; null where it is no unit.</param>
/// <param name="Place">Where to, where it is no unit.</param>
/// <param name="On">A day to come, where somebody telephones before; null: today.</param>
public sealed record WalkIn(Guid RequestId, Guid CommunityId, string? Unit, string? Place, VisitFacts Facts, DateOnly? On = null);

/// <summary>What the gate does: register, let in, let out, refuse.</summary>
public sealed class Gate(DeskDbContext db, WatchList watch, TimeProvider clock)
{
    private const int MostDaysAhead = 30;

    /// <summary>Registers a walk-in, or who was told of by telephone; letting in is a step of its own, after a look at the watch list. Should have left by the end of the day.</summary>
    /// <exception cref="RuleViolation">Something is missing, or there is no such unit.</exception>
    public async Task<Guid> RegisterAsync(WalkIn asked)
    {
        if (await db.EarlierAsync<Visit>(v => v.RequestId == asked.RequestId) is { } earlier)
        {
            return earlier;
        }

        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == asked.CommunityId), asked.CommunityId);
        var code = asked.Unit?.Trim() ?? "";
        var unit = code.Length == 0 ? null : await db.Units.FirstOrDefaultAsync(u => u.CommunityId == community.Id && u.Code == code) ?? throw new RuleViolation("没有房屋 {0}。", [code], "Input.Unit");
        var now = clock.GetUtcNow();
        var today = db.Current.DayOf(now);
        var on = asked.On ?? today;
        if (on < today || on > today.AddDays(MostDaysAhead))
        {
            throw new RuleViolation("来访日期须在今天到 {0} 天之内。", [MostDaysAhead], "Input.On");
        }

        var window = new VisitWindow(on == today ? now : db.Current.StartOf(on), db.Current.StartOf(on.AddDays(1)).AddSeconds(-1));
        return await db.SaveOnceAsync(Visit.AtGate(community, unit, asked.Place, asked.RequestId, asked.Facts, window, db.Current.UserName, now), v => v.RequestId == asked.RequestId);
    }

    /// <param name="watchReason">Needed where the visitor is on the watch list.</param>
    /// <exception cref="RuleViolation">The pass was used or taken back, it is not the time, or the reason is missing.</exception>
    public async Task EnterAsync(Guid id, string? watchReason)
    {
        var visit = await FindAsync(id);
        var hits = await watch.HitsAsync(visit.CommunityId, visit.Name, visit.Phone, visit.Plate);
        visit.Enter(hits.Count > 0, watchReason, db.Current.UserName, clock.GetUtcNow());
        await db.SaveOrRefuseAsync();
    }

    /// <exception cref="RuleViolation">The visitor is not inside.</exception>
    public async Task LeaveAsync(Guid id)
    {
        (await FindAsync(id)).Leave(db.Current.UserName, clock.GetUtcNow());
        await db.SaveOrRefuseAsync();
    }

    /// <exception cref="RuleViolation">It is decided already, or there is no reason.</exception>
    public async Task RefuseAsync(Guid id, string? reason)
    {
        (await FindAsync(id)).Refuse(reason, db.Current.UserName, clock.GetUtcNow());
        await db.SaveOrRefuseAsync();
    }

    private async Task<Visit> FindAsync(Guid id) => NotFoundException.Check(await db.Visits.FirstOrDefaultAsync(v => v.Id == id), id);
}
