using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Imports;

namespace PropertyDesk.Application.Imports;

/// <summary>Uploads a community's workbook, shows what it would do, and does it as a whole once somebody confirms.</summary>
public sealed class ImportRoom(DeskDbContext db, IWorkbookReader reader, IPersonalDataCipher cipher, TimeProvider clock)
{
    /// <summary>Keeps the file for the preview; nothing of it is imported yet.</summary>
    /// <param name="communityId">The community it belongs to; null when confirming is to make a new one, named as in the file.</param>
    /// <exception cref="RuleViolation">The file is no workbook that can be read.</exception>
    public async Task<Guid> UploadAsync(Guid? communityId, string fileName, byte[] content, CancellationToken cancel = default)
    {
        reader.Read(content);
        var company = await db.Companies.SingleAsync(c => c.Id == db.Current.Require(), cancel);
        var community = communityId is { } id ? NotFoundException.Check(await db.Communities.SingleOrDefaultAsync(c => c.Id == id, cancel), id) : null;
        var batch = new ImportBatch(company, community, fileName, content, db.Current.UserName, clock.GetUtcNow());
        db.Add(batch);
        await db.SaveChangesAsync(cancel);
        return batch.Id;
    }

    /// <summary>What confirming would do, from the file and the archive as they are now; once confirmed, what it did.</summary>
    public async Task<ImportPreview> PreviewAsync(Guid batchId, CancellationToken cancel = default)
    {
        var batch = await FindAsync(batchId, cancel);
        if (batch.Outcome is { } outcome)
        {
            return ImportPreview.FromJson(outcome) with { State = batch.State };
        }

        var (plan, _) = await PlanAsync(batch, acceptDoubts: false, cancel);
        var preview = ImportPreview.Of(batch, plan);
        db.ChangeTracker.Clear();
        return preview;
    }

    /// <summary>The file and its problems, for the rows that were left out.</summary>
    public async Task<(RawWorkbook Workbook, ImportPreview Preview)> FailedAsync(Guid batchId, CancellationToken cancel = default) =>
        (reader.Read((await FindAsync(batchId, cancel)).Content), await PreviewAsync(batchId, cancel));

    /// <summary>Imports all good rows in one transaction, or nothing.</summary>
    /// <param name="acceptDoubts">Whoever confirms has looked at the doubtful readings and stands by them; otherwise those are left out.</param>
    /// <exception cref="RuleViolation">The file was confirmed before.</exception>
    public async Task<Guid> ConfirmAsync(Guid batchId, bool acceptDoubts = false, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var batch = await FindAsync(batchId, cancel);
        var (plan, isNew) = await PlanAsync(batch, acceptDoubts, cancel);
        batch.Confirm(plan.Archive.Community, ImportPreview.Of(batch, plan).ToJson(), db.Current.UserName, clock.GetUtcNow());
        var changes = new List<ImportChange>();
        IEnumerable<CompanyOwned> added = isNew ? [plan.Archive.Community, .. plan.Archive.Added] : plan.Archive.Added;
        changes.AddRange(added.Select((row, i) => new ImportChange(batch, row, i)));
        changes.AddRange(ChangedRows.Of(db, batch, changes.Count));
        db.TellChangedContacts(clock);
        await SaveAsync(added, cancel);
        await db.BulkInsertAsync(changes, cancel);
        await transaction.CommitAsync(cancel);
        return plan.Archive.Community.Id;
    }

    private async Task SaveAsync(IEnumerable<CompanyOwned> added, CancellationToken cancel)
    {
        // The rows link to each other in memory; only the rows themselves are to be written, each once.
        foreach (var row in added)
        {
            db.Entry(row).State = EntityState.Added;
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task<ImportBatch> FindAsync(Guid batchId, CancellationToken cancel) =>
        NotFoundException.Check(await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, cancel), batchId);

    private async Task<(ImportPlan Plan, bool IsNew)> PlanAsync(ImportBatch batch, bool acceptDoubts, CancellationToken cancel)
    {
        var workbook = reader.Read(batch.Content);
        var community = await CommunityAsync(batch, workbook, cancel);
        var isNew = db.Entry(community).State == EntityState.Detached;
        var archive = isNew ? new ArchiveRows(community) : await ArchiveRows.ReadAsync(db, community, cancel);
        return (ImportPlan.Make(workbook, archive, cipher, new ImportAuthor(db.Current.UserName, clock.GetUtcNow(), db.Current.Today(clock), acceptDoubts)), isNew);
    }

    private async Task<Community> CommunityAsync(ImportBatch batch, RawWorkbook workbook, CancellationToken cancel)
    {
        if (batch.CommunityId is { } id)
        {
            return NotFoundException.Check(await db.Communities.SingleOrDefaultAsync(c => c.Id == id, cancel), id);
        }

        var names = SheetRows.Read(workbook, SheetForm.Units, new ImportReport()).Select(r => r.Text("小区")).Where(n => n.Length > 0).Distinct().ToList();
        var name = names.Count == 1
            ? names[0]
            : throw new RuleViolation("“房屋业主”表的“小区”列须填同一个小区名称，现有 {0} 个；或先选择已有小区再上传。", [names.Count]);
        var company = await db.Companies.SingleAsync(c => c.Id == db.Current.Require(), cancel);
        return await db.Communities.SingleOrDefaultAsync(c => c.Name == name, cancel) ?? new Community(company, name);
    }
}
