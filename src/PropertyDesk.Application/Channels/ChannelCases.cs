using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.Application.Channels;

/// <summary>Decides what becomes of money at a channel that could not be booked by itself.</summary>
public sealed class ChannelCases(DeskDbContext db, PaymentBooking booking, RefundBooking refunds, TimeProvider clock)
{
    /// <summary>Books it to an owner: open bills first, the rest is prepaid.</summary>
    /// <returns>The receipt's number.</returns>
    /// <exception cref="RuleViolation">It was decided already, is no money that came in, or its transaction is booked.</exception>
    public async Task<string> BookAsync(Guid caseId, Guid ownerId, string? note)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        await booking.PrepareAsync(owner.CommunityId);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var turn = await booking.BeginAsync(owner);
        var found = await FindAsync(caseId);
        found.RequireIncoming();
        var receipt = await booking.BookAsync(turn, found.Id, [new Tender(found.Kind.Method(), found.Amount, found.TransactionId)], [], db.Current.DayOf(found.OccurredAt));
        found.Booked(receipt.Payment, note, db.Acting(clock));
        await SaveAsync();
        await transaction.CommitAsync();
        return receipt.Display;
    }

    /// <summary>Books the refund of ours that the channel carried out and the books refused when it told so.</summary>
    /// <returns>The red receipt's number.</returns>
    /// <exception cref="RuleViolation">It is about no refund under way, gave another amount, or the books still refuse it.</exception>
    public async Task<string> BookRefundAsync(Guid caseId, string? note)
    {
        var about = await db.ChannelCases.Where(c => c.Id == caseId && c.IsRefund).Select(c => new { c.CommunityId, c.RefundId }).FirstOrDefaultAsync();
        if (about is not { CommunityId: { } community, RefundId: { } refundId })
        {
            throw new RuleViolation("渠道退的款没有对应的退款单，请查明后关闭。");
        }

        await refunds.PrepareAsync(community);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var refund = await refunds.HoldAsync(refundId, community);
        var found = await FindAsync(caseId);
        if (refund.State != RefundState.Paying || refund.Amount != found.Amount)
        {
            throw new RuleViolation("退款单 {0}，{1}，渠道退了 {2}：请查明后关闭。", [Words.Of(refund.State), refund.Amount, found.Amount]);
        }

        var receipt = await refunds.BookAsync(refund, new Tender(found.Kind.Method(), refund.Amount, found.TransactionId), db.Current.DayOf(found.OccurredAt));
        found.BookedBack(receipt.Payment, note, db.Acting(clock));
        await SaveAsync();
        await transaction.CommitAsync();
        return receipt.Display;
    }

    /// <summary>
    /// Ends it without booking, with a reason. The refund that it is about ends with it and lets its money go: what the
    /// channel gave stays on its statement, to be decided when the day is reconciled.
    /// </summary>
    public async Task CloseAsync(Guid caseId, string? note)
    {
        var about = await db.ChannelCases.Where(c => c.Id == caseId && c.IsRefund && c.RefundId != null).Select(c => new { c.CommunityId, c.RefundId }).FirstOrDefaultAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (about is { CommunityId: { } community, RefundId: { } refundId })
        {
            (await refunds.HoldAsync(refundId, community)).EndedByHand(ChannelWords.ByHand, note);
        }

        (await FindAsync(caseId)).Close(note, db.Acting(clock));
        await SaveAsync();
        await transaction.CommitAsync();
    }

    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation("这笔款项已经处理过了。");
        }
    }

    private async Task<ChannelCase> FindAsync(Guid id) => NotFoundException.Check(await db.ChannelCases.FirstOrDefaultAsync(c => c.Id == id), id);
}
