using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Ledger;

/// <summary>
/// Replays the books against what is kept on bills, lines and receipts. Every check counts what it looked at and what is
/// wrong; nothing may ever be wrong.
/// </summary>
public sealed class LedgerAudit(DeskDbContext db, CheckBillSums sums)
{
    /// <summary>Differences named for each law.</summary>
    private const int Shown = 20;

    /// <summary>Looks at one moment: what people book while it runs is in no check or in all.</summary>
    public Task<LedgerAuditResult> RunAsync() => db.ReadAtOnceAsync(CheckAsync);

    private async Task<LedgerAuditResult> CheckAsync()
    {
        var debits = await db.JournalLines.Where(l => l.Amount.Fen > 0).SumAsync(l => l.Amount.Fen);
        var credits = await db.JournalLines.Where(l => l.Amount.Fen < 0).SumAsync(l => -l.Amount.Fen);
        return new LedgerAuditResult(new Money(debits), new Money(credits),
        [
            new AuditCheck("每张凭证借贷平衡", await db.JournalEntries.CountAsync(), await UnbalancedEntries().CountAsync()),
            new AuditCheck("每张凭证的分录与凭证同属一个小区、同一日期", await db.JournalLines.CountAsync(), await db.JournalLines.CountAsync(l => l.CommunityId != l.JournalEntry.CommunityId || l.Date != l.JournalEntry.Date)),
            await BillsAsync("每张已发布的账单有且只有一张凭证", BillsWithoutEntry()),
            await BillsAsync("账单已收等于核销合计", BillsUnlikeAllocations()),
            new AuditCheck("账单明细已收等于核销合计", await db.BillLines.CountAsync(), await LinesUnlikeAllocations().CountAsync()),
            await BillsAsync("账单待收等于应收账款余额", BillsUnlikeReceivable()),
            await BillsAsync("红冲的明细不再有待收", db.BillLines.Where(l => l.ReversedById != null && l.Outstanding.Fen != 0).Select(l => l.BillId)),
            await PaymentsAsync("收款等于核销加预存，并各有一张收据和凭证"),
            await PursesAsync("预存款余额等于各笔变动之和，并等于总账"),
            await PurseUsesAsync("预存款抵扣单等于扣款和核销，编号连续不缺号"),
            new AuditCheck("在押押金等于各笔变动之和，并等于总账", await db.Deposits.CountAsync(), await DepositsUnlikeEntriesAsync()),
            new AuditCheck("收据号连续不缺号", await db.Receipts.CountAsync(), await MissingReceiptsAsync()),
            new AuditCheck("账单号连续不缺号", await db.BillRuns.CountAsync(), await MissingBillsAsync()),
            await sums.RunAsync("报表汇总等于逐笔明细"),
            new AuditCheck("关账后没有再记入的凭证", await db.PeriodClosings.CountAsync(c => c.ReopenedAt == null), await PostedAfterClosingAsync()),
        ]);
    }

    private async Task<AuditCheck> BillsAsync(string law, IQueryable<Guid> wrong) => await LookAsync(law, db.Bills.Published(), wrong.Distinct(), shown => db.Bills
        .Where(b => shown.Contains(b.Id)).OrderBy(b => b.Number).Select(b => new AuditDifference(AuditSubject.Bill, b.Id, b.Number)));

    private async Task<AuditCheck> PaymentsAsync(string law) => await LookAsync(law, db.Payments, IncompletePayments(), shown => db.Payments
        .Where(p => shown.Contains(p.Id)).OrderBy(p => p.RecordedAt).Select(p => new AuditDifference(AuditSubject.Payment, p.Id, p.OwnerName)));

    /// <summary>
    /// The differences are read by their ids, once they are known: inside one query a server with stale statistics searches
    /// anew for every row, which takes as long as the square of the books.
    /// </summary>
    private static async Task<AuditCheck> LookAsync<T>(string law, IQueryable<T> all, IQueryable<Guid> wrong, Func<Guid[], IQueryable<AuditDifference>> named)
    {
        var broken = await wrong.ToListAsync();
        return new AuditCheck(law, await all.CountAsync(), broken.Count)
        {
            Differences = broken.Count == 0 ? [] : await named([.. broken.Distinct().Order().Take(Shown)]).ToListAsync(),
        };
    }

    private async Task<AuditCheck> PursesAsync(string law)
    {
        var wrong = db.Purses.Where(p => p.Balance.Fen < p.Held.Fen || p.Held.Fen != db.Refunds.Where(r => r.HeldPurseId == p.Id).Sum(r => r.Held.Fen) || p.Balance.Fen != db.PurseEntries.Where(e => e.PurseId == p.Id).Sum(e => e.Amount.Fen));
        var broken = (await wrong.Select(p => p.OwnerId).ToListAsync()).ToHashSet();
        // Owner by owner: what one has too much would hide what another has too little.
        var ledger = await db.JournalLines.Where(l => l.Account == Account.Prepayment).GroupBy(l => l.OwnerId).Select(g => new { Owner = g.Key ?? Guid.Empty, Fen = g.Sum(l => l.Amount.Fen) }).ToListAsync();
        var balances = await db.Purses.GroupBy(p => p.OwnerId).Select(g => new { Owner = g.Key, Fen = g.Sum(p => p.Balance.Fen) }).ToListAsync();
        broken.UnionWith(ledger.Concat(balances).GroupBy(x => x.Owner, x => x.Fen).Where(o => o.Sum() != 0).Select(o => o.Key));
        Guid[] shown = [.. broken.Order().Take(Shown)];
        return new AuditCheck(law, await db.Purses.CountAsync(), broken.Count)
        {
            Differences = await db.Owners.Where(o => shown.Contains(o.Id)).Select(o => new AuditDifference(AuditSubject.Owner, o.Id, o.Name)).ToListAsync(),
        };
    }

