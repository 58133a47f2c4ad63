using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Application.Notices;

/// <summary>
/// Lets notices out, corrects and withdraws them. Who receives one and what they are sent is written in the transaction that
/// publishes it, so that it is out for everybody or for nobody; unique keys refuse a second time.
/// </summary>
public sealed class PublishNotices(DeskDbContext db, AudienceReader audiences, Announcements announcements, ChannelAddresses addresses, TimeProvider clock)
{
    /// <param name="expected">How many owners the page showed; null where nobody looked.</param>
    /// <exception cref="RuleViolation">It is out already, reaches nobody, or another number than was shown.</exception>
    public async Task PublishAsync(Guid id, int? expected = null, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var notice = await LoadAsync(id, cancel);
        db.Add(notice.Publish(Today, By, Now));
        // First the notice itself: whoever comes second finds another stamp, and nothing is written.
        await db.SaveOrRefuseAsync(NoticeQueries.Changed, cancel);
        var members = await audiences.MembersAsync(notice.CommunityId, notice.Audience, cancel);
        if (members.Count == 0)
        {
            throw new RuleViolation("没有符合条件的业主，请检查发布范围。");
        }

        if (expected is { } seen && seen != members.Count)
        {
            throw new RuleViolation("符合条件的业主从 {0} 位变为 {1} 位，请重新确认。", [seen, members.Count]);
        }

        await TellAsync(notice, members, cancel);
        await transaction.CommitAsync(cancel);
    }

    public Task ScheduleAsync(Guid id, DateTimeOffset at) => ChangeAsync(id, n => n.Schedule(at, Today, By, Now));

    public Task UnscheduleAsync(Guid id) => ChangeAsync(id, n => n.Unschedule(By, Now));

    /// <summary>Withdraws it; messages that wait are not sent any more.</summary>
    public Task WithdrawAsync(Guid id, string? reason) => EndAsync(id, n => n.Withdraw(reason, By, Now), Texts.Of("通知已撤回"));

    /// <summary>Publishes a new version that is shown as a correction.</summary>
    /// <exception cref="RuleViolation">It is not out, nothing was changed, or messages with the old words wait and nobody is to be told again.</exception>
    public async Task CorrectAsync(Guid id, NoticeText text, string? reason, bool tellsAgain)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var notice = await LoadAsync(id, CancellationToken.None);
        if (!tellsAgain && await Messages(id).AnyAsync(d => d.State == DeliveryState.Queued && (d.Channel == DeliveryChannel.Email || d.Channel == DeliveryChannel.Sms)))
        {
            throw new RuleViolation("还有按原内容待发送的消息，更正时须同时重新通知。", field: "Input.TellsAgain");
        }

        db.Add(notice.Correct(text, reason, tellsAgain, By, Now));
        await db.SaveOrRefuseAsync(NoticeQueries.Changed);
        if (tellsAgain)
        {
            await announcements.StopAsync(Messages(id), Texts.Of("通知已更正"));
            var told = await db.NoticeRecipients.Where(r => r.NoticeId == id && r.Version == 1).Select(r => new { r.OwnerId, r.Units }).ToListAsync();
            await TellAsync(notice, told.ConvertAll(r => new AudienceMember(r.OwnerId, [r.Units])), CancellationToken.None);
        }

        await transaction.CommitAsync();
    }

    /// <summary>Publishes what is due and ends what is over; run twice, or at once, each happens once.</summary>
    public async Task RunAsync(CancellationToken cancel = default)
    {
        var (now, today) = (Now, Today);
        foreach (var id in await db.Notices.Where(n => n.State == NoticeState.Scheduled && n.PublishAt <= now).OrderBy(n => n.PublishAt).Select(n => n.Id).ToListAsync(cancel))
        {
            await TryAsync(id, () => PublishAsync(id, cancel: cancel));
        }

        foreach (var id in await db.Notices.Where(n => n.State == NoticeState.Published && n.ExpiresOn < today).Select(n => n.Id).ToListAsync(cancel))
        {
            await TryAsync(id, () => EndAsync(id, n => n.Expire(today, By, Now), Texts.Of("通知已到期"), cancel));
        }
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private DateOnly Today => db.Current.Today(clock);

    private string By => db.Current.UserName;

    // A rule that says no concerns one notice; the others get their turn, and this one goes back to the desk.
    private async Task TryAsync(Guid id, Func<Task> act)
    {
        db.ChangeTracker.Clear();
        try
        {
            await act();
        }
        catch (RuleViolation rule)
        {
            db.ChangeTracker.Clear();
            var notice = await LoadAsync(id, CancellationToken.None);
            if (notice.State == NoticeState.Scheduled && notice.PublishAt <= Now)
            {
                db.Add(notice.Unschedule(By, Now, Texts.Of(rule)));
                await db.SaveOrRefuseAsync(NoticeQueries.Changed);
            }
        }
    }

    private async Task EndAsync(Guid id, Func<Notice, NoticeEvent> end, string reason, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(end(await LoadAsync(id, cancel)));
        await db.SaveOrRefuseAsync(NoticeQueries.Changed, cancel);
        await announcements.StopAsync(Messages(id), reason, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task ChangeAsync(Guid id, Func<Notice, NoticeEvent> change)
    {
        db.Add(change(await LoadAsync(id, CancellationToken.None)));
        await db.SaveOrRefuseAsync(NoticeQueries.Changed);
    }

    private async Task TellAsync(Notice notice, IReadOnlyList<AudienceMember> members, CancellationToken cancel)
    {
        var (community, text) = (await db.Communities.SingleAsync(c => c.Id == notice.CommunityId, cancel), notice.Current);
        var title = notice.Version == 1 ? text.Title : Texts.Of("更正：{0}", text.Title);
        var what = new Announcement(
            notice.IsUrgent ? DeliveryKind.UrgentNotice : DeliveryKind.Notice, $"notice:{notice.Id:n}:{notice.Version}", community, title, text.Summary,
            text.Body, NoticeTimes.Of(text.From, text.Until, db.Current.TimeZone), addresses.Notice(db.Current.Slug, notice.Id));
        var sent = await announcements.QueueAsync(what, [.. members.Select(m => m.OwnerId)], cancel);
        await db.BulkInsertAsync(members.Select(m => new NoticeRecipient(notice, m.OwnerId, string.Join('、', m.Units), sent[m.OwnerId])).ToList(), cancel);
    }

    private IQueryable<Delivery> Messages(Guid id) => db.Deliveries.Where(d => db.NoticeRecipients.Any(r => r.NoticeId == id && r.DeliveryId == d.Id));

    private async Task<Notice> LoadAsync(Guid id, CancellationToken cancel) =>
        NotFoundException.Check(await db.Notices.Include(n => n.Versions).FirstOrDefaultAsync(n => n.Id == id, cancel), id);
}
