using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.Application.Channels;

/// <summary>
/// Gives approved refunds back by the channel through which the money came. The wish is kept first; the channel gives the
/// money once, however often it is asked with the same number.
/// </summary>
public sealed partial class ChannelRefunds(DeskDbContext db, ChannelAccounts accounts, ChannelInbox inbox, RefundBooking booking, TimeProvider clock, ILogger<ChannelRefunds> log)
{
    /// <summary>Asks the channel for a refund; what the books need to take it out is kept for it until the channel has answered.</summary>
    /// <exception cref="RuleViolation">Not approved, the payment came by no channel, or it cannot be booked as things stand.</exception>
    public async Task AskAsync(Guid refundId, CancellationToken cancel = default)
    {
        var refund = NotFoundException.Check(await db.Refunds.AsNoTracking().Include(r => r.Payment!.Tenders).FirstOrDefaultAsync(r => r.Id == refundId, cancel), refundId);
        var (kind, order) = await OrderedAsync(refund, cancel);
        await booking.PrepareAsync(refund.CommunityId);
        var wasUnderWay = false;
        await InTurnAsync(refund.CommunityId, refundId, async known =>
        {
            wasUnderWay = known.State == RefundState.Paying;
            known.AskChannel(db.Acting(clock));
            if (!wasUnderWay)
            {
                await booking.ReserveAsync(known);
            }
        });
        await CallAsync(refund, kind, order, mayBeKnown: wasUnderWay, cancel);
    }

    /// <summary>Asks about every refund under way whose time to be asked has come; one that the channel never heard of is asked for again.</summary>
    public async Task SweepAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        foreach (var id in await db.Refunds.Where(r => r.State == RefundState.Paying && r.NextCheckAt <= now).OrderBy(r => r.NextCheckAt).Select(r => r.Id).ToListAsync(cancel))
        {
            db.ChangeTracker.Clear();
            try
            {
                var refund = await db.Refunds.AsNoTracking().Include(r => r.Payment!.Tenders).SingleAsync(r => r.Id == id, cancel);
                var (kind, order) = await OrderedAsync(refund, cancel);
                await CallAsync(refund, kind, order, mayBeKnown: true, cancel);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                // The others are asked about all the same, and this one again with the next sweep.
                Failed(log, error, id);
            }
        }
    }

    /// <summary>The channel through which the payment came; null where it came by none.</summary>
    public static ChannelKind? KindOf(IEnumerable<PaymentMethod> methods) => methods.Select(m => m switch
    {
        PaymentMethod.WeChatPay => ChannelKind.WeChatPay,
        PaymentMethod.Alipay => ChannelKind.Alipay,
        _ => (ChannelKind?)null,
    }).FirstOrDefault(kind => kind is not null);

    [LoggerMessage(LogLevel.Error, "Refund {RefundId} could not be asked about.")]
    private static partial void Failed(ILogger log, Exception error, Guid refundId);

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
            refund.ChannelNumber, order is { } id ? ChannelOrder.NumberOf(id) : "", tender!.TransactionId!, refund.Amount, tender.Amount, refund.Reason));
    }

    /// <param name="mayBeKnown">The channel may have heard of it: it is asked what became of it before it is asked for the money.</param>
    private async Task CallAsync(Refund refund, ChannelKind kind, OrderedRefund order, bool mayBeKnown, CancellationToken cancel)
    {
        var (channel, access) = await accounts.OpenAsync(kind);
        ChannelEvent? told;
        try
        {
            told = mayBeKnown ? await channel.AskRefundAsync(access, order, cancel) : null;
        }
        catch (Exception error) when (error is ChannelRefusal or ChannelUnavailable)
        {
            // A question that got no answer says nothing of the money: it may be on its way.
            await ChangeAsync(refund, r => Say(r, error));
            return;
        }

        try
        {
            told ??= await channel.RefundAsync(access, order, cancel);
        }
        catch (ChannelRefusal refusal)
        {
            await ChangeAsync(refund, r => r.ChannelRefused(refusal.Code, refusal.Message));
            return;
        }
        catch (ChannelUnavailable)
        {
            // It may have happened: the sweeper asks.
            await ChangeAsync(refund, r => r.ChannelChecked(clock.GetUtcNow()));
            return;
        }

        db.ChangeTracker.Clear();
        if (told.Kind == ChannelEventKind.RefundPending)
        {
            await ChangeAsync(refund, r => Say(r, told.Note));
        }
        else if (await TakeAsync(kind, told) != NoticeOutcome.Booked)
        {
            // Known already, or a case by now: it is not asked for every minute.
            await ChangeAsync(refund, r => r.ChannelChecked(clock.GetUtcNow()));
        }
    }

    private async Task<NoticeOutcome> TakeAsync(ChannelKind kind, ChannelEvent told)
    {
        try
        {
            return await inbox.TakeAsync(kind, told);
        }
        catch (ChannelUnavailable)
        {
            // Its notice came at the same moment.
            return NoticeOutcome.Nothing;
        }
    }

    private void Say(Refund refund, Exception error) => Say(refund, error is ChannelRefusal refusal ? refusal.Code : ChannelWords.Unreachable, error is ChannelRefusal ? error.Message : null);

    private void Say(Refund refund, string? code, string? text = null)
    {
        if (code is not null)
        {
            refund.ChannelSaid(code, text);
        }

        refund.ChannelChecked(clock.GetUtcNow());
    }

    private Task ChangeAsync(Refund refund, Action<Refund> change) => InTurnAsync(refund.CommunityId, refund.Id, known =>
    {
        // If its notice was quicker, what that says is newer.
        if (known.State == RefundState.Paying)
        {
            change(known);
        }

        return Task.CompletedTask;
    });

    private async Task InTurnAsync(Guid communityId, Guid refundId, Func<Refund, Task> change)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await change(await booking.HoldAsync(refundId, communityId));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("这笔退款刚被他人更改，请刷新后再试。");
        }

        await transaction.CommitAsync();
    }
}
