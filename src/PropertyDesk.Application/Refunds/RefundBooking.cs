using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.Application.Refunds;

/// <summary>
/// Books money that goes back, whatever its road: red payment, red receipt, bills, purse and ledger in the transaction of the
/// caller, who saves. The counterpart of <see cref="PaymentBooking"/>.
/// </summary>
public sealed class RefundBooking(DeskDbContext db, PaymentBooking booking, ShiftRoom shifts, TimeProvider clock)
{
    /// <summary>Outside of any transaction.</summary>
    public Task PrepareAsync(Guid communityId) => booking.PrepareAsync(communityId);

    /// <summary>
    /// Begins a transaction in which a channel's refund changes: nobody else books in the community, and the refund is read
    /// with the purse that holds money for it.
    /// </summary>
    /// <exception cref="NotFoundException">There is no such refund here.</exception>
    public async Task<Refund> HoldAsync(Guid refundId, Guid communityId)
    {
        await booking.HoldAsync(communityId);
        return NotFoundException.Check(
            await db.Refunds.Include(r => r.Owner).Include(r => r.HeldPurse).Include(r => r.Payment!.Tenders).Include(r => r.RedPayment!.Tenders).AsSplitQuery().FirstOrDefaultAsync(r => r.Id == refundId), refundId);
    }

    /// <summary>
    /// Checks and keeps what the booking will need, before a channel is asked: what it has given cannot be called back, so
    /// nothing may refuse to book it. After <see cref="HoldAsync"/>.
    /// </summary>
    /// <exception cref="RuleViolation">The purse has less, the payment was taken back already, or a line of it was.</exception>
    public async Task ReserveAsync(Refund refund)
    {
        if (refund.Kind == RefundKind.Prepaid)
        {
            refund.Hold(await db.PurseOfAsync(refund.Owner, refund.Class), refund.Amount);
            return;
        }

        if (await db.Payments.AnyAsync(p => p.ReversesId == refund.PaymentId))
        {
            throw new RuleViolation("这笔收款已作废或已红冲。");
        }

        (await TakenAsync(refund)).RequireReversible();
        if (await db.PurseEntries.Include(e => e.Purse).FirstOrDefaultAsync(e => e.DocumentId == refund.PaymentId && e.Kind == PurseEntryKind.PaidIn) is { } kept)
        {
            refund.Hold(kept.Purse, kept.Amount);
        }
    }

    /// <param name="refund">With its owner, and with the purse that holds money for it.</param>
    /// <param name="back">How it goes back; null: as it came.</param>
    /// <param name="on">Null for today.</param>
    /// <returns>The red receipt, added and not yet saved.</returns>
    public async Task<Receipt> BookAsync(Refund refund, Tender? back, DateOnly? on = null)
    {
        var turn = await booking.BeginAsync(refund.Owner);
        refund.LetGo();
        var day = on ?? db.Current.Today(clock);
        var red = refund.Kind == RefundKind.Prepaid
            ? Payment.Payout(refund.Owner, back! with { Amount = refund.Amount }, refund.Id, day)
            : await TakeBackAsync(refund, back, day);
        var now = clock.GetUtcNow();
        red.SignedBy(db.Current.UserId, db.Current.UserName, now);
        await MovePurseAsync(refund, red, now);
        if (await shifts.HoldAsync(red.CommunityId, forCash: red.Tenders.Any(t => t.Method == PaymentMethod.Cash)) is { } shift)
        {
            await RefuseMoreThanInTillAsync(red, shift);
            red.TakenIn(shift);
        }

        if (refund.Kind == RefundKind.Void && red.ShiftId != refund.Payment!.ShiftId)
        {
            throw new RuleViolation("只能作废自己当班收的款；已交班的请申请红冲。");
        }

        var receipt = new Receipt(red, ReceiptBook.Standard, turn.Number, now);
        db.AddRange(red, receipt, LedgerPosting.PaymentReceived(red, await db.BookedDayAsync(day, db.Current.Today(clock)), now));
        refund.CarriedOut(red, new(db.Current.UserId, db.Current.UserName, now, day));
        return receipt;
    }

    private async Task<Payment> TakeBackAsync(Refund refund, Tender? back, DateOnly day)
    {
        var paid = db.Allocations.Where(a => a.PaymentId == refund.PaymentId);
        await db.Bills.Where(b => paid.Any(a => a.BillId == b.Id)).LockAsync();
        var taken = await TakenAsync(refund);
        return Payment.Red(taken, Tenders(taken, back), refund.Id, day);
    }

    private Task<Payment> TakenAsync(Refund refund) => db.Payments.Include(p => p.Owner).Include(p => p.Tenders)
        .Include(p => p.Allocations).ThenInclude(a => a.Bill).Include(p => p.Allocations).ThenInclude(a => a.BillLine)
        .AsSplitQuery().SingleAsync(p => p.Id == refund.PaymentId);

    // What came out of the purse goes back into it, whatever the desk does with the rest.
    private static List<Tender> Tenders(Payment taken, Tender? back)
    {
        var came = taken.Tenders.OrderBy(t => t.Position).Select(t => new Tender(t.Method, t.Amount, t.Reference)).ToList();
        if (back is null)
        {
            return came;
        }

        var purse = came.FindAll(t => t.Method == PaymentMethod.Purse);
        var rest = taken.Amount - Money.Sum(purse.Select(t => t.Amount));
        return rest.IsZero ? purse : [back with { Amount = rest }, .. purse];
    }

    private async Task MovePurseAsync(Refund refund, Payment red, DateTimeOffset now)
    {
        if (refund.Kind == RefundKind.Prepaid)
        {
            var purse = await db.PurseOfAsync(refund.Owner, refund.Class);
            db.Add(purse.Move(PurseEntryKind.PaidOut, -refund.Amount, red.Id, red.PaidOn, now));
            return;
        }

        // First what comes in: a payment that put money into the purse may have used some of it as well.
        foreach (var entry in await db.PurseEntries.Include(e => e.Purse).Where(e => e.DocumentId == refund.PaymentId).OrderBy(e => e.Amount.Fen).ToListAsync())
        {
            var kind = entry.Kind == PurseEntryKind.PaidIn ? PurseEntryKind.PaidInReversed : PurseEntryKind.TenderedReversed;
            db.Add(entry.Purse.Move(kind, -entry.Amount, red.Id, red.PaidOn, now));
        }
    }

    private async Task RefuseMoreThanInTillAsync(Payment red, Domain.Shifts.Shift shift)
    {
        var cash = -Money.Sum(red.Tenders.Where(t => t.Method == PaymentMethod.Cash).Select(t => t.Amount));
        var till = await shifts.TillAsync(shift);
        if (cash > till.Expected)
        {
            throw new RuleViolation("钱箱里应有 {0}，不够退 {1}。", [till.Expected, cash], "Method");
        }
    }
}
