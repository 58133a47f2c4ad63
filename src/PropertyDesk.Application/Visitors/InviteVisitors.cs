using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Visitors;

namespace PropertyDesk.Application.Visitors;

/// <summary>An owner announces visitors, and takes it back.</summary>
public sealed class InviteVisitors(DeskDbContext db, TicketPlaces places, TimeProvider clock)
{
    /// <param name="requestId">Made with the form: sent twice, it is one visit.</param>
    /// <exception cref="RuleViolation">It is not a unit of the login's own, something is missing, or the window is over.</exception>
    public async Task<Guid> RunAsync(Guid requestId, Guid unitId, VisitFacts facts, VisitWindow window)
    {
        if (await db.EarlierAsync<Visit>(v => v.RequestId == requestId) is { } earlier)
        {
            return earlier;
        }

        var place = (await places.OfMineAsync()).Find(p => p.UnitId == unitId) ?? throw new RuleViolation("请选择房屋。", field: "Input.UnitId");
        var visit = Visit.Invited(
            await db.Communities.SingleAsync(c => c.Id == place.CommunityId), await db.Units.SingleAsync(u => u.Id == place.UnitId), await db.Owners.SingleAsync(o => o.Id == place.OwnerId),
            requestId, facts, window, clock.GetUtcNow());
        return await db.SaveOnceAsync(visit, v => v.RequestId == requestId);
    }

    /// <exception cref="RuleViolation">The visitor was let in, or it is over.</exception>
    public async Task CancelAsync(Guid id)
    {
        var visit = NotFoundException.Check(await db.Visits.FirstOrDefaultAsync(v => v.Id == id && v.OwnerId != null && db.Current.ActsForOwnerIds.Contains(v.OwnerId.Value)), id);
        visit.Cancel(db.Current.UserName, clock.GetUtcNow());
        await db.SaveOrRefuseAsync();
    }
}
