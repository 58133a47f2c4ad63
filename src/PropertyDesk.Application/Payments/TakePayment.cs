using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>
/// Takes money from an owner: allocation, receipt and ledger entry in one transaction (rules of the money, section 5).
/// </summary>
public sealed class TakePayment(DeskDbContext db, PaymentBooking booking, ShiftRoom shifts)
{
    private const string AlreadyPaid = "该账单已收款，请勿重复收取。";

    /// <returns>The receipt; for a request id that was booked before, the receipt of then.</returns>
    /// <exception cref="RuleViolation">The debt changed since the page was shown, or the amount exceeds it.</exception>
    public async Task<PaymentTaken> RunAsync(PaymentRequest request)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == request.OwnerId), request.OwnerId);
        await booking.PrepareAsync(owner.CommunityId);
        try
        {
            return await BookAsync(request, owner);
        }
        // A request that was booked before meets its own traces: a debt that is paid, a key that is taken, a shift that is counted.
        catch (Exception error) when (error is RuleViolation or DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await FindEarlierAsync(request) is { } earlier)
            {
                return earlier;
            }

            if (error is DbUpdateConcurrencyException)
            {
                throw new RuleViolation("账单、预存款或班次刚被他人更改，请刷新后核对再收。");
            }

            throw;
        }
    }

    private async Task<PaymentTaken> BookAsync(PaymentRequest request, Owner owner)
    {
        var transaction = await db.Database.BeginTransactionAsync();
        await using (transaction)
        {
            var turn = await booking.BeginAsync(owner);
            Check(request, turn);
            // Who wants the rest kept means it: it pays no bill that was not ticked.
            var receipt = await booking.BookAsync(turn, request.RequestId, request.Tenders, request.BillIds, into: request.Into, chosenOnly: request.RestToPurse && request.BillIds.Count > 0);
            await PutIntoTillAsync(receipt.Payment);

            // Saved once, and what fails ends the transaction: nobody goes back to before the saving.
            db.Database.AutoSavepointsEnabled = false;
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return new PaymentTaken(receipt.PaymentId, receipt.Id, receipt.Display);
        }
    }

    private static void Check(PaymentRequest request, BookingTurn turn)
    {
        if (request.Tenders.Any(t => !PaymentMethods.AtTheDesk.Contains(t.Method)))
        {
            throw new RuleViolation("请选择收款方式。", field: "Method");
        }

        if (request.Into is not null)
        {
            RequireFreshMoney(request);
            return;
        }

        if (turn.Held.FirstOrDefault(b => request.BillIds.Contains(b.Id) || (turn.Owed.IsZero && !request.RestToPurse)) is { } held)
        {
            throw OpenBills.Held(held.Number);
        }

        if ((turn.Owed.IsZero && !request.RestToPurse) || request.BillIds.Any(id => turn.Bills.All(b => b.Id != id)))
        {
            throw new RuleViolation(AlreadyPaid);
        }

        if (turn.Owed != request.SeenTotal)
        {
            throw new RuleViolation("该业主的待收金额已由 {0} 变为 {1}：别人刚收过款或发布了新账单，请核对后再收。", [request.SeenTotal, turn.Owed]);
        }

        if (request.Amount > turn.Owed && !request.RestToPurse)
        {
            throw new RuleViolation("收款金额 {0} 超过待收金额 {1}。", [request.Amount, turn.Owed], "Amount");
        }
    }

    private static void RequireFreshMoney(PaymentRequest request)
    {
        if (request.Tenders.Any(t => t.Method == PaymentMethod.Purse))
        {
            throw new RuleViolation("预存款不能再用预存款支付。", field: "Method");
        }
    }

    private async Task PutIntoTillAsync(Payment payment)
    {
        if (await shifts.HoldAsync(payment.CommunityId, forCash: payment.Tenders.Any(t => t.Method == PaymentMethod.Cash)) is { } shift)
        {
            payment.TakenIn(shift);
        }
    }

    private async Task<PaymentTaken?> FindEarlierAsync(PaymentRequest request)
    {
        var receipt = await db.Receipts.Include(r => r.Payment).ThenInclude(p => p.Allocations).Include(r => r.Payment).ThenInclude(p => p.Tenders).AsSplitQuery()
            .FirstOrDefaultAsync(r => r.Payment.RequestId == request.RequestId);
        if (receipt is null)
        {
            return null;
        }

        var into = receipt.Payment.Allocations.Count > 0 ? null : await db.PurseEntries
            .Where(e => e.DocumentId == receipt.PaymentId && e.Kind == PurseEntryKind.PaidIn).Select(e => (PurseClass?)e.Purse.Class).FirstOrDefaultAsync();
        return SameRequest.Check(request, receipt, into);
    }
}
