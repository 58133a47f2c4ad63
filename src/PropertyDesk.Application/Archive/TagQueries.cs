using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PropertyDesk.Domain.Archive;

namespace PropertyDesk.Application.Archive;

/// <summary>A tag as it is shown beside a name.</summary>
public sealed record TagChip(string Name, string Mark, TagColour Colour, TagKind Kind);

/// <summary>The tags of somebody.</summary>
/// <param name="Hidden">How many sensitive ones there are beside.</param>
public sealed record TagChips(IReadOnlyList<TagChip> Shown, int Hidden)
{
    public static TagChips None { get; } = new([], 0);
}

/// <summary>A tag on an owner, now or once.</summary>
/// <param name="IsOn">Today.</param>
public sealed record TaggingRow(
    Guid Id, Guid TagId, TagChip Tag, bool IsSensitive, bool IsOn, DateOnly From, DateOnly? Until, string? Note, string PutBy, DateTimeOffset PutAt, string? TakenBy, DateTimeOffset? TakenAt);

/// <summary>Reads who has which tag.</summary>
public sealed class TagQueries(DeskDbContext db, TimeProvider clock, ILogger<TagQueries> log)
{
    /// <summary>Tags that are on and hold on a day.</summary>
    internal static Expression<Func<OwnerTagging, bool>> On(DateOnly day) => t => t.OpenTagId != null && t.From <= day && (t.Until == null || t.Until >= day);

    /// <summary>Today's tags of each of the owners; sensitive ones are only counted.</summary>
    public async Task<IReadOnlyDictionary<Guid, TagChips>> OfAsync(IReadOnlyCollection<Guid> ownerIds)
    {
        var found = await db.OwnerTaggings.Where(On(db.Current.Today(clock))).Where(t => ownerIds.Contains(t.OwnerId))
            .OrderByDescending(t => t.Tag.Kind == TagKind.Need).ThenBy(t => t.Tag.Position)
            .Select(t => new { t.OwnerId, t.Tag.IsSensitive, Chip = new TagChip(t.Tag.Name, t.Tag.Mark, t.Tag.Colour, t.Tag.Kind) }).AsNoTracking().ToListAsync();
        var by = found.ToLookup(t => t.OwnerId);
        return ownerIds.Distinct().ToDictionary(id => id, id => new TagChips([.. by[id].Where(t => !t.IsSensitive).Select(t => t.Chip)], by[id].Count(t => t.IsSensitive)));
    }

    /// <summary>All that were ever on an owner: those that are on first, then the latest.</summary>
    public async Task<IReadOnlyList<TaggingRow>> HistoryAsync(Guid ownerId)
    {
        var today = db.Current.Today(clock);
        var rows = await db.OwnerTaggings.Where(t => t.OwnerId == ownerId).OrderByDescending(t => t.PutAt).Select(t => new TaggingRow(
            t.Id, t.TagId, new TagChip(t.Tag.Name, t.Tag.Mark, t.Tag.Colour, t.Tag.Kind), t.Tag.IsSensitive, t.OpenTagId != null && t.From <= today && (t.Until == null || t.Until >= today),
            t.From, t.Until, t.Note, t.PutBy, t.PutAt, t.TakenBy, t.TakenAt)).AsNoTracking().ToListAsync();
        return [.. rows.OrderByDescending(t => t.IsOn)];
    }

    /// <summary>That somebody saw who has a sensitive tag goes to the log, as any reveal does; other tags are no secret.</summary>
    public async Task NoteListedAsync(Guid tagId)
    {
        if (await db.OwnerTags.AnyAsync(t => t.Id == tagId && t.IsSensitive))
        {
            log.LogInformation("Owners with the sensitive tag {TagId} shown to {UserId}", tagId, db.Current.UserId);
        }
    }
}
