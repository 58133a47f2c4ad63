using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Events;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Events;

/// <summary>Households sign up, change and give up their places: by themselves on the portal, or by the desk for them.</summary>
public sealed class SignUps(DeskDbContext db, AudienceReader audiences, WaitingList waiting, EventMessages messages, TimeProvider clock)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A household of the login's own.</summary>
    /// <param name="requestId">Made with the form: sent twice, it is one sign-up.</param>
    /// <exception cref="RuleViolation">It is signed up already, signing up is over, or too many come.</exception>
    /// <exception cref="NotFoundException">The event was not announced to this owner, or the login does not act for them.</exception>
    public Task<Guid> SignUpAsync(Guid eventId, Guid requestId, Guid ownerId, int people) =>
        db.Current.ActsForOwnerIds.Contains(ownerId) ? RunAsync(eventId, requestId, ownerId, people) : throw new NotFoundException(nameof(Owner), ownerId);

    /// <summary>The desk signs up whoever calls or comes.</summary>
    /// <param name="unit">The unit's number as people write it.</param>
    /// <exception cref="RuleViolation">There is no such unit among those that may come, or it is signed up already.</exception>
    public async Task<Guid> SignUpUnitAsync(Guid eventId, Guid requestId, string? unit, int people)
    {
        var of = NotFoundException.Check(await db.CommunityEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Id == eventId), eventId);
        var owners = await audiences.OwnersOfUnitsAsync(of.CommunityId, [Require.Text(unit, "房号", 40)]);
        var owner = await db.NoticeRecipients.Where(r => r.NoticeId == of.NoticeId && owners.Contains(r.OwnerId))
            .OrderBy(r => db.EventSignUps.Any(s => s.EventId == eventId && s.OwnerId == r.OwnerId && s.State != SignUpState.Cancelled)).ThenBy(r => r.OwnerId).Select(r => (Guid?)r.OwnerId).FirstOrDefaultAsync();
        return owner is { } found ? await RunAsync(eventId, requestId, found, people) : throw new RuleViolation("房屋 {0} 不在活动范围内，或活动还没有发布。", [unit!.Trim()], "Unit");
    }

    /// <summary>More or fewer of the own household come.</summary>
    /// <exception cref="RuleViolation">It has begun, there are no such places, or too many come.</exception>
    public Task ChangePeopleAsync(Guid id, int people) => ChangeAsync(id, own: true, (of, signUp) => of.ChangePeople(signUp, people, Now));

    /// <summary>The own household does not come; who waits moves up, and is told.</summary>
    /// <exception cref="RuleViolation">It has begun, or is cancelled already.</exception>
    public Task CancelAsync(Guid id) => ChangeAsync(id, own: true, (of, signUp) => of.GiveUp(signUp, Now));

    /// <summary>As <see cref="CancelAsync"/>, by the desk for whoever calls.</summary>
    public Task CancelForAsync(Guid id) => ChangeAsync(id, own: false, (of, signUp) => of.GiveUp(signUp, Now));

    /// <summary>Gives up the places of a household at events that have not begun, in the transaction of a caller.</summary>
    internal async Task GiveUpAllAsync(Guid ownerId)
    {
        var now = Now;
        foreach (var id in await db.EventSignUps.Where(s => s.OwnerId == ownerId && s.State != SignUpState.Cancelled && s.Event.State == EventState.Published && s.Event.From > now && !db.EventCheckIns.Any(c => c.SignUpId == s.Id))
            .OrderBy(s => s.EventId).Select(s => s.Id).ToListAsync())
        {
            await ChangeWithinAsync(id, (of, signUp) => of.GiveUp(signUp, now));
        }
    }

    private async Task<Guid> RunAsync(Guid eventId, Guid requestId, Guid ownerId, int people)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var held = await db.HoldEventAsync(eventId);
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId && db.NoticeRecipients.Any(r => r.NoticeId == held.NoticeId && r.OwnerId == o.Id)), ownerId);
        var earlier = await db.EventSignUps.FirstOrDefaultAsync(s => s.EventId == eventId && s.OwnerId == ownerId);
        if (earlier?.RequestId == requestId)
        {
            return earlier.Id;
        }

        if (earlier is not null)
        {
            held.SignUpAgain(earlier, requestId, people, db.Current.UserName, Now);
        }
        else
        {
            db.Add(earlier = held.SignUp(owner, requestId, people, db.Current.UserName, Now));
        }

        await db.SaveOrRefuseAsync();
        await transaction.CommitAsync();
        return earlier.Id;
    }

    private async Task ChangeAsync(Guid id, bool own, Action<CommunityEvent, EventSignUp> change)
    {
        if (own && !await db.EventSignUps.AnyAsync(s => s.Id == id && s.OwnerId != null && db.Current.ActsForOwnerIds.Contains(s.OwnerId.Value)))
        {
            throw new NotFoundException(nameof(EventSignUp), id);
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await ChangeWithinAsync(id, change);
        await transaction.CommitAsync();
    }

    private async Task ChangeWithinAsync(Guid id, Action<CommunityEvent, EventSignUp> change)
    {
        var eventId = await db.EventSignUps.Where(s => s.Id == id).Select(s => (Guid?)s.EventId).FirstOrDefaultAsync() ?? throw new NotFoundException(nameof(EventSignUp), id);
        var held = await db.HoldEventAsync(eventId);
        if (await db.EventCheckIns.AnyAsync(c => c.SignUpId == id))
        {
            throw new RuleViolation("已经签到，不能再改报名。");
        }

        change(held, await db.EventSignUps.SingleAsync(s => s.Id == id));
        var moved = await waiting.MoveUpAsync(held);
        await db.SaveOrRefuseAsync();
        await messages.MovedUpAsync(held, moved);
    }
}
