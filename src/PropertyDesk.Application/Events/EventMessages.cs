using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Notices;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Events;

namespace PropertyDesk.Application.Events;

/// <summary>Queues what households are told of an event beside its notice, each in its own language, in the transaction of the caller.</summary>
public sealed class EventMessages(DeskDbContext db, Announcements announcements, ChannelAddresses addresses)
{
    /// <summary>Of each sign-up, that it has moved up from the waiting list.</summary>
    internal async Task MovedUpAsync(CommunityEvent of, IEnumerable<EventSignUp> moved)
    {
        foreach (var signUp in moved.Where(s => s.OwnerId is not null))
        {
            await TellAsync(
                of, $"up:{signUp.Number}", [signUp.OwnerId!.Value],
                () => (Texts.Of("候补有名额了：{0}", of.Title), Texts.Of("您家 {0} 人已从候补转为报名成功，请准时参加；来不了请在业主端取消，让给别人。", signUp.People)));
        }
    }

    /// <summary>Everybody who has places or waits, that it does not take place.</summary>
    internal async Task CancelledAsync(CommunityEvent of) =>
        await TellAsync(of, "cancelled", await SignedUpAsync(of.Id), () => (Texts.Of("活动取消：{0}", of.Title), Texts.Of("原因：{0}", of.Reason)));

    /// <summary>Everybody who has places or waits, that something of it is different.</summary>
    internal async Task CorrectedAsync(CommunityEvent of, string reason) =>
        await TellAsync(of, $"changed:{of.Version:n}", await SignedUpAsync(of.Id), () => (Texts.Of("活动有变动：{0}", of.Title), reason));

    private Task<List<Guid>> SignedUpAsync(Guid id) =>
        db.EventSignUps.Where(s => s.EventId == id && s.State != SignUpState.Cancelled && s.OwnerId != null).Select(s => s.OwnerId!.Value).ToListAsync();

    private async Task TellAsync(CommunityEvent of, string occasion, List<Guid> owners, Func<(string Title, string Summary)> words)
    {
        if (owners.Count == 0)
        {
            return;
        }

        var community = await db.Communities.SingleAsync(c => c.Id == of.CommunityId);
        var (when, link) = (NoticeTimes.Of(of.From, of.Until, db.Current.TimeZone), addresses.Event(db.Current.Slug, of.Id));
        Announcement InWords()
        {
            var (title, summary) = words();
            return new Announcement(DeliveryKind.Notice, $"event:{of.Id:n}:{occasion}", community, title, summary, "", when, link);
        }

        await announcements.QueueAsync(InWords, owners);
    }
}
