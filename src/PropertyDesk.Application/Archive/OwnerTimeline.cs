using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Archive;

/// <summary>
/// Everything that happened between the desk and an owner, the newest first. Each table gives at most a page's worth of its
/// rows before the cursor, by the owner's index; memory merges them, so that the cost grows neither with the number of owners
/// nor with how far back one reads.
/// </summary>
public sealed class OwnerTimeline(DeskDbContext db, OwnerHistory history)
{
    public const int PageSize = 40;

    /// <param name="only">Null: every kind.</param>
    /// <param name="from">What the page before gave as next; null for the newest.</param>
    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public async Task<TimelinePage> OfAsync(Guid ownerId, TimelineKind? only = null, string? from = null, int size = PageSize)
    {
        NotFoundException.Check(await db.Owners.AnyAsync(o => o.Id == ownerId) ? "" : null, ownerId);
        var cursor = TimelineCursor.Of(from);
        // Of the cursor's own instant some were shown: each table may have given all of them.
        var wanted = cursor.Seen + size + 1;
        var found = new List<Happening>();
        foreach (var source in Sources(ownerId).Where(s => only is null || s.Kinds.Contains(only.Value)))
        {
            found.AddRange((await source.Read(cursor.At, wanted)).Where(h => only is null || h.Kind == only));
        }

        var rows = found.OrderByDescending(h => h.At).ThenBy(h => h.Kind).Skip(cursor.Seen).Take(size + 1).ToList();
        if (rows.Count <= size)
        {
            return new TimelinePage(rows, null);
        }

        var last = rows[size - 1].At;
        var seen = rows.Take(size).Count(h => h.At == last) + (last == cursor.At ? cursor.Seen : 0);
        return new TimelinePage(rows[..size], new TimelineCursor(last, seen).ToString());
    }

    private IEnumerable<TimelineSource> Sources(Guid ownerId) =>
        [.. new TimelineOfMoney(db, ownerId).Sources, .. new TimelineOfService(db, ownerId).Sources, .. new TimelineOfRecord(db, history, ownerId).Sources];
}
