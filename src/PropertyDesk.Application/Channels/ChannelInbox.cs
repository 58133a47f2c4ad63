using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.Application.Channels;

/// <summary>
/// Takes what a channel says, by notice or when asked, and books it exactly once: inbox row, payment and order in one
/// transaction. What cannot be booked becomes a case. The caller has proven that it comes from the channel.
/// </summary>
public sealed class ChannelInbox(DeskDbContext db, PaymentBooking payments, RefundBooking refunds, TimeProvider clock)
{
    /// <returns>What followed from it.</returns>
    public async Task<NoticeOutcome> TakeAsync(ChannelKind kind, ChannelEvent told)
    {
        if (told.Kind is ChannelEventKind.Pending or ChannelEventKind.RefundPending)
        {
            return NoticeOutcome.Nothing;
        }

        await PrepareAsync(told);
        try
        {
            return await TakeAsync(kind, told, null);
        }
        catch (RuleViolation refusal)
        {
            db.ChangeTracker.Clear();
            return await TakeAsync(kind, told, refusal.Message);
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            // The same was told twice at once: whoever was quicker has done it all, or this is told again later.
            db.ChangeTracker.Clear();
            return await IsKnownAsync(kind, told) ? NoticeOutcome.Nothing : throw new ChannelUnavailable("Two events at once.", error);
        }
    }

    private async Task PrepareAsync(ChannelEvent told)
    {
        var community = await db.ChannelOrders.Where(o => o.Id == IdOf(told.OrderNumber)).Select(o => (Guid?)o.CommunityId).FirstOrDefaultAsync()
            ?? await db.Refunds.Where(r => r.Id == Refund.IdOf(told.RefundNumber)).Select(r => (Guid?)r.CommunityId).FirstOrDefaultAsync();
        if (community is { } known)
        {
            await payments.PrepareAsync(known);
        }
    }

    private async Task<NoticeOutcome> TakeAsync(ChannelKind kind, ChannelEvent told, string? refused)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        // First of all: from here on nothing else is told about this order.
        await db.ChannelOrders.Where(o => o.Id == IdOf(told.OrderNumber)).ExecuteUpdateAsync(set => set.SetProperty(o => o.Version, o => o.Version));
        if (await IsKnownAsync(kind, told))
        {
            return NoticeOutcome.Nothing;
        }

