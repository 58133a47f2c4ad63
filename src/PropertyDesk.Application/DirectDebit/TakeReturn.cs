using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Application.DirectDebit;

/// <summary>
/// Takes a bank's return file: proves all of it, keeps what it says of every line in one transaction, and then books. The
/// same file again, twice at once, or after a crash says nothing new and books only what was not booked.
/// </summary>
public sealed class TakeReturn(DeskDbContext db, DebitCandidates candidates, BookCollected book, IPersonalDataCipher cipher, TimeProvider clock)
{
    private const int LargestFile = 16 * 1024 * 1024;

    // What of an account must be in clear where the bank covers the rest with stars.
    private const int ShownDigits = 4;

    /// <returns>The return file as it was kept.</returns>
    /// <exception cref="RuleViolation">The file is another batch's, broken, or contradicts the batch; nothing was changed.</exception>
    public async Task<Guid> RunAsync(Guid batchId, NewFile file, CancellationToken cancel = default)
    {
        candidates.RequireAll();
        if (file.Content.Length is 0 or > LargestFile)
        {
            throw new RuleViolation("回盘文件须大于 0、不超过 16 MB。", field: "File");
        }

        var hash = DebitBatches.HashOf(file.Content);
        var kept = await FindAsync(hash, cancel) ?? await KeepAsync(batchId, file, hash, cancel);
        if (kept.BatchId != batchId)
        {
            throw new RuleViolation("这个文件已经作为批次 {0} 的回盘导入过。", [DebitBatch.Format(kept.Batch)]);
        }

        await book.RunAsync(batchId, cancel);
        return kept.Id;
    }

    private async Task<Kept> KeepAsync(Guid batchId, NewFile file, string hash, CancellationToken cancel)
    {
        try
        {
            return await KeepOnceAsync(batchId, file, hash, cancel);
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
            return await FindAsync(hash, cancel) ?? throw new RuleViolation("这个批次刚被他人更改，请再导入一次。");
        }
    }

    private async Task<Kept> KeepOnceAsync(Guid batchId, NewFile file, string hash, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.DebitBatches.Where(b => b.Id == batchId).ExecuteUpdateAsync(set => set.SetProperty(b => b.Version, b => b.Version), cancel);
        if (await FindAsync(hash, cancel) is { } earlier)
        {
            return earlier;
        }

        var batch = NotFoundException.Check(await db.DebitBatches.Include(b => b.Layout).FirstOrDefaultAsync(b => b.Id == batchId, cancel), batchId);
        batch.Return();
        var format = batch.Layout.Format;
        var told = new ReturnFileReader(format).Read(file.Content, batch.Number!.Value, batch.Layout.MerchantNumber);
        var taken = new DebitReturn(batch, new ExportedFile(file.Name, cipher.Protect(Convert.ToBase64String(file.Content)), hash), db.Acting(clock));
        db.Add(taken);
        var lines = await db.DebitLines.Include(l => l.Bills).Where(l => l.BatchId == batchId && l.Key != null).AsSplitQuery().ToDictionaryAsync(l => l.Key!, cancel);
        var repeated = told.Count(line => !Hear(lines, line, format, batch, taken));
        taken.Tell(LineSum.Of(told.Select(l => l.Amount)), LineSum.Of(told.Where(l => format.Meaning(l.Code) is { IsSuccess: true }).Select(l => l.Amount)), repeated);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Kept(taken.Id, batchId, batch.Number);
    }

    private bool Hear(Dictionary<string, DebitLine> lines, ReturnLine told, DebitFormat format, DebitBatch batch, DebitReturn taken)
    {
        var line = lines.GetValueOrDefault(told.Key) ?? throw new RuleViolation("第 {0} 行的明细编号 {1} 不在批次 {2} 里，整个文件没有导入。", [told.Row, told.Key, batch.Display]);
        if (!IsSame(told.Account, cipher.Unprotect(line.AccountCipher)))
        {
            throw new RuleViolation("第 {0} 行（{1}）的账号与批次里的不同，整个文件没有导入。", [told.Row, line.OwnerName]);
        }

        if (told.Amount != line.Amount)
        {
            throw new RuleViolation("第 {0} 行（{1}）的金额是 {2}，批次里是 {3}，整个文件没有导入。", [told.Row, line.OwnerName, told.Amount, line.Amount]);
        }

        var meaning = format.Meaning(told.Code);
        var (day, today) = (told.Day, db.Current.Today(clock));
        if (day > today || day < batch.ExportedOn || (day is null && meaning is { IsSuccess: true }))
        {
            throw new RuleViolation("第 {0} 行（{1}）的扣款日期“{2}”不对：须在导出日 {3} 到今天之间，整个文件没有导入。", [told.Row, line.OwnerName, $"{day:yyyy-MM-dd}", $"{batch.ExportedOn:yyyy-MM-dd}"]);
        }

        return line.Hear(new BankAnswer(told.Code, told.Text, day), meaning, taken, clock.GetUtcNow());
    }

    private static bool IsSame(string told, string account) =>
        told.Length == account.Length && !told.AsSpan(told.Length - ShownDigits).Contains('*') && told.Zip(account).All(pair => pair.First == '*' || pair.First == pair.Second);

    private Task<Kept?> FindAsync(string hash, CancellationToken cancel) =>
        db.DebitReturns.Where(r => r.FileHash == hash).Select(r => new Kept(r.Id, r.BatchId, r.Batch.Number)).FirstOrDefaultAsync(cancel);

    private sealed record Kept(Guid Id, Guid BatchId, int? Batch);
}
