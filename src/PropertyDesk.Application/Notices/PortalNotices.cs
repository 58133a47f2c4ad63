using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Application.Notices;

/// <summary>A notice in the owner's list.</summary>
/// <param name="IsRead">It was opened, or it was sent before this owner came.</param>
public sealed record PortalNoticeRow(Guid Id, NoticeKind Kind, NoticeState State, string Title, string Summary, bool IsUrgent, DateTimeOffset? PublishedAt, bool IsCorrected, bool IsRead);

/// <summary>A notice as its readers see it.</summary>
/// <param name="Corrections">When and why it was corrected, the newest first.</param>
/// <param name="Withdrawn">Why it does not hold any more; null while it does.</param>
public sealed record NoticeReading(
    Guid Id, NoticeKind Kind, NoticeState State, bool IsUrgent, DateTimeOffset? PublishedAt, DateOnly? ExpiresOn, NoticeText Text, string Community, string? Phone,
    IReadOnlyList<NoticeFileRow> Files, IReadOnlyList<(DateTimeOffset At, string Reason)> Corrections, string? Withdrawn)
{
    public static NoticeReading Of(Notice notice, string community, string? phone, IReadOnlyList<NoticeFileRow> files) => new(
        notice.Id, notice.Kind, notice.State, notice.IsUrgent, notice.PublishedAt, notice.ExpiresOn, notice.Current.Text, community, phone, files,
        [.. notice.Versions.Where(v => v.Reason is not null).OrderByDescending(v => v.Number).Select(v => (v.At, v.Reason!))],
        notice.State == NoticeState.Withdrawn ? notice.Events.FirstOrDefault(e => e.Kind == NoticeEventKind.Withdrawn)?.Note ?? "" : null);
}

/// <summary>
/// The notices that a login's owner records were sent, and that they were read. Public ones to the whole community stand
/// beside them while they hold, for who came after they went out.
/// </summary>
public sealed class PortalNotices(DeskDbContext db, Attachments attachments, TimeProvider clock)
{
    private Guid[] Mine => db.Current.OwnerIds;

    /// <summary>The newest first.</summary>
    public Task<Paged<PortalNoticeRow>> ListAsync(int page = 1) => Rows(Readable().OrderByDescending(n => n.PublishedAt).ThenBy(n => n.Id)).ToPageAsync(page, 20);

    /// <summary>For the portal's first page: what holds and was not read, urgent ones before all.</summary>
    public Task<List<PortalNoticeRow>> UnreadAsync(int take = 3)
    {
        var mine = Mine;
        return Rows(MyNotices().Where(n => n.State == NoticeState.Published && !db.NoticeReads.Any(r => r.NoticeId == n.Id && r.Version == n.Version && mine.Contains(r.OwnerId)))
            .OrderByDescending(n => n.IsUrgent).ThenByDescending(n => n.PublishedAt).ThenBy(n => n.Id)).Take(take).ToListAsync();
    }

    /// <exception cref="NotFoundException">There is none, or it is neither public nor was sent to this owner.</exception>
    public async Task<NoticeReading> FindAsync(Guid id)
    {
        var notice = NotFoundException.Check(await Readable().AsNoTracking().Include(n => n.Versions).Include(n => n.Events).AsSplitQuery().FirstOrDefaultAsync(n => n.Id == id), id);
        var community = await db.Communities.AsNoTracking().SingleAsync(c => c.Id == notice.CommunityId);
        return NoticeReading.Of(notice, community.Name, community.Phone, await db.FilesOfNoticeAsync(id));
    }

    /// <summary>Keeps that it was opened, once for each of the login's owners that it was sent to.</summary>
    /// <exception cref="NotFoundException">There is none, or it is neither public nor was sent to this owner.</exception>
    public async Task ReadAsync(Guid id)
    {
        var notice = NotFoundException.Check(await Readable().FirstOrDefaultAsync(n => n.Id == id), id);
        var mine = Mine;
        var unread = await db.NoticeRecipients.Where(r => r.NoticeId == id && r.Version == 1 && mine.Contains(r.OwnerId) && !db.NoticeReads.Any(x => x.NoticeId == id && x.Version == notice.Version && x.OwnerId == r.OwnerId))
            .Select(r => r.OwnerId).ToListAsync();
        foreach (var owner in unread)
        {
            db.Add(new NoticeRead(notice, owner, clock.GetUtcNow()));
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException error) when (db.IsUniqueViolation(error))
            {
                // Opened on two devices at once: the first counts.
                db.ChangeTracker.Clear();
                db.Attach(notice);
            }
        }
    }

    /// <exception cref="NotFoundException">It is no file of a notice that this owner may read.</exception>
    public async Task<FileContent> FileAsync(Guid id, Guid fileId) => await Readable().AnyAsync(n => n.Id == id && n.Files.Any(f => f.FileId == fileId))
        ? await attachments.ReadAsync(fileId)
        : throw new NotFoundException(nameof(NoticeFile), fileId);

    private IQueryable<Notice> MyNotices()
    {
        var mine = Mine;
        return db.Notices.Where(n => n.State != NoticeState.Draft && n.State != NoticeState.Scheduled && db.NoticeRecipients.Any(r => r.NoticeId == n.Id && mine.Contains(r.OwnerId)));
    }

    private IQueryable<Notice> Readable()
    {
        var (mine, everybody) = (Mine, new[] { Audience.Everybody.Terms, (Audience.Everybody with { WithRenters = false }).Terms });
        var communities = db.Owners.Where(o => mine.Contains(o.Id)).Select(o => o.CommunityId);
        return db.Notices.Where(n => n.State != NoticeState.Draft && n.State != NoticeState.Scheduled
            && (db.NoticeRecipients.Any(r => r.NoticeId == n.Id && mine.Contains(r.OwnerId)) || (n.IsPublic && n.State == NoticeState.Published && everybody.Contains(n.Terms) && communities.Contains(n.CommunityId))));
    }

    private IQueryable<PortalNoticeRow> Rows(IQueryable<Notice> notices)
    {
        var mine = Mine;
        return notices.Select(n => new PortalNoticeRow(
            n.Id, n.Kind, n.State, n.Title, n.Summary, n.IsUrgent, n.PublishedAt, n.Version > 1,
            db.NoticeReads.Any(r => r.NoticeId == n.Id && r.Version == n.Version && mine.Contains(r.OwnerId)) || !db.NoticeRecipients.Any(r => r.NoticeId == n.Id && mine.Contains(r.OwnerId))));
    }
}
