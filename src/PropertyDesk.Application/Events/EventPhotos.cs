using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Events;

namespace PropertyDesk.Application.Events;

/// <summary>Pictures of events, for the desk.</summary>
public sealed class EventPhotos(DeskDbContext db, Attachments attachments)
{
    /// <summary>The same picture is kept once.</summary>
    /// <returns>How many are new.</returns>
    /// <exception cref="RuleViolation">The event is not out, there would be too many, or one is no picture; then none is kept.</exception>
    public async Task<int> AddAsync(Guid eventId, IReadOnlyCollection<NewFile> files)
    {
        var of = NotFoundException.Check(await db.CommunityEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Id == eventId), eventId);
        if (of.State == EventState.Draft)
        {
            throw new RuleViolation("活动还没有发布。");
        }

        var known = await db.EventPhotos.Where(p => p.EventId == eventId).Select(p => p.Sha256).ToHashSetAsync();
        var added = 0;
        foreach (var file in files)
        {
            var stored = await attachments.AddAsync(of.CommunityId, file);
            if (known.Add(stored.Sha256))
            {
                db.Add(new EventPhoto(of, stored));
                added++;
            }
            else
            {
                db.Entry(stored).State = EntityState.Detached;
            }
        }

        if (known.Count > EventPhoto.Most)
        {
            throw new RuleViolation("一个活动最多 {0} 张照片。", [EventPhoto.Most], "Photos");
        }

        await db.SaveOrRefuseAsync();
        return added;
    }

    /// <summary>Takes a picture away, for instance because somebody on it asks for that.</summary>
    public async Task RemoveAsync(Guid id)
    {
        var photo = NotFoundException.Check(await db.EventPhotos.Include(p => p.File).FirstOrDefaultAsync(p => p.Id == id), id);
        db.RemoveRange(photo, photo.File);
        await db.SaveOrRefuseAsync();
    }

    /// <exception cref="NotFoundException">There is no such picture here.</exception>
    public async Task<FileContent> ReadAsync(Guid id) => await attachments.ReadAsync(
        await db.EventPhotos.Where(p => p.Id == id).Select(p => (Guid?)p.FileId).FirstOrDefaultAsync() ?? throw new NotFoundException(nameof(EventPhoto), id));
}
