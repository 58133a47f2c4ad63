using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Shifts;

/// <summary>Opens, counts and accepts shifts, and takes cash to the bank (rules of the money, section 6).</summary>
public sealed class ShiftRoom(DeskDbContext db, TimeProvider clock)
{
    /// <exception cref="RuleViolation">This cashier has an open shift in the community.</exception>
    public async Task<Guid> OpenAsync(Guid communityId, Money opening)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var shift = new Shift(community, db.Current.UserId ?? throw new RuleViolation("请由收费员本人开班。"), db.Current.UserName, opening, clock.GetUtcNow());
        db.Add(shift);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("您在这个小区已有一个未交班的班次。");
        }

        return shift.Id;
    }

    /// <summary>The bank holds it from now on. What is sent twice is booked once.</summary>
    /// <param name="requestId">Made when the page is opened.</param>
    /// <exception cref="RuleViolation">It is not the own shift, it was counted, or there is not so much cash in the till.</exception>
    public async Task DepositAsync(Guid requestId, Guid shiftId, Money amount, string? reference)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var shift = await OwnAsync(shiftId);
        if (await db.BankDeposits.FirstOrDefaultAsync(d => d.RequestId == requestId) is { } earlier)
        {
            earlier.RequireSame(shift, amount, reference);
            return;
        }

        var till = await TillAsync(shift);
        if (amount > till.Expected)
        {
            throw new RuleViolation("钱箱里应有 {0}，不能缴存 {1}。", [till.Expected, amount], "Amount");
        }

        var deposit = new BankDeposit(shift, requestId, amount, reference, db.Current.UserName, clock.GetUtcNow());
        db.AddRange(deposit, LedgerPosting.CashDeposited(deposit, db.Current.Today(clock), clock.GetUtcNow()));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Counts the till and ends the shift.</summary>
    /// <exception cref="RuleViolation">It is not the own shift, it was counted, or a difference has no reason.</exception>
    public async Task HandOverAsync(Guid shiftId, CashCount count, string? reason)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var shift = await OwnAsync(shiftId);
        shift.HandOver(await TillAsync(shift), count, reason, clock.GetUtcNow());
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>The count is wrong: the shift is open again.</summary>
    /// <exception cref="RuleViolation">Not counted, accepted already, by the cashier, without a reason, or the cashier opened the next shift.</exception>
    public async Task SendBackAsync(Guid shiftId, string? because)
    {
        var shift = NotFoundException.Check(await db.Shifts.FirstOrDefaultAsync(s => s.Id == shiftId), shiftId);
        shift.SendBack(because, db.Acting(clock));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("这个班次还没有点款，或已经验收。");
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("收费员已经开了下一班：请先让下一班交班，再退回这一班。");
        }
    }

    /// <summary>Takes the cash over; a difference is booked.</summary>
    /// <param name="counted">What whoever takes it over counted; null where the cashier's count is taken as it is.</param>
    /// <exception cref="RuleViolation">Not counted, accepted already, by the cashier, or the two counts differ.</exception>
    public async Task AcceptAsync(Guid shiftId, Money? counted = null)
    {
        var shift = NotFoundException.Check(await db.Shifts.FirstOrDefaultAsync(s => s.Id == shiftId), shiftId);
        shift.Accept(db.Acting(clock));
        if (counted is { } mine && mine != shift.Counted)
        {
            throw new RuleViolation("您清点 {0}，收费员清点 {1}：请一起重点，或退回收费员。", [mine, shift.Counted], "Counted");
        }

        if (!shift.Difference.IsZero)
        {
            db.Add(LedgerPosting.TillDiffers(shift, db.Current.Today(clock), clock.GetUtcNow()));
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation("这个班次还没有点款，或已经验收。");
        }
    }

    /// <summary>
    /// The open shift of whoever works here, held until the transaction ends; null where there is none. The program itself (the
    /// demo's history) has no till; a person has one, or handles no cash.
    /// </summary>
    /// <exception cref="RuleViolation">Cash, and no open shift.</exception>
    internal async Task<Shift?> HoldAsync(Guid communityId, bool forCash)
    {
        if (db.Current.UserId is null)
        {
            return null;
        }

        var open = db.Shifts.Where(s => s.CommunityId == communityId && s.CashierId == db.Current.UserId && s.State == ShiftState.Open);
        await open.ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version));
        return await open.FirstOrDefaultAsync() ?? (forCash ? throw new RuleViolation("收付现金前请先开班。", field: "Method") : null);
    }

    internal async Task<TillCount> TillAsync(Shift shift)
    {
        var cash = db.PaymentTenders.Where(t => t.Method == PaymentMethod.Cash && t.Payment.ShiftId == shift.Id);
        var received = await cash.Where(t => t.Amount.Fen > 0).SumAsync(t => t.Amount.Fen);
        var returned = await cash.Where(t => t.Amount.Fen < 0).SumAsync(t => -t.Amount.Fen);
        var deposited = await db.BankDeposits.Where(d => d.ShiftId == shift.Id).SumAsync(d => d.Amount.Fen);
        var held = db.DepositEntries.Where(e => e.ShiftId == shift.Id && e.Method == PaymentMethod.Cash);
        var taken = await held.Where(e => e.Amount.Fen > 0).SumAsync(e => e.Amount.Fen);
        var given = await held.Where(e => e.Amount.Fen < 0).SumAsync(e => -e.Amount.Fen);
        return new TillCount(shift.Float, new Money(received + taken), new Money(returned + given), new Money(deposited));
    }

    // Held first: money that comes in at the same moment is either in the count or in no shift of it.
    private async Task<Shift> OwnAsync(Guid shiftId)
    {
        await db.Shifts.Where(s => s.Id == shiftId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version));
        var shift = NotFoundException.Check(await db.Shifts.FirstOrDefaultAsync(s => s.Id == shiftId), shiftId);
        return shift.CashierId == db.Current.UserId ? shift : throw new RuleViolation("只能操作自己的班次。");
    }
}
