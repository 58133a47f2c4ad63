using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Application.DirectDebit;

/// <summary>Makes batches, sends their files out once, and lets go of what has not gone out.</summary>
public sealed class DebitBatches(DeskDbContext db, DebitCandidates candidates, PaymentBooking booking, IPersonalDataCipher cipher, TimeProvider clock)
{
    private const string Changed = "批次或账单刚被他人更改，请刷新后再试。";
    private const int MostLines = 99_999;
    private const int Attempts = 3;

    /// <summary>Makes a batch: from here on its bills are in collection.</summary>
    /// <param name="seen">What the preview said.</param>
    /// <exception cref="RuleViolation">There is nothing to collect, or something else would be collected than was seen.</exception>
    public async Task<Guid> MakeAsync(Guid layoutId, DebitScope scope, LineSum seen, CancellationToken cancel = default)
    {
        var layout = NotFoundException.Check(await db.DebitLayouts.FirstOrDefaultAsync(l => l.Id == layoutId, cancel), layoutId);
        var communities = await db.Communities.Where(c => scope.CommunityIds.Contains(c.Id)).OrderBy(c => c.Id).Select(c => new { c.Id, c.Name }).ToListAsync(cancel);
        foreach (var community in communities)
        {
            await booking.PrepareAsync(community.Id);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var community in communities)
        {
            await booking.HoldAsync(community.Id, cancel);
        }

        var plan = (await candidates.PreviewAsync(scope, cancel)).Plan;
        Check(plan, seen);
        var batch = new DebitBatch(layout, string.Join("、", communities.Select(c => c.Name)), scope.DueUntil, db.Acting(clock));
        db.Add(batch);
        await db.SaveChangesAsync(cancel);
        var lines = plan.Parts.Select(part => new DebitLine(batch, part)).ToList();
        try
        {
            await db.BulkInsertAsync(lines, cancel);
            await db.BulkInsertAsync<DebitLineBill>([.. lines.SelectMany(l => l.Bills)], cancel);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation(Changed);
        }

        await transaction.CommitAsync(cancel);
        return batch.Id;
    }

