using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Reconciliation;

namespace PropertyDesk.Application.Reconciliation;

/// <summary>What a bank's line may be the sum of.</summary>
/// <param name="Id">Of the channel's day, of the batch, or of the cash that was paid in.</param>
public sealed record Confirmable(Guid Id, string What, Money Sum);

/// <summary>Sets a line of the bank's statement against money that the books have in the bank already, and of which the bank gives only the sum.</summary>
public sealed class ConfirmBankLine(DeskDbContext db, TimeProvider clock)
{
    /// <summary>What a line of the bank's statement may be: days that channels paid out, batches that the bank collected, cash that was paid in without a number; of just this sum, and confirmed by no other line.</summary>
    public async Task<IReadOnlyList<Confirmable>> ListAsync(Guid itemId)
    {
        var item = NotFoundException.Check(await db.ReconciliationItems.AsNoTracking().Include(i => i.Day).FirstOrDefaultAsync(i => i.Id == itemId), itemId);
        return item.Day.Source == MoneySource.Bank && item is { Kind: ReconciliationKind.OnlyTheirs, NeedsDecision: true } ? await OpenAsync(item.Theirs, null) : [];
    }

    /// <summary>Says which of them the line is.</summary>
    /// <exception cref="RuleViolation">It is confirmed by another line, or its sum differs.</exception>
    public async Task RunAsync(Guid itemId, Guid id)
    {
        var item = NotFoundException.Check(await db.ReconciliationItems.Include(i => i.Day).FirstOrDefaultAsync(i => i.Id == itemId), itemId);
        item.Day.Changes();
        var (sum, by) = (NotFoundException.Check((await OpenAsync(null, id)).FirstOrDefault(), id), db.Acting(clock));
        item.Confirm(id, sum.Sum, sum.What, by);
        if (await db.ReconciliationItems.Include(i => i.Day).FirstOrDefaultAsync(i => i.DepositId == id && i.Decision == null && i.Day.ClosedAt == null) is { NeedsDecision: true } ours)
        {
            ours.Decide(Texts.Of("银行流水 {0}", item.TransactionId), by);
        }

        await db.SaveOrRefuseAsync(ReconciliationQueries.Changed);
    }

    // Of one sum, or just the one that is named.
    private async Task<List<Confirmable>> OpenAsync(Money? sum, Guid? id)
    {
        var fen = sum?.Fen;
        var days = await db.Settlements.Where(s => (id == null || s.DayId == id) && !db.ReconciliationItems.Any(i => i.ConfirmsId == s.DayId))
            .Join(db.ReconciledDays, s => s.DayId, d => d.Id, (s, d) => new { d.Id, d.Source, d.Day, Net = s.Gross.Fen - s.Fee.Fen })
            .GroupBy(s => new { s.Id, s.Source, s.Day }).Select(g => new { g.Key, Net = g.Sum(s => s.Net) }).Where(s => fen == null || s.Net == fen).ToListAsync();
        var batches = await db.DebitLines.Where(l => l.State == DebitLineState.Booked && (id == null || l.BatchId == id) && !db.ReconciliationItems.Any(i => i.ConfirmsId == l.BatchId))
            .GroupBy(l => new { l.BatchId, l.Batch.Number }).Select(g => new { g.Key, Sum = g.Sum(l => l.Amount.Fen) }).Where(b => fen == null || b.Sum == fen).ToListAsync();
        var cash = await db.BankDeposits.Where(d => d.Reference == null && (id == null || d.Id == id) && (fen == null || d.Amount.Fen == fen) && !db.ReconciliationItems.Any(i => i.ConfirmsId == d.Id))
            .Select(d => new { d.Id, d.DepositedBy, d.DepositedAt, d.Amount }).ToListAsync();
        return
        [
            .. days.Select(d => new Confirmable(d.Key.Id, Texts.Of("{0} {1} 的结算", Words.Of(d.Key.Source), $"{d.Key.Day:yyyy-MM-dd}"), new Money(d.Net))),
            .. batches.Select(b => new Confirmable(b.Key.BatchId, Texts.Of("托收批次 {0}", b.Key.Number ?? 0), new Money(b.Sum))),
            .. cash.Select(d => new Confirmable(d.Id, Texts.Of("{0} 于 {1} 缴存", d.DepositedBy, $"{db.Current.DayOf(d.DepositedAt):yyyy-MM-dd}"), d.Amount)),
        ];
    }
}
