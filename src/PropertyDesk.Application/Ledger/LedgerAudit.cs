using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.Application.Ledger;

/// <summary>
/// Replays the books against what is kept on bills, lines and receipts. Every check counts what it looked at and what is
/// wrong; nothing may ever be wrong.
/// </summary>
public sealed class LedgerAudit(DeskDbContext db)
{
    public async Task<LedgerAuditResult> RunAsync()
    {
        var debits = await db.JournalLines.Where(l => l.Amount.Fen > 0).SumAsync(l => l.Amount.Fen);
        var credits = await db.JournalLines.Where(l => l.Amount.Fen < 0).SumAsync(l => -l.Amount.Fen);
        return new LedgerAuditResult(new Money(debits), new Money(credits),
        [
            new AuditCheck("每张凭证借贷平衡", await db.JournalEntries.CountAsync(), await UnbalancedEntries().CountAsync()),
            new AuditCheck("账单已收等于核销合计", await db.Bills.Published().CountAsync(), await BillsUnlikeAllocations().CountAsync()),
            new AuditCheck("账单明细已收等于核销合计", await db.BillLines.CountAsync(), await LinesUnlikeAllocations().CountAsync()),
            new AuditCheck("账单待收等于应收账款余额", await db.Bills.Published().CountAsync(), await BillsUnlikeReceivable().CountAsync()),
            new AuditCheck("收款等于核销加预存，并各有一张收据和凭证", await db.Payments.CountAsync(), await IncompletePayments().CountAsync()),
            new AuditCheck("预存款余额等于各笔变动之和，并等于总账", await db.Purses.CountAsync(), await PursesUnlikeEntriesAsync()),
            new AuditCheck("收据号连续不缺号", await db.Receipts.CountAsync(), await MissingReceiptsAsync()),
        ]);
    }

    private IQueryable<Guid> UnbalancedEntries() => db.JournalLines
        .GroupBy(l => l.JournalEntryId)
        .Where(entry => entry.Sum(l => l.Amount.Fen) != 0)
        .Select(entry => entry.Key);

    private IQueryable<Guid> BillsUnlikeAllocations() => db.Bills
        .Where(b => b.Paid.Fen != db.Allocations.Where(a => a.BillId == b.Id).Sum(a => a.Amount.Fen)
            || b.Credited.Fen != db.BillCredits.Where(c => c.BillId == b.Id).Sum(c => c.Amount.Fen)
            || b.Total.Fen != db.BillLines.Where(l => l.BillId == b.Id).Sum(l => l.Amount.Fen))
        .Select(b => b.Id);

    private IQueryable<Guid> LinesUnlikeAllocations() => db.BillLines
        .Where(l => l.Paid.Fen != db.Allocations.Where(a => a.BillLineId == l.Id).Sum(a => a.Amount.Fen)
            || l.Credited.Fen != db.BillCredits.Where(c => c.BillLineId == l.Id).Sum(c => c.Amount.Fen))
        .Select(l => l.Id);

    private IQueryable<Guid> BillsUnlikeReceivable() => db.Bills.Published()
        .Where(b => b.Outstanding.Fen != db.JournalLines
            .Where(l => l.BillId == b.Id && l.Account == Account.Receivable).Sum(l => l.Amount.Fen))
        .Select(b => b.Id);

    private IQueryable<Guid> IncompletePayments() => db.Payments
        .Where(p => p.Amount.Fen != db.Allocations.Where(a => a.PaymentId == p.Id).Sum(a => a.Amount.Fen) + p.Prepaid.Fen
            || p.Amount.Fen != db.PaymentTenders.Where(t => t.PaymentId == p.Id).Sum(t => t.Amount.Fen)
            || db.Receipts.Count(r => r.PaymentId == p.Id) != 1
            || db.JournalEntries.Count(j => j.SourceId == p.Id && j.Kind == JournalKind.PaymentReceived) != 1)
        .Select(p => p.Id);

    private async Task<int> PursesUnlikeEntriesAsync()
    {
        var ledger = -await db.JournalLines.Where(l => l.Account == Account.Prepayment).SumAsync(l => l.Amount.Fen);
        var balances = await db.Purses.SumAsync(p => p.Balance.Fen);
        return await db.Purses.CountAsync(p => p.Balance.Fen != db.PurseEntries.Where(e => e.PurseId == p.Id).Sum(e => e.Amount.Fen)) + (ledger == balances ? 0 : 1);
    }

    /// <summary>Numbers given out by the books, less receipts that exist.</summary>
    private async Task<int> MissingReceiptsAsync()
    {
        var books = await db.ReceiptBooks.Select(b => new
        {
            b.LastNumber,
            Receipts = db.Receipts.Count(r => r.CommunityId == b.CommunityId && r.Book == b.Name && r.Number >= 1 && r.Number <= b.LastNumber),
            All = db.Receipts.Count(r => r.CommunityId == b.CommunityId && r.Book == b.Name),
        }).ToListAsync();
        return books.Sum(b => b.LastNumber - b.Receipts + (b.All - b.Receipts));
    }
}