        var outcome = refused is not null ? await CaseAsync(kind, told, ChannelCaseReason.BookingRefused, refused)
            : told.RefundNumber is not null || told.Kind is ChannelEventKind.Refunded or ChannelEventKind.RefundFailed ? await TakeRefundAsync(kind, told)
            : told.Kind == ChannelEventKind.Paid ? await TakePaymentAsync(kind, told)
            : await CloseAsync(told);
        var company = await db.Companies.SingleAsync(c => c.Id == db.Current.Require());
        db.Add(new ChannelNotice(company, kind, told.EventKey, Short(told.OrderNumber), told.Amount, outcome, clock.GetUtcNow()));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return outcome;
    }

    private async Task<NoticeOutcome> TakePaymentAsync(ChannelKind kind, ChannelEvent told)
    {
        var order = await db.ChannelOrders.Include(o => o.Owner).Include(o => o.Bills).AsSplitQuery().FirstOrDefaultAsync(o => o.Id == IdOf(told.OrderNumber) && o.Kind == kind);
        if (order is null)
        {
            return await CaseAsync(kind, told, ChannelCaseReason.UnknownOrder, Texts.Of("渠道说的商户订单号 {0} 不是我们的。", Short(told.OrderNumber)));
        }

        if (order.State == ChannelOrderState.Paid)
        {
            return order.TransactionId == told.TransactionId
                ? NoticeOutcome.Nothing
                : await CaseAsync(kind, told, ChannelCaseReason.PaidTwice, Texts.Of("{0} 的这笔订单已由交易 {1} 支付。", order.OwnerName, order.TransactionId!));
        }

        if (told.Amount != order.Amount || told.Currency != "CNY")
        {
            return await CaseAsync(kind, told, ChannelCaseReason.AmountDiffers, Texts.Of("{0} 的订单是 {1}，渠道说收了 {2} {3}。", order.OwnerName, order.Amount, told.Amount, told.Currency));
        }

        var turn = await payments.BeginAsync(order.Owner);
        var chosen = order.Bills.Select(b => b.BillId).Where(turn.Has).ToList();
        var receipt = await payments.BookAsync(turn, order.Id, [new Tender(kind.Method(), told.Amount, told.TransactionId)], chosen, DayOf(told.OccurredAt));
        order.Paid(receipt.Payment, told.TransactionId, told.OccurredAt);
        return NoticeOutcome.Booked;
    }

    private async Task<NoticeOutcome> TakeRefundAsync(ChannelKind kind, ChannelEvent told)
    {
        var community = await db.Refunds.Where(r => r.Id == Refund.IdOf(told.RefundNumber)).Select(r => (Guid?)r.CommunityId).FirstOrDefaultAsync();
        var refund = community is { } known ? await refunds.HoldAsync(Refund.IdOf(told.RefundNumber)!.Value, known) : null;
        if (refund is null || refund.State is RefundState.Requested or RefundState.Rejected or RefundState.Withdrawn)
        {
            return told.Kind == ChannelEventKind.Refunded
                ? await CaseAsync(kind, told, ChannelCaseReason.UnknownRefund, Texts.Of("渠道退了款，但这里没有对应的退款单。"))
                : NoticeOutcome.Nothing;
        }

        if (told.Kind == ChannelEventKind.RefundFailed)
        {
            // What is said of an earlier try says nothing of this one.
            if (told.RefundNumber == refund.ChannelNumber)
            {
                refund.ChannelRefused(told.Note ?? "CLOSED", null, isEnded: true);
            }

            return NoticeOutcome.Nothing;
        }

        if (refund.State == RefundState.Done)
        {
            // It went back by this very refund, or by another road as well: then too much went back.
            return refund.RedPayment!.Tenders.Any(t => t.Method == kind.Method() && t.Reference == told.RefundId)
                ? NoticeOutcome.Nothing
                : await CaseAsync(kind, told, ChannelCaseReason.UnknownRefund, Texts.Of("{0} 的这笔退款已用其他方式退过，渠道又退了一次。", refund.OwnerName));
        }

        if (told.IsTotal && told.Amount > refund.Amount)
        {
            // Asked about this refund alone, the channel tells its own amount.
            return NoticeOutcome.Nothing;
        }

        if (told.Amount != refund.Amount || told.Currency != "CNY")
        {
            return await CaseAsync(kind, told, ChannelCaseReason.AmountDiffers, Texts.Of("{0} 的退款单是 {1}，渠道说退了 {2} {3}。", refund.OwnerName, refund.Amount, told.Amount, told.Currency));
        }

        await refunds.BookAsync(refund, new Tender(kind.Method(), refund.Amount, told.RefundId), DayOf(told.OccurredAt));
        return NoticeOutcome.Booked;
    }

    private async Task<NoticeOutcome> CloseAsync(ChannelEvent told)
    {
        (await db.ChannelOrders.FirstOrDefaultAsync(o => o.Id == IdOf(told.OrderNumber)))?.Close(clock.GetUtcNow());
        return NoticeOutcome.Nothing;
    }

    private async Task<NoticeOutcome> CaseAsync(ChannelKind kind, ChannelEvent told, ChannelCaseReason reason, string detail)
    {
        var number = told.RefundNumber is null ? told.TransactionId : told.RefundId ?? told.RefundNumber;
        if (await db.ChannelCases.AnyAsync(c => c.Kind == kind && c.TransactionId == number))
        {
            return NoticeOutcome.Nothing;
        }

        var company = await db.Companies.SingleAsync(c => c.Id == db.Current.Require());
        var about = await db.Refunds.Where(r => r.Id == Refund.IdOf(told.RefundNumber)).Select(r => new CaseAbout(r.CommunityId, r.Id)).FirstOrDefaultAsync()
            ?? await db.ChannelOrders.Where(o => o.Id == IdOf(told.OrderNumber)).Select(o => new CaseAbout(o.CommunityId, null)).FirstOrDefaultAsync();
        var (now, isRefund) = (clock.GetUtcNow(), told.Kind == ChannelEventKind.Refunded);
        db.Add(new ChannelCase(company, kind, reason, Short(told.OrderNumber), number, told.Amount, told.OccurredAt, detail, now, isRefund, about));
        if (!isRefund && await db.ChannelOrders.FirstOrDefaultAsync(o => o.Id == IdOf(told.OrderNumber)) is { IsPending: true } order)
        {
            // The owner's money is here: the order must not be paid again, nor stand in the way of another.
            order.Close(now);
            order.Trouble(ChannelWords.Held);
        }

        return NoticeOutcome.Case;
    }

    private Task<bool> IsKnownAsync(ChannelKind kind, ChannelEvent told) => db.ChannelNotices.AnyAsync(n => n.Kind == kind && n.EventKey == told.EventKey);

    // The channel's clock may be ahead of ours: nothing is paid tomorrow.
    private DateOnly DayOf(DateTimeOffset at)
    {
        var (day, today) = (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, db.Current.TimeZone).DateTime), db.Current.Today(clock));
        return day < today ? day : today;
    }

    private static Guid? IdOf(string? number) => Guid.TryParseExact(number, "n", out var id) ? id : null;

    private static string Short(string number) => number.Length > 64 ? number[..64] : number;
}
