using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Archive;

namespace PropertyDesk.Application.Archive;

/// <summary>What was written into the archive.</summary>
internal sealed class TimelineOfRecord(DeskDbContext db, OwnerHistory history, Guid ownerId)
{
    private static readonly OwnerChangeKind[] OfTags = [OwnerChangeKind.TagPut, OwnerChangeKind.TagTaken];

    public IEnumerable<TimelineSource> Sources =>
    [
        new([TimelineKind.Note], NotesAsync), new([TimelineKind.Document], DocumentsAsync), new([TimelineKind.Tag], (at, take) => ChangesAsync(at, take, TimelineKind.Tag)),
        new([TimelineKind.Change], (at, take) => ChangesAsync(at, take, TimelineKind.Change)), new([TimelineKind.Unit], UnitsAsync),
    ];

    private async Task<IEnumerable<Happening>> NotesAsync(DateTimeOffset at, int take) =>
        (await db.OwnerNotes.AsNoTracking().Where(n => n.OwnerId == ownerId && n.At <= at).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(take).ToListAsync())
            .Select(n => new Happening(n.At, TimelineKind.Note, n.StruckAt is null ? "" : Texts.Of("已划去"), n.Text, n.By));

    private async Task<IEnumerable<Happening>> DocumentsAsync(DateTimeOffset at, int take) =>
        (await db.OwnerDocuments.AsNoTracking().Where(d => d.OwnerId == ownerId && d.AddedAt <= at).OrderByDescending(d => d.AddedAt).ThenByDescending(d => d.Id).Take(take).ToListAsync())
            .Select(d => new Happening(
                d.AddedAt, TimelineKind.Document, Words.Of(d.Kind), d.RemovedAt is null ? d.Title : string.Join(" · ", new[] { d.Title, Texts.Of("已移除") }.Where(t => t.Length > 0)), d.AddedBy, d.FileId is null ? null : d.Id));

    private async Task<IEnumerable<Happening>> ChangesAsync(DateTimeOffset at, int take, TimelineKind kind) =>
        (await db.OwnerChanges.AsNoTracking().Where(c => c.OwnerId == ownerId && c.At <= at && OfTags.Contains(c.Kind) == (kind == TimelineKind.Tag)).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(take).ToListAsync())
            .Select(c => new Happening(c.At, kind, Words.Of(c.Kind), Change(OwnerHistory.Spoken(c.Kind, c.Before), OwnerHistory.Spoken(c.Kind, c.After)), c.By));

    private async Task<IEnumerable<Happening>> UnitsAsync(DateTimeOffset at, int take) =>
        (await history.UnitEvents(ownerId).Where(e => e.RecordedAt <= at).OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id).Take(take).Include(e => e.Unit).AsNoTracking().ToListAsync())
            .Select(e => new Happening(e.RecordedAt, TimelineKind.Unit, Words.Of(e.Kind), $"{e.Unit.Code} · {OwnerHistory.Spoken(e)}", e.RecordedBy, e.UnitId));

    private static string Change(string before, string after) => before.Length == 0 ? after : after.Length == 0 ? before : $"{before} → {after}";
}
