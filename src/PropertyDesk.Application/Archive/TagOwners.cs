using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Archive;

/// <summary>Puts tags on owners and takes them off.</summary>
public sealed class TagOwners(DeskDbContext db, TimeProvider clock)
{
    /// <param name="from">Null: from today on.</param>
    /// <param name="until">Last day; null where it holds until it is taken off.</param>
    /// <exception cref="NotFoundException">Owner or tag is not here.</exception>
    /// <exception cref="RuleViolation">It is on already, not in use any more, or it would be past on the day it begins.</exception>
    public async Task PutAsync(Guid ownerId, Guid tagId, DateOnly? from, DateOnly? until, string? note)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        var tag = NotFoundException.Check(await db.OwnerTags.FirstOrDefaultAsync(t => t.Id == tagId), tagId);
        var today = db.Current.Today(clock);
        if (until < today)
        {
            throw new RuleViolation("截止日期 {0} 已经过去。", [Day(until.Value)], "Until");
        }

        var added = new OwnerTagging(owner, tag, from ?? today, until, note, db.Acting(clock));
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.OwnerTaggings.FirstOrDefaultAsync(t => t.OwnerId == ownerId && t.OpenTagId == tagId) is { } before)
        {
            before.MakeRoom(today);
            if (before.OpenTagId is not null)
            {
                throw new RuleViolation("“{0}”已经在这位业主身上。", [tag.Name], "TagId");
            }

            await db.SaveChangesAsync();
        }

        db.Add(added);
        db.Tell(owner, OwnerChangeKind.TagPut, null, Name(tag, until), clock);
        await db.SaveOrRefuseAsync();
        await transaction.CommitAsync();
    }

    /// <exception cref="NotFoundException">This owner has no such tag here.</exception>
    /// <exception cref="RuleViolation">It is off already.</exception>
    public async Task TakeAsync(Guid ownerId, Guid taggingId)
    {
        var tagging = NotFoundException.Check(await db.OwnerTaggings.Include(t => t.Owner).Include(t => t.Tag).FirstOrDefaultAsync(t => t.Id == taggingId && t.OwnerId == ownerId), taggingId);
        tagging.TakeOff(db.Acting(clock));
        db.Tell(tagging.Owner, OwnerChangeKind.TagTaken, Name(tagging.Tag, null), null, clock);
        await db.SaveChangesAsync();
    }

    private static string Name(OwnerTag tag, DateOnly? until) =>
        (tag.IsSensitive ? OwnerChanges.Hidden : tag.Name) + (until is { } day ? " → " + Day(day) : "");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
