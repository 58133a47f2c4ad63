using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Refunds;

/// <summary>Voids receipts, and asks for, decides and carries out refunds (rules of the money, section 5).</summary>
public sealed class RefundRoom(DeskDbContext db, RefundBooking booking, ApprovalLimits limits, TimeProvider clock)
{
    private const string Reversed = "这笔收款已作废、已红冲，或已有一份申请。";
    private const string Changed = "这笔退款刚被他人更改，请刷新后再试。";

    /// <summary>Takes a mistake back at once, in the cashier's own shift that is still open: money as it came, number kept.</summary>
    /// <returns>The number of the red receipt.</returns>
    /// <exception cref="RuleViolation">It lies in no open shift of whoever asks, or was taken back already.</exception>
    public async Task<string> VoidAsync(Guid paymentId, string? reason)
    {
        var taken = await PaymentAsync(paymentId);
        OwnerPurse.RequireUnmerged(taken.Owner);
        await booking.PrepareAsync(taken.CommunityId);
        if (!await MayVoidAsync(paymentId))
        {
            throw new RuleViolation("只能作废自己当班收的款；已交班的请申请红冲。");
        }

        var refund = Refund.OfPayment(taken, RefundKind.Void, reason, db.Acting(clock));
        db.Add(refund);
        return await BookAsync(refund, null);
    }

    /// <summary>Whether the payment lies in an open shift of whoever asks.</summary>
    public Task<bool> MayVoidAsync(Guid paymentId) => db.Payments.AnyAsync(p => p.Id == paymentId && p.Amount.Fen > 0
        && db.Shifts.Any(s => s.Id == p.ShiftId && s.CashierId == db.Current.UserId && s.State == ShiftState.Open));

    /// <summary>Asks to take a payment back.</summary>
    public async Task<Guid> RequestReversalAsync(Guid paymentId, string? reason)
    {
        var taken = await PaymentAsync(paymentId);
        OwnerPurse.RequireUnmerged(taken.Owner);
        if (await db.Refunds.AnyAsync(r => r.ReversalOf == paymentId))
        {
            throw new RuleViolation(Reversed);
        }

        return await SaveAsync(Refund.OfPayment(taken, RefundKind.Reversal, reason, db.Acting(clock)));
    }

    /// <summary>Asks to give prepaid money back. What is sent twice is asked for once.</summary>
    /// <param name="requestId">Made when the page is opened.</param>
    /// <param name="paymentId">The payment by a channel through which it goes back; null where the desk gives it.</param>
    public async Task<Guid> RequestPrepaidAsync(Guid requestId, Guid ownerId, PurseClass @class, Money amount, Guid? paymentId, string? reason)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        if (await EarlierAsync() is { } earlier)
        {
            return earlier;
        }

        OwnerPurse.RequireUnmerged(owner);
        var purse = await db.Purses.FirstOrDefaultAsync(p => p.OwnerId == ownerId && p.Class == @class) ?? new Purse(owner, @class);
        var taken = paymentId is { } id ? await PaymentAsync(id) : null;
        if (taken is not null && (taken.OwnerId != ownerId || !taken.Tenders.Any(t => t.Method.IsChannel())))
        {
            throw new RuleViolation("原路退回只能选这位业主线上支付的收款。", field: "PaymentId");
        }

        if (taken is not null)
        {
            await RefuseMoreThanPaidAsync(taken, amount);
        }

        await db.SaveOnceAsync(Refund.OfPurse(requestId, owner, purse, amount, taken, reason, db.Acting(clock)), r => r.RequestId == requestId);
        return await EarlierAsync() ?? throw new InvalidOperationException($"The refund of the request {requestId} is not there.");

