using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.Application.Channels;

/// <summary>
/// Gives approved refunds back by the channel through which the money came. The wish is kept first; the channel gives the
/// money once, however often it is asked with the same number.
/// </summary>
public sealed class ChannelRefunds(DeskDbContext db, ChannelAccounts accounts, ChannelInbox inbox, TimeProvider clock)
{
    /// <exception cref="RuleViolation">Not approved, or the payment came by no channel.</exception>
    public async Task AskAsync(Guid refundId, CancellationToken cancel = default)
    {
        var refund = NotFoundException.Check(await db.Refunds.Include(r => r.Payment!.Tenders).FirstOrDefaultAsync(r => r.Id == refundId, cancel), refundId);
        var (kind, order) = await OrderedAsync(refund, cancel);
        if (refund.Kind == RefundKind.Prepaid && !await db.Purses.AnyAsync(p => p.OwnerId == refund.OwnerId && p.Class == refund.Class && p.Balance.Fen >= refund.Amount.Fen, cancel))
        {
            throw new RuleViolation("预存款余额不够这笔退款。");
        }

        refund.AskChannel(db.Acting(clock));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("这笔退款刚被他人更改，请刷新后再试。");
        }

        await CallAsync(refundId, kind, (channel, access) => channel.RefundAsync(access, order, cancel)!);
    }

    /// <summary>Asks about every refund that a channel has not confirmed; one that it never heard of is asked for again.</summary>
    public async Task SweepAsync(CancellationToken cancel = default)
    {
        foreach (var id in await db.Refunds.Where(r => r.State == RefundState.Paying).OrderBy(r => r.RequestedAt).Select(r => r.Id).ToListAsync(cancel))
        {
            db.ChangeTracker.Clear();
            var refund = await db.Refunds.AsNoTracking().Include(r => r.Payment!.Tenders).SingleAsync(r => r.Id == id, cancel);
            var (kind, order) = await OrderedAsync(refund, cancel);
            await CallAsync(id, kind, async (channel, access) => await channel.AskRefundAsync(access, order, cancel) ?? await channel.RefundAsync(access, order, cancel));
        }
    }

    /// <summary>The channel through which the payment came; null where it came by none.</summary>
    public static ChannelKind? KindOf(IEnumerable<PaymentMethod> methods) => methods.Select(m => m switch
    {
        PaymentMethod.WeChatPay => ChannelKind.WeChatPay,
        PaymentMethod.Alipay => ChannelKind.Alipay,
        _ => (ChannelKind?)null,
    }).FirstOrDefault(kind => kind is not null);

    private async Task<(ChannelKind Kind, OrderedRefund Order)> OrderedAsync(Refund refund, CancellationToken cancel)
    {
        var tender = refund.Payment?.Tenders.FirstOrDefault(t => t.TransactionId is not null);
        var kind = tender is null ? null : KindOf([tender.Method]);
        if (kind is null)
        {
            throw new RuleViolation("这笔款不是线上支付的，不能原路退回。");
        }

        var order = await db.ChannelOrders.Where(o => o.PaymentId == refund.PaymentId).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancel);
        return (kind.Value, new OrderedRefund(
            ChannelOrder.NumberOf(refund.Id), order is { } id ? ChannelOrder.NumberOf(id) : "", tender!.TransactionId!, refund.Amount, tender.Amount, refund.Reason));
    }

    private async Task CallAsync(Guid refundId, ChannelKind kind, Func<IPaymentChannel, ChannelAccess, Task<ChannelEvent?>> call)
    {
        var (channel, access) = await accounts.OpenAsync(kind);
        try
        {
            if (await call(channel, access) is { } told)
            {
                db.ChangeTracker.Clear();
                await inbox.TakeAsync(kind, told);
            }
        }
        catch (ChannelRefusal refusal)
        {
            db.ChangeTracker.Clear();
            (await db.Refunds.SingleAsync(r => r.Id == refundId)).ChannelRefused(ChannelWords.Of(refusal));
            await db.SaveChangesAsync();
        }
        catch (ChannelUnavailable)
        {
            // It may have happened: the sweeper asks.
        }
    }
}
