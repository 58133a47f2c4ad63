using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Events;

namespace PropertyDesk.Application.Events;

/// <summary>Writes drafts of events.</summary>
public sealed class WriteEvents(DeskDbContext db, AudienceReader audiences, TimeProvider clock)
{
    /// <param name="requestId">Made with the form: sent twice, it is one event.</param>
    /// <exception cref="RuleViolation">Something is missing, or contradicts itself.</exception>
    /// <exception cref="NotFoundException">The community, a building or an owner is not here.</exception>
    public async Task<Guid> DraftAsync(Guid communityId, Guid requestId, EventPlan plan)
    {
        if (await db.EarlierAsync<CommunityEvent>(e => e.RequestId == requestId) is { } earlier)
        {
            return earlier;
        }

        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        await audiences.CheckAsync(communityId, plan.Audience);
        return await db.SaveOnceAsync(new CommunityEvent(community, requestId, plan, db.Current.UserName, clock.GetUtcNow()), e => e.RequestId == requestId);
    }

    /// <exception cref="RuleViolation">It is out already, or something is missing.</exception>
    public async Task ChangeAsync(Guid id, EventPlan plan)
    {
        var draft = await FindAsync(id);
        await audiences.CheckAsync(draft.CommunityId, plan.Audience);
        draft.Change(plan);
        await db.SaveOrRefuseAsync();
    }

    /// <summary>Throws a draft away: nobody ever saw it.</summary>
    /// <exception cref="RuleViolation">It is out already.</exception>
    public async Task DiscardAsync(Guid id)
    {
        var draft = await FindAsync(id);
        if (draft.State != EventState.Draft)
        {
            throw new RuleViolation("活动已发布，不能删除，只能取消。");
        }

        db.Remove(draft);
        await db.SaveOrRefuseAsync();
    }

    private async Task<CommunityEvent> FindAsync(Guid id) => NotFoundException.Check(await db.CommunityEvents.FirstOrDefaultAsync(e => e.Id == id), id);
}
