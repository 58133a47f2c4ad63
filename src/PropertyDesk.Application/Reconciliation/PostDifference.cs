using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reconciliation;

namespace PropertyDesk.Application.Reconciliation;

/// <summary>Puts a difference into the books, and takes what waits there to its owner.</summary>
public sealed class PostDifference(DeskDbContext db, PaymentBooking booking, TimeProvider clock)
{
    private const string Released = "这笔待查款刚被他人处理，请刷新后再试。";

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
        await db.SaveOrRefuseAsync(ReconciliationQueries.Changed);
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
        await db.SaveOrRefuseAsync(Released);
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
        await db.SaveOrRefuseAsync(Released);
    }
}
