using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Imports;

namespace PropertyDesk.Application.Imports;

/// <summary>The imports so far.</summary>
public sealed class ImportQueries(DeskDbContext db)
{
    public Task<List<ImportBatchRow>> ListAsync(CancellationToken cancel = default) =>
        (from batch in db.ImportBatches
         join community in db.Communities on batch.CommunityId equals community.Id into communities
         from community in communities.DefaultIfEmpty()
         orderby batch.UploadedAt descending
         select new ImportBatchRow(
             batch.Id, batch.FileName, community == null ? null : community.Name, batch.State, batch.UploadedBy, batch.UploadedAt, batch.ConfirmedAt,
             db.ImportChanges.Count(c => c.ImportBatchId == batch.Id))).Take(100).ToListAsync(cancel);
}

public sealed record ImportBatchRow(
    Guid Id, string FileName, string? Community, ImportState State, string UploadedBy, DateTimeOffset UploadedAt, DateTimeOffset? ConfirmedAt, int Rows);
