using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deposits;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Deposits;

/// <summary>
/// Takes deposits, deducts from them and gives them back: each with its ledger entry in one transaction. Taking the number
/// of the book of deposits first makes the clerks of a community wait for each other, so what is read is the last word.
/// </summary>
public sealed class HoldDeposits(DeskDbContext db, TimeProvider clock, ApprovalLimits limits, ShiftRoom shifts)
{
    private readonly ReceiptNumbers _numbers = new(db, ReceiptBook.Deposits);

    /// <returns>The deposit; for a request that was booked before, the one of then.</returns>
    public async Task<Guid> TakeAsync(Guid requestId, Guid ownerId, string? purpose, Tender tender)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        await _numbers.EnsureBookAsync(owner.CommunityId);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var number = await _numbers.TakeAsync(owner.CommunityId);
        if (await db.DepositEntries.Include(e => e.Deposit).FirstOrDefaultAsync(e => e.RequestId == requestId) is { } earlier)
        {
            return earlier.Deposit.OwnerId == ownerId && earlier.Amount == tender.Amount && earlier.Method == tender.Method
                ? earlier.DepositId
                : throw new RuleViolation("这次提交已收押金 {0}，但内容与那次不同，请重新打开页面。", [earlier.Amount]);
        }

        var deposit = new Deposit(owner, purpose, tender, number, requestId, db.Acting(clock));
        await PutIntoTillAsync(deposit.Entries[0]);
        db.Add(deposit);
        db.Add(LedgerPosting.DepositMoved(deposit.Entries[0], owner.Id));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return deposit.Id;
    }

    /// <exception cref="RuleViolation">The approval ladder does not reach the amount, or the deposit refuses.</exception>
    public Task DeductAsync(Guid requestId, Guid depositId, Money amount, string? reason) =>
        ChangeAsync(requestId, depositId, (deposit, _) => (deposit.Deduct(amount, reason, requestId, db.Acting(clock)), amount), numbered: false);

    /// <param name="receipt">As on the paper that the payer brings.</param>
    /// <exception cref="RuleViolation">The approval ladder does not reach the amount, or the deposit refuses.</exception>
    public Task RefundAsync(Guid requestId, Guid depositId, string? receipt, PaymentMethod method, string? reference) =>
        ChangeAsync(
            requestId,
            depositId,
            (deposit, number) =>
            {
                var held = deposit.Held;
                return (deposit.Refund(receipt, method, reference, number, requestId, db.Acting(clock)), held);
            },
            numbered: true);

    /// <param name="cashOut">Cash that leaves the till.</param>
    private async Task PutIntoTillAsync(DepositEntry entry, Money cashOut = default)
    {
        if (entry.Method is { } method && await shifts.HoldAsync(entry.CommunityId, forCash: method == PaymentMethod.Cash) is { } shift)
        {
            if (cashOut > Money.Zero && await shifts.TillAsync(shift) is { } till && cashOut > till.Expected)
            {
                throw new RuleViolation("钱箱里应有 {0}，不够退 {1}。", [till.Expected, cashOut], "Method");
            }

            entry.TakenIn(shift);
        }
    }

    private async Task ChangeAsync(Guid requestId, Guid depositId, Func<Deposit, int, (DepositEntry Entry, Money Amount)> act, bool numbered)
    {
        var community = await db.Deposits.Where(d => d.Id == depositId).Select(d => (Guid?)d.CommunityId).FirstOrDefaultAsync() ?? throw new NotFoundException("Deposit", depositId);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var number = numbered ? await _numbers.TakeAsync(community) : 0;
        var deposit = await db.Deposits.Include(d => d.Entries).AsSplitQuery().SingleAsync(d => d.Id == depositId);
        if (await db.DepositEntries.AnyAsync(e => e.RequestId == requestId && e.DepositId != depositId))
        {
            throw new RuleViolation("这次提交已用于另一笔押金，请重新打开页面。");
        }

        if (deposit.Entries.Any(e => e.RequestId == requestId))
        {
            return;
        }

        var (entry, amount) = act(deposit, number);
        await limits.RequireAsync(amount);
        // A refund is numbered; what is put aside of a deposit moves no money.
        await PutIntoTillAsync(entry, numbered && entry.Method == PaymentMethod.Cash ? amount : Money.Zero);
        db.Add(entry);
        db.Add(LedgerPosting.DepositMoved(entry, deposit.OwnerId));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation("这笔押金刚被他人更改，请刷新后再试。");
        }

        await transaction.CommitAsync();
    }
}
