using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Application.Notices;

/// <summary>What the list is narrowed to.</summary>
/// <param name="Text">Part of the title or summary.</param>
public sealed record NoticeFilter(NoticeState? State = null, NoticeKind? Kind = null, Guid? CommunityId = null, string? Text = null);

/// <summary>A notice in the desk's list.</summary>
/// <param name="At">When it was or will be published; null for a draft.</param>
/// <param name="Version">Above 1: it was corrected.</param>
public sealed record NoticeRow(
    Guid Id, NoticeKind Kind, NoticeState State, string Title, string Community, DateTimeOffset? At, DateOnly? ExpiresOn, bool IsUrgent, bool IsPublic, int Version, int Recipients, int Readers);

/// <summary>A file of a notice.</summary>
public sealed record NoticeFileRow(Guid Id, Guid FileId, string Name, string ContentType, int Length)
{
    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>A notice as the desk sees it.</summary>
/// <param name="Notice">With its versions and events.</param>
/// <param name="AudienceText">The audience in words.</param>
public sealed record NoticeDetails(Notice Notice, string Community, string? Address, string? Phone, IReadOnlyList<NoticeFileRow> Files, string AudienceText)
{
    public DeliveryKind Message => Notice.IsUrgent ? DeliveryKind.UrgentNotice : DeliveryKind.Notice;
}

/// <summary>A notice that an owner was sent, on the desk's page of the owner.</summary>
public sealed record NoticeOfOwner(Guid NoticeId, string Title, NoticeState State, DateTimeOffset? PublishedAt, DeliveryChannel? Channel, DeliveryState Delivery, DateTimeOffset? ReadAt);

/// <summary>Reads notices for the desk.</summary>
public sealed class NoticeQueries(DeskDbContext db, AudienceReader audiences, AudienceReach reach)
{
    /// <summary>Somebody else was quicker.</summary>
    internal const string Changed = "通知的状态已变化，请刷新后再试。";

    /// <summary>What waits first, then the newest.</summary>
    public Task<Paged<NoticeRow>> ListAsync(NoticeFilter filter, int page = 1)
    {
        var text = filter.Text?.Trim();
        return db.Notices
            .Where(n => (filter.State == null || n.State == filter.State) && (filter.Kind == null || n.Kind == filter.Kind) && (filter.CommunityId == null || n.CommunityId == filter.CommunityId))
            .Where(n => string.IsNullOrEmpty(text) || n.Title.Contains(text) || n.Summary.Contains(text))
            .OrderByDescending(n => n.State == NoticeState.Draft || n.State == NoticeState.Scheduled).ThenByDescending(n => n.PublishedAt ?? n.CreatedAt).ThenBy(n => n.Id)
            .Select(n => new NoticeRow(
                n.Id, n.Kind, n.State, n.Title, db.Communities.Where(c => c.Id == n.CommunityId).Select(c => c.Name).First(), n.PublishedAt ?? n.PublishAt, n.ExpiresOn, n.IsUrgent, n.IsPublic, n.Version,
                db.NoticeRecipients.Count(r => r.NoticeId == n.Id && r.Version == n.ToldVersion), db.NoticeReads.Where(r => r.NoticeId == n.Id && r.Version >= n.ToldVersion).Select(r => r.OwnerId).Distinct().Count()))
            .ToPageAsync(page);
    }

    public async Task<IReadOnlyDictionary<NoticeState, int>> CountsAsync() =>
        await db.Notices.GroupBy(n => n.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);

    /// <exception cref="NotFoundException">There is no such notice here.</exception>
    public async Task<NoticeDetails> FindAsync(Guid id)
    {
        var notice = NotFoundException.Check(await db.Notices.AsNoTracking().Include(n => n.Versions).Include(n => n.Events).AsSplitQuery().FirstOrDefaultAsync(n => n.Id == id), id);
        var community = await db.Communities.AsNoTracking().SingleAsync(c => c.Id == notice.CommunityId);
        return new NoticeDetails(notice, community.Name, community.Address, community.Phone, await db.FilesOfNoticeAsync(id), await audiences.DescribeAsync(notice.Audience));
    }

    /// <summary>How many it would reach now, and by which channel.</summary>
    public Task<Reached> ReachAsync(NoticeDetails details) => reach.CountAsync(details.Notice.CommunityId, details.Notice.Audience, details.Message);

    /// <summary>What was sent to an owner, the newest first.</summary>
    public async Task<IReadOnlyList<NoticeOfOwner>> OfOwnerAsync(Guid ownerId, int take = 20) => await db.NoticeRecipients
        .Where(r => r.OwnerId == ownerId && r.Version == r.Notice.ToldVersion).OrderByDescending(r => r.Notice.PublishedAt).Take(take)
        .Select(r => new NoticeOfOwner(
            r.NoticeId, r.Notice.Title, r.Notice.State, r.Notice.PublishedAt, r.Delivery.Channel, r.Delivery.State,
            db.NoticeReads.Where(x => x.NoticeId == r.NoticeId && x.Version >= r.Version && x.OwnerId == ownerId).Min(x => (DateTimeOffset?)x.At)))
        .ToListAsync();
}

internal static class NoticeFiles
{
    /// <summary>Without their content.</summary>
    public static Task<List<NoticeFileRow>> FilesOfNoticeAsync(this DeskDbContext db, Guid id) => db.NoticeFiles.Where(f => f.NoticeId == id).OrderBy(f => f.Position)
        .Select(f => new NoticeFileRow(f.Id, f.FileId, f.File.Name, f.File.ContentType, f.File.Length)).ToListAsync();
}
