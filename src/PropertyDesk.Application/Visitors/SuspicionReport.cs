using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Visitors;

/// <summary>
/// Somebody suspicious goes straight to security, as a ticket of the company's safety category. The ticket bears the visit's id as its
/// request, so that a visit has one report at most and neither can stand half done; it says where and what, and leaves the visitor's
/// own data in the visit, which is erased in time.
/// </summary>
public sealed class SuspicionReport(DeskDbContext db, OpenTickets open)
{
    /// <param name="danger">Danger now: an emergency, which is told to everybody on duty; otherwise it is urgent.</param>
    /// <exception cref="RuleViolation">The company has no category for safety.</exception>
    public async Task<Guid> OfVisitAsync(Guid visitId, string? what, bool danger)
    {
        var visit = NotFoundException.Check(await db.Visits.AsNoTracking().Include(v => v.Unit).FirstOrDefaultAsync(v => v.Id == visitId), visitId);
        return await RunAsync(visit.Id, visit.CommunityId, visit.UnitId, visit.Place ?? Texts.Of("门岗"), what, danger);
    }

    /// <summary>Of somebody who is no registered visitor.</summary>
    /// <param name="requestId">Made with the form: sent twice, it is one report.</param>
    public Task<Guid> OfStrangerAsync(Guid requestId, Guid communityId, string? place, string? what, bool danger) => RunAsync(requestId, communityId, null, string.IsNullOrWhiteSpace(place) ? Texts.Of("门岗") : place, Require.Text(what, "情况", 500), danger);

    private async Task<Guid> RunAsync(Guid requestId, Guid communityId, Guid? unitId, string? place, string? what, bool danger)
    {
        var category = await open.CategoryOfAsync(TicketKind.Safety) ?? throw new RuleViolation("还没有安全类的工单类别，请经理先设置。");
        var said = string.IsNullOrWhiteSpace(what) ? Texts.Of("可疑访客，请到场查看。") : Texts.Of("可疑情况：{0}", what.Trim());
        return await open.RunAsync(new NewTicket(requestId, communityId, category, null, unitId, null, place, null, danger ? Urgency.Emergency : Urgency.Urgent, TicketSource.Desk, said, []));
    }
}
