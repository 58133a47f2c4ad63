using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Application.Notices;

/// <summary>Which recipients are shown.</summary>
public enum RecipientsShown
{
    All,

    /// <summary>Nobody of the household has opened it on the portal.</summary>
    Unread,

    /// <summary>No message got out to them, and they have not opened it either.</summary>
    Unreached,
}

/// <summary>Somebody who received a notice.</summary>
/// <param name="Reason">Why the message is in its state.</param>
public sealed record RecipientRow(Guid OwnerId, string Owner, string Units, DeliveryChannel? Channel, DeliveryState State, string? Reason, DateTimeOffset? ReadAt);

/// <summary>How far a notice got.</summary>
/// <param name="Sent">A message got out: sent or known to have arrived, the portal's included.</param>
/// <param name="Delivered">Known to have arrived.</param>
public sealed record NoticeFigures(int Recipients, int Readers, int Sent, int Delivered, int Unreached, IReadOnlyList<NoticeChannelFigures> Channels);

public sealed record NoticeChannelFigures(DeliveryChannel? Channel, int Recipients, int Sent, int Delivered);

/// <summary>Who received a notice, who has read it, and whom it did not reach.</summary>
public sealed class NoticeRecipients(DeskDbContext db)
{
    /// <summary>Of the version that was told last.</summary>
    public async Task<NoticeFigures> FiguresAsync(Guid id)
    {
        var groups = await Told(id).GroupBy(r => new { r.Delivery.Channel, r.Delivery.State }).Select(g => new { g.Key.Channel, g.Key.State, Count = g.Count() }).ToListAsync();
        var channels = groups.GroupBy(g => g.Channel).OrderBy(g => g.Key is null).ThenBy(g => g.Key).Select(g => new NoticeChannelFigures(
            g.Key, g.Sum(x => x.Count), g.Where(x => IsSent(x.State)).Sum(x => x.Count), g.Where(x => x.State == DeliveryState.Delivered).Sum(x => x.Count))).ToList();
        return new NoticeFigures(
            channels.Sum(c => c.Recipients), await db.NoticeReads.Where(r => r.NoticeId == id && db.Notices.Any(n => n.Id == id && r.Version >= n.ToldVersion)).Select(r => r.OwnerId).Distinct().CountAsync(), channels.Sum(c => c.Sent), channels.Sum(c => c.Delivered),
            await Shown(id, RecipientsShown.Unreached).CountAsync(), channels);
    }

    /// <exception cref="NotFoundException">There is no such notice here.</exception>
    public async Task<Paged<RecipientRow>> ListAsync(Guid id, RecipientsShown shown, int page = 1)
    {
        await RequireAsync(id);
        return await Rows(Shown(id, shown)).ToPageAsync(page);
    }

    /// <summary>Everybody as a workbook.</summary>
    public async Task<IReadOnlyList<Sheet>> WorkbookAsync(Guid id, RecipientsShown shown)
    {
        await RequireAsync(id);
        var rows = await Rows(Shown(id, shown)).ToListAsync();
        return
        [
            new Sheet(
                Texts.Of("通知对象"),
                [new(Texts.Of("业主"), 16), new(Texts.Of("房号"), 24), new(Texts.Of("渠道")), new(Texts.Of("状态")), new(Texts.Of("说明"), 36), new(Texts.Of("已读时间"), 18)],
                [.. rows.Select(r => (IReadOnlyList<object?>)[
                    r.Owner, r.Units, r.Channel is { } way ? Words.Of(way) : "—", Words.Of(r.State), r.Reason, r.ReadAt is { } at ? NoticeTimes.Of(at, null, db.Current.TimeZone) : Texts.Of("未读")])]),
        ];
    }

    private static bool IsSent(DeliveryState state) => state is DeliveryState.Sent or DeliveryState.Delivered;

    private async Task RequireAsync(Guid id)
    {
        if (!await db.Notices.AnyAsync(n => n.Id == id))
        {
            throw new NotFoundException(nameof(Notice), id);
        }
    }

    private IQueryable<NoticeRecipient> Told(Guid id) => db.NoticeRecipients.Where(r => r.NoticeId == id && r.Version == r.Notice.ToldVersion);

    private IQueryable<NoticeRecipient> Shown(Guid id, RecipientsShown shown) => shown == RecipientsShown.All ? Told(id) : Told(id)
        .Where(r => !db.NoticeReads.Any(x => x.NoticeId == id && x.Version >= r.Version && x.OwnerId == r.OwnerId))
        .Where(r => shown == RecipientsShown.Unread || (r.Delivery.State != DeliveryState.Sent && r.Delivery.State != DeliveryState.Delivered));

    private IQueryable<RecipientRow> Rows(IQueryable<NoticeRecipient> recipients) => recipients.OrderBy(r => r.Units).ThenBy(r => r.Owner.Name).ThenBy(r => r.Id)
        .Select(r => new RecipientRow(
            r.OwnerId, r.Owner.Name, r.Units, r.Delivery.Channel, r.Delivery.State, r.Delivery.Reason,
            db.NoticeReads.Where(x => x.NoticeId == r.NoticeId && x.Version >= r.Version && x.OwnerId == r.OwnerId).Min(x => (DateTimeOffset?)x.At)));
}
