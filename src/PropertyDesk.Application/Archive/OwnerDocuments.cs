using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;

namespace PropertyDesk.Application.Archive;

/// <summary>A paper of an owner; its file is opened only through <see cref="OwnerDocuments.OpenAsync"/>.</summary>
/// <param name="IsLapsed">Today its last day is past.</param>
public sealed record DocumentRow(Guid Id, OwnerDocumentKind Kind, string Title, string File, DateOnly? ValidUntil, bool IsLapsed, string AddedBy, DateTimeOffset AddedAt, string? RemovedBy, DateTimeOffset? RemovedAt);

/// <summary>Keeps the papers of owners and notes who looks at them.</summary>
public sealed class OwnerDocuments(DeskDbContext db, Attachments attachments, TimeProvider clock, ILogger<OwnerDocuments> log)
{
    public async Task<IReadOnlyList<DocumentRow>> OfAsync(Guid ownerId)
    {
        var today = db.Current.Today(clock);
        return await db.OwnerDocuments.Where(d => d.OwnerId == ownerId).OrderBy(d => d.RemovedAt != null).ThenByDescending(d => d.AddedAt)
            .Select(d => new DocumentRow(d.Id, d.Kind, d.Title, d.File == null ? "" : d.File.Name, d.ValidUntil, d.ValidUntil < today, d.AddedBy, d.AddedAt, d.RemovedBy, d.RemovedAt))
            .AsNoTracking().ToListAsync();
    }

    /// <returns>The paper, or the one that an earlier sending of the form made.</returns>
    /// <exception cref="RuleViolation">There is no file, or it may not be attached.</exception>
    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public async Task<Guid> AddAsync(Guid ownerId, Guid requestId, OwnerDocumentKind kind, string? title, DateOnly? validUntil, NewFile? file)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        if (await db.EarlierAsync<OwnerDocument>(d => d.RequestId == requestId) is { } earlier)
        {
            return earlier;
        }

        var stored = await attachments.AddAsync(owner.CommunityId, file ?? throw new RuleViolation("请选择文件。", field: "File"));
        return await db.SaveOnceAsync(new OwnerDocument(owner, kind, title, validUntil, stored, requestId, db.Acting(clock)), d => d.RequestId == requestId);
    }

    /// <summary>The file goes for good; that there was one stays.</summary>
    /// <exception cref="NotFoundException">This owner has no such paper here.</exception>
    public async Task RemoveAsync(Guid ownerId, Guid id)
    {
        var document = NotFoundException.Check(await db.OwnerDocuments.Include(d => d.File).FirstOrDefaultAsync(d => d.Id == id && d.OwnerId == ownerId), id);
        var file = document.File;
        document.Remove(db.Acting(clock));
        if (file is not null)
        {
            db.Remove(file);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>The file; that it was opened, and by whom, goes to the log as any reveal does.</summary>
    /// <exception cref="NotFoundException">There is no such paper here, or it was removed.</exception>
    public async Task<FileContent> OpenAsync(Guid id)
    {
        var content = NotFoundException.Check(
            await db.OwnerDocuments.Where(d => d.Id == id && d.File != null).Select(d => new { d.OwnerId, d.File!.Name, d.File.ContentType, d.File.Content }).FirstOrDefaultAsync(), id);
        log.LogInformation("Document {DocumentId} of owner {OwnerId} shown to {UserId}", id, content.OwnerId, db.Current.UserId);
        return new FileContent(content.Name, content.ContentType, content.Content);
    }
}