    /// <summary>Sends the file out; a batch that went out already is left as it is.</summary>
    /// <exception cref="RuleViolation">A line cannot be written, or its bill is no more what it was; the message names it.</exception>
    public async Task ExportAsync(Guid batchId, CancellationToken cancel = default)
    {
        candidates.RequireAll();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ExportOnceAsync(batchId, cancel);
                return;
            }
            catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
            {
                // Another batch took the number at the same moment: the next one is free.
                db.ChangeTracker.Clear();
                if (attempt == Attempts)
                {
                    throw new RuleViolation(Changed);
                }
            }
        }
    }

    /// <summary>The file as it went out: the same bytes every time.</summary>
    /// <exception cref="NotFoundException">There is no such batch, or nothing went out.</exception>
    public async Task<FileContent> FileAsync(Guid batchId)
    {
        candidates.RequireAll();
        var file = NotFoundException.Check(await db.DebitBatches.Where(b => b.Id == batchId && b.ContentCipher != null)
            .Select(b => new { Name = b.FileName!, Hash = b.FileHash!, Cipher = b.ContentCipher! }).FirstOrDefaultAsync(), batchId);
        var bytes = Convert.FromBase64String(cipher.Unprotect(file.Cipher));
        return HashOf(bytes) == file.Hash ? new FileContent(file.Name, "application/octet-stream", bytes) : throw new InvalidOperationException($"The kept file of batch {batchId} does not have its hash.");
    }

    /// <summary>Gives the whole batch up before it goes out.</summary>
    public Task CancelAsync(Guid batchId) => InTurnAsync(batchId, async batch =>
    {
        batch.Cancel(db.Acting(clock));
        await db.DebitLineBills.Where(b => b.Line.BatchId == batchId).ExecuteUpdateAsync(set => set.SetProperty(b => b.HeldBillId, (Guid?)null));
        await db.DebitLines.Where(l => l.BatchId == batchId).ExecuteUpdateAsync(set => set.SetProperty(l => l.State, DebitLineState.TakenOut));
    });

    /// <summary>Takes a line out of a batch that has not gone out.</summary>
    public async Task TakeOutAsync(Guid lineId)
    {
        var batch = await db.DebitLines.Where(l => l.Id == lineId).Select(l => (Guid?)l.BatchId).FirstOrDefaultAsync() ?? throw new NotFoundException(nameof(DebitLine), lineId);
        await InTurnAsync(batch, async _ => (await LineAsync(lineId)).TakeOut(db.Acting(clock)));
    }

    /// <summary>Takes one bill out of a batch that has not gone out, so that it can be paid now.</summary>
    /// <exception cref="RuleViolation">The file is out.</exception>
    public async Task TakeOutBillAsync(Guid billId)
    {
        var held = await db.DebitLineBills.Where(b => b.HeldBillId == billId).Select(b => new { b.LineId, b.Line.BatchId }).FirstOrDefaultAsync() ?? throw new NotFoundException(nameof(DebitLineBill), billId);
        await InTurnAsync(held.BatchId, async _ => (await LineAsync(held.LineId)).TakeOut(billId, db.Acting(clock)));
    }

    internal static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Check(DebitPlan plan, LineSum seen)
    {
        if (plan.Parts.Count is 0 or > MostLines)
        {
            throw new RuleViolation("没有可以托收的账单，或超过 {0} 户；请看未列入的原因。", [MostLines]);
        }

        if (plan.Sum != seen)
        {
            throw new RuleViolation("可托收的已由 {0} 户 {1} 变为 {2} 户 {3}，请核对后再生成。", [seen.Count, seen.Total, plan.Sum.Count, plan.Sum.Total]);
        }
    }

    private async Task ExportOnceAsync(Guid batchId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await HoldAsync(batchId, cancel);
        var batch = NotFoundException.Check(await db.DebitBatches.Include(b => b.Layout).FirstOrDefaultAsync(b => b.Id == batchId, cancel), batchId);
        if (batch.Number is not null)
        {
            return;
        }

        batch.RequireDraft();
        await RequireUnchangedAsync(batchId, cancel);
        var lines = (await db.DebitLines.Where(l => l.BatchId == batchId && l.State == DebitLineState.Waiting).ToListAsync(cancel))
            .OrderBy(l => l.CommunityId).ThenBy(l => l.Holder, StringComparer.Ordinal).ThenBy(l => l.Id).ToList();
        if (lines.Count == 0)
        {
            throw new RuleViolation("批次里没有可以导出的行。");
        }

        var number = (await db.DebitBatches.MaxAsync(b => b.Number, cancel) ?? 0) + 1;
        foreach (var (i, line) in lines.Index())
        {
            line.Number(number, i + 1);
        }

        var by = db.Acting(clock);
        var bytes = new DebitFileWriter(batch.Layout.Format).Write(
            new DebitFileHead(number, batch.Layout.MerchantNumber, by.Today, batch.Layout.Purpose),
            lines.ConvertAll(l => new DebitFileLine(l.Sequence, l.AgreementNumber, cipher.Unprotect(l.AccountCipher), l.Holder, l.Amount, l.Key!)));
        var name = string.Create(CultureInfo.InvariantCulture, $"DS{number:000000}_{by.Today:yyyyMMdd}.{(batch.Layout.Format.Separator == ',' ? "csv" : "txt")}");
        batch.Export(number, new ExportedFile(name, cipher.Protect(Convert.ToBase64String(bytes)), HashOf(bytes)), by);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    // Money that was on its way when the batch was made, or a mandate that was ended since.
    private async Task RequireUnchangedAsync(Guid batchId, CancellationToken cancel)
    {
        var held = db.DebitLineBills.Where(h => h.Line.BatchId == batchId && h.HeldBillId != null);
        if (await held.Join(db.Bills, h => h.HeldBillId, b => (Guid?)b.Id, (h, b) => new { h.Line.OwnerName, b.Number, h.Amount, b.Outstanding })
            .Where(x => x.Amount.Fen != x.Outstanding.Fen).FirstOrDefaultAsync(cancel) is { } changed)
        {
            throw new RuleViolation("{0} 的账单 {1} 已由 {2} 变为 {3}，请先移出再导出。", [changed.OwnerName, changed.Number, changed.Amount, changed.Outstanding]);
        }

        if (await db.DebitLines.Where(l => l.BatchId == batchId && l.State == DebitLineState.Waiting && db.Mandates.Any(m => m.Id == l.MandateId && m.EndedAt != null))
            .Select(l => l.OwnerName).FirstOrDefaultAsync(cancel) is { } ended)
        {
            throw new RuleViolation("{0} 的委托已终止，请先移出再导出。", [ended]);
        }
    }

    private async Task InTurnAsync(Guid batchId, Func<DebitBatch, Task> act)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await HoldAsync(batchId, default);
        var batch = NotFoundException.Check(await db.DebitBatches.FirstOrDefaultAsync(b => b.Id == batchId), batchId);
        batch.RequireDraft();
        await act(batch);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private async Task<DebitLine> LineAsync(Guid id) => await db.DebitLines.Include(l => l.Batch).Include(l => l.Bills).SingleAsync(l => l.Id == id);

    private Task<int> HoldAsync(Guid batchId, CancellationToken cancel) => db.DebitBatches.Where(b => b.Id == batchId).ExecuteUpdateAsync(set => set.SetProperty(b => b.Version, b => b.Version), cancel);
}