    /// <summary>Each document is what its movements and what it paid come to, its red twin its opposite.</summary>
    private async Task<AuditCheck> PurseUsesAsync(string law)
    {
        var wrong = db.PurseUses.Where(u => u.Amount.Fen != -db.PurseEntries.Where(e => e.DocumentId == u.Id).Sum(e => e.Amount.Fen)
            || u.Amount.Fen != db.Allocations.Where(a => a.PurseEntry!.DocumentId == u.Id).Sum(a => a.Amount.Fen)
            || (u.ReversesId != null && u.Amount.Fen != -u.Reverses!.Amount.Fen));
        var broken = await LookAsync(law, db.PurseUses, wrong.Select(u => u.OwnerId), shown => db.Owners
            .Where(o => shown.Contains(o.Id)).OrderBy(o => o.Id).Select(o => new AuditDifference(AuditSubject.Owner, o.Id, o.Name)));
        return broken with { Wrong = broken.Wrong + await MissingPurseDocumentsAsync() };
    }

    private async Task<int> MissingPurseDocumentsAsync()
    {
        var books = await db.ReceiptBooks.Where(b => b.Name == ReceiptBook.Purses).Select(b => new
        {
            b.LastNumber,
            Found = db.PurseUses.Count(u => u.CommunityId == b.CommunityId) + db.PurseReleases.Count(r => r.CommunityId == b.CommunityId && r.Number != null),
            Beyond = db.PurseUses.Count(u => u.CommunityId == b.CommunityId && u.Number > b.LastNumber) + db.PurseReleases.Count(r => r.CommunityId == b.CommunityId && r.Number > b.LastNumber),
        }).ToListAsync();
        return books.Sum(b => Math.Abs(b.LastNumber - b.Found) + b.Beyond);
    }

    private IQueryable<Guid> UnbalancedEntries() => db.JournalLines
        .GroupBy(l => l.JournalEntryId)
        .Where(entry => entry.Sum(l => l.Amount.Fen) != 0 || entry.Count() < 2)
        .Select(entry => entry.Key);

    private IQueryable<Guid> BillsWithoutEntry() => db.Bills.Published()
        .Where(b => db.JournalEntries.Count(j => j.SourceId == b.Id && j.Kind == JournalKind.BillPublished) != 1)
        .Select(b => b.Id);

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
            || p.Amount.Fen != db.PaymentTenders.Where(t => t.PaymentId == p.Id && t.PaidOn == p.PaidOn).Sum(t => t.Amount.Fen)
            || db.Receipts.Count(r => r.PaymentId == p.Id) != 1
            || db.JournalEntries.Count(j => j.SourceId == p.Id && (j.Kind == JournalKind.PaymentReceived || j.Kind == JournalKind.PaymentReturned)) != 1
            || (p.ReversesId != null && p.Amount.Fen != -p.Reverses!.Amount.Fen))
        .Select(p => p.Id);

    private async Task<int> DepositsUnlikeEntriesAsync()
    {
        var ledger = -await db.JournalLines.Where(l => l.Account == Account.DepositHeld).SumAsync(l => l.Amount.Fen);
        return await db.Deposits.CountAsync(d => d.Held.Fen != db.DepositEntries.Where(e => e.DepositId == d.Id).Sum(e => e.Amount.Fen))
            + (ledger == await db.Deposits.SumAsync(d => d.Held.Fen) ? 0 : 1);
    }

    /// <summary>Numbers given out by the books, less receipts that exist.</summary>
    private async Task<int> MissingReceiptsAsync()
    {
        var books = await db.ReceiptBooks.Where(b => b.Name != ReceiptBook.Purses).Select(b => new
        {
            b.LastNumber,
            Receipts = db.Receipts.Count(r => r.CommunityId == b.CommunityId && r.Book == b.Name && r.Number >= 1 && r.Number <= b.LastNumber)
                + (b.Name == ReceiptBook.Deposits ? db.DepositEntries.Count(e => e.CommunityId == b.CommunityId && e.Number >= 1 && e.Number <= b.LastNumber) : 0),
            All = db.Receipts.Count(r => r.CommunityId == b.CommunityId && r.Book == b.Name)
                + (b.Name == ReceiptBook.Deposits ? db.DepositEntries.Count(e => e.CommunityId == b.CommunityId && e.Number != null) : 0),
        }).ToListAsync();
        return books.Sum(b => b.LastNumber - b.Receipts + (b.All - b.Receipts));
    }

    /// <summary>Of each run: the last number's place, less the bills that exist.</summary>
    private async Task<int> MissingBillsAsync()
    {
        var runs = await db.BillRuns.Select(r => new
        {
            Bills = db.Bills.Count(b => b.BillRunId == r.Id),
            Last = db.Bills.Where(b => b.BillRunId == r.Id).OrderByDescending(b => b.Number.Length).ThenByDescending(b => b.Number).Select(b => b.Number).FirstOrDefault(),
        }).ToListAsync();
        return runs.Where(r => r.Last is not null).Sum(r => Math.Abs(int.Parse(r.Last!.AsSpan(r.Last!.LastIndexOf('-') + 1), CultureInfo.InvariantCulture) - r.Bills));
    }

    private async Task<int> PostedAfterClosingAsync()
    {
        var late = 0;
        foreach (var closing in await db.PeriodClosings.AsNoTracking().Where(c => c.ReopenedAt == null).ToListAsync())
        {
            late += await db.JournalEntries.CountAsync(j => j.Date >= closing.Month.FirstDay && j.Date <= closing.Month.LastDay && j.PostedAt > closing.ClosedAt);
        }

        return late;
    }
}
