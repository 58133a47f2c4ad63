using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Notices;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Events;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Application.Events;

/// <summary>Lets events out with their notice, corrects and cancels them: each with all that it tells, or not at all.</summary>
public sealed class RunEvents(DeskDbContext db, WriteNotices write, PublishNotices publish, WaitingList waiting, EventMessages messages, ChannelAddresses addresses, TimeProvider clock)
{
    /// <summary>Announces it by a notice to exactly its audience; from now on they can sign up.</summary>
    /// <param name="expected">How many owners the page showed; null where nobody looked.</param>
    /// <exception cref="RuleViolation">It is out already, reaches nobody, or another number than was shown.</exception>
    public async Task PublishAsync(Guid id, int? expected = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var held = await db.HoldEventAsync(id);
        var plan = new NoticePlan(NoticeKind.Event, Words(held), held.Audience, IsUrgent: false, IsPublic: false, db.Current.DayOf(held.Until));
        var noticeId = await write.DraftAsync(held.CommunityId, plan);
        held.Publish(await db.Notices.SingleAsync(n => n.Id == noticeId), clock.GetUtcNow());
        await db.SaveOrRefuseAsync();
        await publish.PublishWithinAsync(noticeId, expected);
        await transaction.CommitAsync();
    }

    /// <summary>Says another time, place or number of places. Of new words everybody hears by a correction of the notice; new places go to who waits.</summary>
    /// <param name="reason">What is different; needed where something that people were told is.</param>
    /// <exception cref="RuleViolation">It is not out, is over, or fewer places than are taken would be left.</exception>
    public async Task CorrectAsync(Guid id, EventPlan plan, string? reason)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var held = await db.HoldEventAsync(id);
        var isTold = held.Correct(plan, clock.GetUtcNow());
        var why = isTold ? Require.Text(reason, "更改原因", 200) : null;
        var moved = await waiting.MoveUpAsync(held);
        await db.SaveOrRefuseAsync();
        if (why is not null)
        {
            if (await db.Notices.AnyAsync(n => n.Id == held.NoticeId && n.State == NoticeState.Published))
            {
                await publish.CorrectWithinAsync(held.NoticeId!.Value, Words(held), why, tellsAgain: true);
            }
            else
            {
                await messages.CorrectedAsync(held, why);
            }
        }

        await messages.MovedUpAsync(held, moved);
        await transaction.CommitAsync();
    }

    /// <summary>It does not take place: the notice is withdrawn, and every household that has places or waits is told, once.</summary>
    /// <exception cref="RuleViolation">It is not out, is over, or there is no reason.</exception>
    public async Task CancelAsync(Guid id, string? reason)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var held = await db.HoldEventAsync(id);
        held.Cancel(reason, db.Current.UserName, clock.GetUtcNow());
        await db.SaveOrRefuseAsync();
        await publish.WithdrawWithinAsync(held.NoticeId!.Value, held.Reason);
        await messages.CancelledAsync(held);
        await transaction.CommitAsync();
    }

    // A notice has no place of its own for where something is, and leads to where one signs up.
    private NoticeText Words(CommunityEvent of) => new(
        of.Title, of.Summary,
        $"**{Texts.Of("地点：{0}", of.Place)}**\n\n{of.Body}\n\n[{Texts.Of("名额 {0} 个，在这里报名", of.Places)}]({addresses.Event(db.Current.Slug, of.Id)})", of.From, of.Until, null);
}