        async Task<Guid?> EarlierAsync()
        {
            var found = await db.Refunds.FirstOrDefaultAsync(r => r.RequestId == requestId);
            found?.RequireSame(owner, @class, amount, paymentId);
            return found?.Id;
        }
    }

    /// <exception cref="RuleViolation">The ladder does not reach the amount, it is decided, or asked for by the same person.</exception>
    public async Task ApproveAsync(Guid refundId, string? note)
    {
        var refund = await FindAsync(refundId);
        await limits.RequireAsync(refund.Amount);
        refund.Approve(db.Acting(clock), note);
        await SaveChangesAsync();
    }

    public async Task RejectAsync(Guid refundId, string? note)
    {
        var refund = await FindAsync(refundId);
        refund.Reject(db.Acting(clock), note);
        await SaveChangesAsync();
    }

    public async Task WithdrawAsync(Guid refundId)
    {
        var refund = await FindAsync(refundId);
        refund.Withdraw(db.Acting(clock));
        await SaveChangesAsync();
    }

    /// <summary>Gives the money back at the desk.</summary>
    /// <param name="method">How; null for as it came.</param>
    /// <param name="reference">The number that proves a transfer or a terminal's refund.</param>
    /// <returns>The number of the red receipt.</returns>
    /// <exception cref="RuleViolation">Not approved, given back already, cash without a shift, or the purse holds less by now.</exception>
    public async Task<string> CarryOutAsync(Guid refundId, PaymentMethod? method, string? reference)
    {
        var refund = await FindAsync(refundId);
        if (refund.State != RefundState.Approved)
        {
            throw new RuleViolation(refund.State == RefundState.Done ? "这笔退款已经办理过了。" : refund.State == RefundState.Paying ? "渠道正在退款，请等结果。" : "这笔退款还没有批准，或已撤回。");
        }

        if (method is { } chosen && (!PaymentMethods.AtTheDesk.Contains(chosen) || chosen == PaymentMethod.Purse))
        {
            throw new RuleViolation("请选择退款方式。", field: "Method");
        }

        if (method is null && (refund.Kind == RefundKind.Prepaid || refund.Payment!.Tenders.Any(t => t.Method.IsChannel())))
        {
            throw new RuleViolation("请选择退款方式。", field: "Method");
        }

        await booking.PrepareAsync(refund.CommunityId);
        return await BookAsync(refund, method is { } how ? new Tender(how, refund.Amount, reference) : null);
    }

    private async Task<string> BookAsync(Refund refund, Tender? back)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        try
        {
            var receipt = await booking.BookAsync(refund, back);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return receipt.Display;
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation(refund.Kind == RefundKind.Prepaid ? Changed : "这笔收款已作废、已红冲，或刚被他人更改，请刷新。");
        }
    }

    // The channel gives back of a payment what was paid by it, in as many refunds as there are.
    private async Task RefuseMoreThanPaidAsync(Payment taken, Money amount)
    {
        var others = new Money(await db.Refunds.Where(r => r.PaymentId == taken.Id && r.State != RefundState.Rejected && r.State != RefundState.Withdrawn).SumAsync(r => r.Amount.Fen));
        if (others > Money.Zero && others + amount > taken.Amount)
        {
            throw new RuleViolation("这笔收款 {0}，已有退款 {1}，原路不能再退 {2}。", [taken.Amount, others, amount], "Amount");
        }
    }

    private async Task<Payment> PaymentAsync(Guid id) => NotFoundException.Check(
        await db.Payments.Include(p => p.Owner).Include(p => p.Tenders).FirstOrDefaultAsync(p => p.Id == id), id);

    private async Task<Refund> FindAsync(Guid id) => NotFoundException.Check(
        await db.Refunds.Include(r => r.Owner).Include(r => r.Payment!.Tenders).FirstOrDefaultAsync(r => r.Id == id), id);

    private async Task<Guid> SaveAsync(Refund refund)
    {
        db.Add(refund);
        await SaveChangesAsync();
        return refund.Id;
    }

    private async Task SaveChangesAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation(Changed);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            // Two people asked for the same at once.
            throw new RuleViolation(Reversed);
        }
    }
}
