using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Files;

namespace PropertyDesk.Application.Files;

/// <summary>A file as it came in.</summary>
public sealed record NewFile(string Name, byte[] Content);

/// <summary>A stored file to be sent out.</summary>
public sealed record FileContent(string Name, string ContentType, byte[] Content);

/// <summary>Keeps photos and papers of a community, and gives them out again.</summary>
public sealed class Attachments(DeskDbContext db, TimeProvider clock)
{
    /// <summary>8 MiB: a photo of any phone, a paper of some pages.</summary>
    public const int MaximumLength = 8 * 1024 * 1024;

    /// <exception cref="RuleViolation">Empty, too large, or none of the kinds that may be attached.</exception>
    /// <exception cref="NotFoundException">There is no such community here.</exception>
    public async Task<Guid> SaveAsync(Guid communityId, NewFile file, CancellationToken cancel = default)
    {
        var stored = await AddAsync(communityId, file, cancel);
        await db.SaveChangesAsync(cancel);
        return stored.Id;
    }

    /// <summary>Adds the file to what the caller saves.</summary>
    internal Task<StoredFile> AddAsync(Guid communityId, NewFile file, CancellationToken cancel = default)
    {
        RequireSize(file);
        var kind = FileKind.Of(file.Name, file.Content)
            ?? throw new RuleViolation("附件只能是 jpg、png、webp 图片或 PDF，且内容须与扩展名一致。", field: "File");
        return AddAsync(communityId, file, kind, cancel);
    }

    /// <summary>As <see cref="AddAsync(Guid, NewFile, CancellationToken)"/>, for an invoice in one of the tax office's two formats.</summary>
    internal Task<StoredFile> AddInvoiceAsync(Guid communityId, NewFile file, CancellationToken cancel = default)
    {
        RequireSize(file);
        var kind = FileKind.OfInvoice(file.Name, file.Content)
            ?? throw new RuleViolation("发票文件只能是 PDF 或 OFD，且内容须与扩展名一致。", field: "File");
        return AddAsync(communityId, file, kind, cancel);
    }

    /// <summary>Not the papers of owners: opening those is noted (<see cref="Archive.OwnerDocuments"/>).</summary>
    /// <exception cref="NotFoundException">There is no such file here.</exception>
    public async Task<FileContent> ReadAsync(Guid id, CancellationToken cancel = default) => NotFoundException.Check(
        await db.StoredFiles.Where(f => f.Id == id && !db.OwnerDocuments.Any(d => d.FileId == f.Id)).Select(f => new FileContent(f.Name, f.ContentType, f.Content)).FirstOrDefaultAsync(cancel), id);

    private static void RequireSize(NewFile file)
    {
        if (file.Content.Length is 0 or > MaximumLength)
        {
            throw new RuleViolation("附件须大于 0、不超过 8 MB，请压缩后再上传。", field: "File");
        }
    }

    private async Task<StoredFile> AddAsync(Guid communityId, NewFile file, FileKind kind, CancellationToken cancel)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId, cancel), communityId);
        var stored = new StoredFile(
            community, Path.GetFileName(file.Name.Replace('\\', '/')), kind.ContentType, file.Content,
            Convert.ToHexStringLower(SHA256.HashData(file.Content)), db.Current.UserName, clock.GetUtcNow());
        db.Add(stored);
        return stored;
    }
}
