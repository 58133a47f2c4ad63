using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Application.Notices;

/// <summary>A community's notices that anybody may read.</summary>
public sealed record PublicBoard(string Company, string Community, string? Phone, IReadOnlyList<PublicNoticeRow> Notices);

public sealed record PublicNoticeRow(Guid Id, NoticeKind Kind, string Title, string Summary, bool IsUrgent, DateTimeOffset? PublishedAt, bool IsCorrected);

/// <summary>
/// What is shown to everybody without a login: published notices that are marked public, while they hold. Whoever asks for
/// anything else hears that it is not there.
/// </summary>
public sealed class PublicNotices(DeskDbContext db, Attachments attachments)
{
    private const int Longest = 100;

    /// <exception cref="NotFoundException">There is no such community, or it has no public notice.</exception>
    public async Task<PublicBoard> BoardAsync(Guid communityId)
    {
        var community = await EnterAsync(communityId);
        var notices = await Shown(communityId).OrderByDescending(n => n.PublishedAt).Take(Longest)
            .Select(n => new PublicNoticeRow(n.Id, n.Kind, n.Title, n.Summary, n.IsUrgent, n.PublishedAt, n.Version > 1)).ToListAsync();
        return notices.Count > 0 ? new PublicBoard(db.Current.Name, community.Name, community.Phone, notices) : throw new NotFoundException(nameof(Community), communityId);
    }

    /// <exception cref="NotFoundException">There is none that is public, out and holds.</exception>
    public async Task<NoticeReading> FindAsync(Guid communityId, Guid id)
    {
        var community = await EnterAsync(communityId);
        var notice = NotFoundException.Check(await Shown(communityId).AsNoTracking().Include(n => n.Versions).FirstOrDefaultAsync(n => n.Id == id), id);
        return NoticeReading.Of(notice, community.Name, community.Phone, await db.FilesOfNoticeAsync(id));
    }

    /// <exception cref="NotFoundException">It is no file of such a notice.</exception>
    public async Task<FileContent> FileAsync(Guid communityId, Guid id, Guid fileId)
    {
        await EnterAsync(communityId);
        return await Shown(communityId).AnyAsync(n => n.Id == id && n.Files.Any(f => f.FileId == fileId)) ? await attachments.ReadAsync(fileId) : throw new NotFoundException(nameof(NoticeFile), fileId);
    }

    private IQueryable<Notice> Shown(Guid communityId) => db.Notices.Where(n => n.CommunityId == communityId && n.IsPublic && n.State == NoticeState.Published);

    private async Task<Community> EnterAsync(Guid communityId)
    {
        // Past the filters: nobody is logged in, and the address says which community; its company is entered next.
        var community = NotFoundException.Check(await db.Communities.AcrossCompanies().AsNoTracking().FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        db.Current.EnterAsJob(await db.Companies.AsNoTracking().SingleAsync(c => c.Id == community.CompanyId), "");
        return community;
    }
}
