using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.DirectDebit;

/// <summary>Reads batches, their lines and return files.</summary>
public sealed class DebitQueries(DeskDbContext db)
{
    /// <summary>Newest first.</summary>
    public Task<Paged<DebitBatchRow>> ListAsync(int page = 1) => Batches(db.DebitBatches.OrderByDescending(b => b.MadeAt).ThenByDescending(b => b.Id)).ToPageAsync(page);

    /// <exception cref="NotFoundException">There is no such batch here.</exception>
    public async Task<DebitBatchDetails> FindAsync(Guid id)
    {
        var row = NotFoundException.Check(await Batches(db.DebitBatches.Where(b => b.Id == id)).FirstOrDefaultAsync(), id);
        var file = await db.DebitBatches.Where(b => b.Id == id).Select(b => new { b.FileName, b.FileHash, b.ExportedBy, b.ExportedAt, b.CancelledBy }).SingleAsync();
        var lines = db.DebitLines.Where(l => l.BatchId == id);
        return new DebitBatchDetails(
            row, file.FileName, file.FileHash, file.ExportedBy, file.ExportedAt, file.CancelledBy, await StatesAsync(lines), await FailuresAsync(lines),
            await Returns(db.DebitReturns.Where(r => r.BatchId == id).OrderBy(r => r.TakenAt)).ToListAsync());
    }

    /// <summary>The lines of a batch in the order of its file.</summary>
    /// <param name="state">Null for all.</param>
    public Task<Paged<DebitLineRow>> LinesAsync(Guid batchId, DebitLineState? state, int page = 1) => Rows(
        db, db.DebitLines.Where(l => l.BatchId == batchId && (state == null || l.State == state)).OrderBy(l => l.Sequence).ThenBy(l => l.OwnerName).ThenBy(l => l.Id)).ToPageAsync(page);

    /// <summary>Lines of all batches that wait for a person, the oldest first.</summary>
    public Task<List<DebitLineRow>> WaitingAsync(int most = Paging.StandardSize) => Rows(
        db, db.DebitLines.Where(l => l.State == DebitLineState.Held || l.IsCase).OrderBy(l => l.Batch.MadeAt).ThenBy(l => l.Sequence).Take(most)).ToListAsync();

    /// <exception cref="NotFoundException">There is no such line here.</exception>
    public async Task<DebitLineDetails> LineAsync(Guid id)
    {
        var row = NotFoundException.Check(await Rows(db, db.DebitLines.Where(l => l.Id == id)).FirstOrDefaultAsync(), id);
        return new DebitLineDetails(
            row, await db.DebitBatches.Where(b => b.Id == row.BatchId).Select(b => b.State).SingleAsync(),
            await db.DebitLineBills.Where(b => b.LineId == id)
                .Join(db.Bills, l => l.BillId, b => b.Id, (l, b) => new { l, b }).OrderBy(x => x.b.DueOn).ThenBy(x => x.b.Number)
                .Select(x => new DebitLineBillRow(x.b.Id, x.b.Number, x.b.Period, x.b.UnitCode, x.l.Amount, x.l.HeldBillId != null)).ToListAsync());
    }

    /// <exception cref="NotFoundException">There is no such return file here.</exception>
    public async Task<DebitReturnDetails> ReturnAsync(Guid id)
    {
        var row = NotFoundException.Check(await Returns(db.DebitReturns.Where(r => r.Id == id)).FirstOrDefaultAsync(), id);
        var lines = db.DebitLines.Where(l => l.ReturnId == id);
        return new DebitReturnDetails(row, await StatesAsync(lines), await FailuresAsync(lines), await lines.CountAsync(l => l.IsCase));
    }

    internal static IQueryable<DebitLineRow> Rows(DeskDbContext db, IQueryable<DebitLine> lines) => lines.AsNoTracking().Select(l => new DebitLineRow(
        l.Id, l.BatchId, l.Batch.Number, l.Sequence, l.Key, l.OwnerId, l.OwnerName, l.Bank, l.AccountTail, l.Holder, l.Amount, l.State, l.ResultCode, l.ResultText, l.Reason, l.BankDate,
        l.PaymentId, db.Receipts.Where(r => r.PaymentId == l.PaymentId).Select(r => Receipt.Format(r.Book, r.Number)).FirstOrDefault(), l.IsCase, l.DecidedBy, l.DecisionNote));

    private static async Task<IReadOnlyList<DebitStateSum>> StatesAsync(IQueryable<DebitLine> lines) =>
    [
        .. (await lines.GroupBy(l => l.State).Select(g => new { g.Key, Count = g.Count(), Fen = g.Sum(l => l.Amount.Fen) }).ToListAsync())
            .OrderBy(s => s.Key).Select(s => new DebitStateSum(s.Key, s.Count, new Money(s.Fen))),
    ];

    private static async Task<IReadOnlyList<DebitFailure>> FailuresAsync(IQueryable<DebitLine> lines) =>
    [
        .. (await lines.Where(l => l.State == DebitLineState.Failed).GroupBy(l => new { l.ResultCode, l.Reason })
            .Select(g => new { g.Key.ResultCode, g.Key.Reason, Count = g.Count(), Fen = g.Sum(l => l.Amount.Fen) }).ToListAsync())
            .OrderByDescending(f => f.Count).ThenBy(f => f.ResultCode, StringComparer.Ordinal).Select(f => new DebitFailure(f.ResultCode ?? "", f.Reason ?? "", f.Count, new Money(f.Fen))),
    ];

    private static IQueryable<DebitReturnRow> Returns(IQueryable<DebitReturn> returns) => returns.AsNoTracking().Select(r => new DebitReturnRow(
        r.Id, r.BatchId, r.Batch.Number, r.FileName, r.FileHash, r.TakenBy, r.TakenAt, r.Count, r.Total, r.SuccessCount, r.SuccessTotal, r.Repeated));

    private static IQueryable<DebitBatchRow> Batches(IQueryable<DebitBatch> batches) => batches.AsNoTracking().Select(b => new DebitBatchRow(
        b.Id, b.Number, b.State, b.Scope, b.DueUntil, b.Layout.Name, b.MadeBy, b.MadeAt,
        b.Lines.Count(l => l.State != DebitLineState.TakenOut), new Money(b.Lines.Where(l => l.State != DebitLineState.TakenOut).Sum(l => l.Amount.Fen)),
        b.Lines.Count(l => l.State == DebitLineState.Booked), new Money(b.Lines.Where(l => l.State == DebitLineState.Booked).Sum(l => l.Amount.Fen)),
        b.Lines.Count(l => l.State == DebitLineState.Failed), new Money(b.Lines.Where(l => l.State == DebitLineState.Failed).Sum(l => l.Amount.Fen)),
        b.Lines.Count(l => l.State == DebitLineState.Held || l.State == DebitLineState.Collected), b.Lines.Count(l => l.IsCase)));
}
