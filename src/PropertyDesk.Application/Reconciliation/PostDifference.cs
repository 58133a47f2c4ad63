using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reconciliation;

namespace PropertyDesk.Application.Reconciliation;

/// <summary>Money that waits for its owner.</summary>
/// <param name="CommunityId">In whose books it waits.</param>
public sealed record WaitingMoney(Guid Id, MoneySource Source, DateOnly Day, string TransactionId, Money Amount, Guid CommunityId, string Community, string Reason, string PostedBy, DateTimeOffset PostedAt, bool CanBeClaimed, string? ReleasedBy, string? Release);

/// <summary>What a bank's line may be the sum of.</summary>
/// <param name="Id">Of the channel's day, of the batch, or of the cash that was paid in.</param>
public sealed record Confirmable(Guid Id, string What, Money Sum);

/// <summary>Puts a difference into the books, and takes what waits there to its owner.</summary>
public sealed class PostDifference(DeskDbContext db, PaymentBooking booking, TimeProvider clock)
{
    private const string Changed = "这一天的对账刚被他人更改，请刷新后再试。";

    /// <summary>Posts what the statement says more or less than we booked; the difference is decided by that.</summary>
    /// <param name="communityId">Of the payment, where there is one; else the community that is asked for it.</param>
    /// <exception cref="RuleViolation">It is decided, there is no difference, or the day is closed.</exception>
    public async Task PostAsync(Guid itemId, Guid? communityId, Account account, string? reason)
    {
        var item = NotFoundException.Check(await db.ReconciliationItems.Include(i => i.Day).Include(i => i.Payment).FirstOrDefaultAsync(i => i.Id == itemId), itemId);
        item.Day.Changes();
        var deposit = item.DepositId is { } id ? await db.BankDeposits.FirstAsync(d => d.Id == id) : null;
        var where = item.Payment?.CommunityId ?? deposit?.CommunityId ?? communityId ?? throw new RuleViolation("请选择小区。", field: "communityId");
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == where), where);
        var by = db.Acting(clock);
        var posting = new DifferencePosting(community, item, account, reason, by);
        item.Decide(Texts.Of("调账 {0} 到{1}（{2}）", posting.Amount, Words.Of(account), community.Name), by);
        db.AddRange(posting, LedgerPosting.DifferencePosted(posting, by.Today, by.At));
        await SaveAsync(Changed);
    }

    /// <summary>What waits was an owner's payment: books it, and takes it out of what waits.</summary>
    /// <returns>The receipt's number.</returns>
    /// <exception cref="RuleViolation">It does not wait, or it is of another community.</exception>
    public async Task<string> ClaimAsync(Guid postingId, Guid ownerId)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        await booking.PrepareAsync(owner.CommunityId);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var turn = await booking.BeginAsync(owner);
        var posting = NotFoundException.Check(await db.DifferencePostings.Include(p => p.Item.Day).FirstOrDefaultAsync(p => p.Id == postingId), postingId);
        if (posting.CommunityId != owner.CommunityId)
        {
            throw new RuleViolation("这笔待查款记在另一个小区。先冲回，再入账到这位业主。");
        }

        var (source, today) = (posting.Item.Day.Source, db.Current.Today(clock));
        // The number itself belongs to what was booked of it before.
        var number = posting.Item.PaymentId is null ? posting.Item.TransactionId : $"{posting.Item.TransactionId}+";
        var receipt = await booking.BookAsync(turn, posting.Id, [new Tender(source.Method(), posting.Amount, number)], [], posting.Item.Day.Day);
        posting.Claim(receipt.Payment, db.Acting(clock));
        db.Add(LedgerPosting.DifferenceReleased(posting, today, clock.GetUtcNow()));
        await SaveAsync("这笔待查款刚被他人处理，请刷新后再试。");
        await transaction.CommitAsync();
        return receipt.Display;
    }

    /// <summary>Takes the posting back: the money came after all, or went back to where it came from. While the day is open, its difference is to be decided anew.</summary>
    /// <exception cref="RuleViolation">It does not wait, or the reason is missing.</exception>
    public async Task TakeBackAsync(Guid postingId, string? reason)
    {
        var posting = NotFoundException.Check(await db.DifferencePostings.Include(p => p.Item.Day).FirstOrDefaultAsync(p => p.Id == postingId), postingId);
        var by = db.Acting(clock);
        posting.TakeBack(reason, by);
        if (!posting.Item.Day.IsClosed)
        {
            posting.Item.Day.Changes();
            posting.Item.Undecide();
        }

        db.Add(LedgerPosting.DifferenceReleased(posting, by.Today, by.At));
        await SaveAsync("这笔待查款刚被他人处理，请刷新后再试。");
    }

    /// <summary>Money that waits, the oldest first.</summary>
    public Task<List<WaitingMoney>> WaitingAsync() =>
        Rows(db.DifferencePostings.Where(p => p.Account == Account.Suspense && p.ReleasedAt == null).OrderBy(p => p.PostedAt)).ToListAsync();

    /// <exception cref="NotFoundException">There is no such posting here.</exception>
    public async Task<WaitingMoney> FindAsync(Guid id) => NotFoundException.Check(await Rows(db.DifferencePostings.Where(p => p.Id == id)).FirstOrDefaultAsync(), id);

    /// <summary>What a line of the bank's statement may be: days that channels paid out, batches that the bank collected, cash that was paid in without a number; of just this sum, and confirmed by no other line.</summary>
    public async Task<IReadOnlyList<Confirmable>> ConfirmablesAsync(Guid itemId)
    {
        var item = NotFoundException.Check(await db.ReconciliationItems.AsNoTracking().Include(i => i.Day).FirstOrDefaultAsync(i => i.Id == itemId), itemId);
        return item.Day.Source == MoneySource.Bank && item is { Kind: ReconciliationKind.OnlyTheirs, NeedsDecision: true } ? [.. (await OpenSumsAsync()).Where(c => c.Sum == item.Theirs)] : [];
    }

    /// <summary>Says which of them the line is.</summary>
    /// <exception cref="RuleViolation">It is confirmed by another line, or its sum differs.</exception>
    public async Task ConfirmAsync(Guid itemId, Guid id)
    {
        var item = NotFoundException.Check(await db.ReconciliationItems.Include(i => i.Day).FirstOrDefaultAsync(i => i.Id == itemId), itemId);
        item.Day.Changes();
        var (sum, by) = (NotFoundException.Check((await OpenSumsAsync()).FirstOrDefault(c => c.Id == id), id), db.Acting(clock));
        item.Confirm(id, sum.Sum, sum.What, by);
        if (await db.ReconciliationItems.Include(i => i.Day).FirstOrDefaultAsync(i => i.DepositId == id && i.Decision == null && i.Day.ClosedAt == null) is { NeedsDecision: true } ours)
        {
            ours.Decide(Texts.Of("银行流水 {0}", item.TransactionId), by);
        }

        await SaveAsync(Changed);
    }

    private async Task<List<Confirmable>> OpenSumsAsync()
    {
        var days = await db.Settlements.Where(s => !db.ReconciliationItems.Any(i => i.ConfirmsId == s.DayId))
            .Join(db.ReconciledDays, s => s.DayId, d => d.Id, (s, d) => new { d.Id, d.Source, d.Day, Net = s.Gross.Fen - s.Fee.Fen }).ToListAsync();
        var batches = await db.DebitLines.Where(l => l.State == DebitLineState.Booked && !db.ReconciliationItems.Any(i => i.ConfirmsId == l.BatchId))
            .GroupBy(l => new { l.BatchId, l.Batch.Number }).Select(g => new { g.Key.BatchId, g.Key.Number, Sum = g.Sum(l => l.Amount.Fen) }).ToListAsync();
        var cash = await db.BankDeposits.Where(d => d.Reference == null && !db.ReconciliationItems.Any(i => i.ConfirmsId == d.Id)).Select(d => new { d.Id, d.DepositedBy, d.DepositedAt, d.Amount }).ToListAsync();
        return
        [
            .. days.GroupBy(d => (d.Id, d.Source, d.Day)).Select(g => new Confirmable(g.Key.Id, Texts.Of("{0} {1} 的结算", Words.Of(g.Key.Source), $"{g.Key.Day:yyyy-MM-dd}"), new Money(g.Sum(d => d.Net)))),
            .. batches.Select(b => new Confirmable(b.BatchId, Texts.Of("托收批次 {0}", b.Number ?? 0), new Money(b.Sum))),
            .. cash.Select(d => new Confirmable(d.Id, Texts.Of("{0} 于 {1} 缴存", d.DepositedBy, $"{db.Current.DayOf(d.DepositedAt):yyyy-MM-dd}"), d.Amount)),
        ];
    }

    private IQueryable<WaitingMoney> Rows(IQueryable<DifferencePosting> postings) => postings.AsNoTracking()
        .Join(db.Communities, p => p.CommunityId, c => c.Id, (p, c) => new { Posting = p, p.Item, p.Item.Day, Community = c.Name })
        .Select(x => new WaitingMoney(
            x.Posting.Id, x.Day.Source, x.Day.Day, x.Item.TransactionId, x.Posting.Amount, x.Posting.CommunityId, x.Community, x.Posting.Reason, x.Posting.PostedBy, x.Posting.PostedAt,
            x.Posting.Account == Account.Suspense && x.Posting.ReleasedAt == null && x.Posting.Amount.Fen > 0, x.Posting.ReleasedBy, x.Posting.Release));

    private async Task SaveAsync(string refusal)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation(refusal);
        }
    }
}
