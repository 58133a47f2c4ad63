using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Application.Notices;

/// <summary>Drafts notices.</summary>
public sealed class WriteNotices(DeskDbContext db, AudienceReader audiences, Attachments attachments, TimeProvider clock)
{
    /// <returns>The new draft.</returns>
    /// <exception cref="RuleViolation">Something that its kind needs is missing; the field is named.</exception>
    /// <exception cref="NotFoundException">The community, a building or an owner is not here.</exception>
    public async Task<Guid> DraftAsync(Guid communityId, NoticePlan plan, IReadOnlyCollection<NewFile>? files = null)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        await audiences.CheckAsync(communityId, plan.Audience);
        var notice = new Notice(community, plan, db.Current.UserName, clock.GetUtcNow());
        db.Add(notice);
        await AttachAsync(notice, files ?? []);
        await db.SaveChangesAsync();
        return notice.Id;
    }

    /// <exception cref="RuleViolation">It is no draft any more, or something is missing.</exception>
    public async Task ChangeAsync(Guid id, NoticePlan plan, IReadOnlyCollection<NewFile>? files = null)
    {
        var notice = await LoadAsync(id);
        await audiences.CheckAsync(notice.CommunityId, plan.Audience);
        notice.Change(plan, db.Current.UserName, clock.GetUtcNow());
        await AttachAsync(notice, files ?? []);
        await db.SaveOrRefuseAsync(NoticeQueries.Changed);
    }

    /// <summary>Takes a file off a draft.</summary>
    public async Task DetachAsync(Guid id, Guid noticeFileId)
    {
        var notice = await LoadAsync(id);
        notice.RequireDraft();
        db.Remove(NotFoundException.Check(notice.Files.SingleOrDefault(f => f.Id == noticeFileId), noticeFileId));
        await db.SaveOrRefuseAsync(NoticeQueries.Changed);
    }

    /// <summary>Throws a draft away: nobody ever saw it.</summary>
    public async Task DiscardAsync(Guid id)
    {
        var notice = await LoadAsync(id);
        notice.RequireDraft();
        foreach (var incident in await db.Incidents.Where(i => i.NoticeId == id || i.EndNoticeId == id).ToListAsync())
        {
            incident.Unannounced(id);
        }

        db.RemoveRange(notice.Files);
        db.RemoveRange(notice.Versions);
        db.RemoveRange(await db.NoticeEvents.Where(e => e.NoticeId == id).ToListAsync());
        db.Remove(notice);
        await db.SaveOrRefuseAsync(NoticeQueries.Changed);
    }

    private async Task<Notice> LoadAsync(Guid id) =>
        NotFoundException.Check(await db.Notices.Include(n => n.Versions).Include(n => n.Files).AsSplitQuery().FirstOrDefaultAsync(n => n.Id == id), id);

    private async Task AttachAsync(Notice notice, IReadOnlyCollection<NewFile> files)
    {
        foreach (var file in files)
        {
            db.Add(notice.Attach(await attachments.AddAsync(notice.CommunityId, file)));
        }
    }
}
