using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Application.Channels;

/// <summary>Asks channels what became of orders: for the sweeper, the result page and the desk.</summary>
public sealed partial class ChannelCheck(DeskDbContext db, ChannelAccounts accounts, ChannelInbox inbox, TimeProvider clock, ILogger<ChannelCheck> log)
{
    private const int AtOnce = 200;

    // Whoever comes back from the channel wants to know now; whoever reloads again and again may wait.
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(3);

    /// <summary>Asks about every order whose time to be asked has come.</summary>
    public async Task SweepAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        foreach (var order in await db.ChannelOrders.Where(o => o.NextCheckAt <= now).OrderBy(o => o.NextCheckAt).Take(AtOnce).Select(o => o.Id).ToListAsync(cancel))
        {
            db.ChangeTracker.Clear();
            try
            {
                await AskAsync(order, cancel);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                // The others are asked about all the same, and this one again with the next sweep.
                Failed(log, error, order);
            }
        }
    }

    /// <summary>Asks if the time to ask has come: for pages that wait.</summary>
    public async Task AskIfDueAsync(Guid orderId, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (await db.ChannelOrders.AnyAsync(o => o.Id == orderId && o.NextCheckAt <= now, cancel))
        {
            await AskAsync(orderId, cancel);
        }
    }

    /// <summary>Asks now unless somebody asked just before: for the page to which the owner comes back from the channel.</summary>
    public async Task AskOnReturnAsync(Guid orderId, CancellationToken cancel = default)
    {
        var earlier = clock.GetUtcNow() - Soonest;
        if (await db.ChannelOrders.AnyAsync(
            o => o.Id == orderId && o.State == ChannelOrderState.Offered && (o.CheckedAt == null ? o.CreatedAt <= earlier : o.CheckedAt <= earlier), cancel))
        {
            await AskAsync(orderId, cancel);
        }
    }

    /// <summary>Asks once. What the channel says is acted on; where it cannot be reached, the order says so.</summary>
    public async Task AskAsync(Guid orderId, CancellationToken cancel = default)
    {
        var order = await db.ChannelOrders.AsNoTracking().SingleAsync(o => o.Id == orderId, cancel);
        if (order.State == ChannelOrderState.Paid)
        {
            return;
        }

        (string Code, string? Text)? problem = null;
        var isDecided = false;
        try
        {
            var (channel, access) = await accounts.OpenAsync(order.Kind);
            var told = await channel.AskAsync(access, order.Number, cancel);
            if (told is { Kind: not ChannelEventKind.Pending })
            {
                isDecided = await inbox.TakeAsync(order.Kind, told) == NoticeOutcome.Booked || (told.Kind == ChannelEventKind.Closed && order.IsPending);
            }
            else if (order.IsPending && clock.GetUtcNow() >= order.ExpiresAt)
            {
                await channel.CloseAsync(access, order.Number, cancel);
                await ChangeAsync(orderId, o => o.Close(clock.GetUtcNow()));
                isDecided = true;
            }
            else if (told?.Note is { } state)
            {
                problem = (state, null);
            }
        }
        catch (ChannelRefusal refusal)
        {
            problem = (refusal.Code, refusal.Message);
        }
        catch (ChannelUnavailable)
        {
            problem = (ChannelWords.Unreachable, null);
        }

        if (!isDecided)
        {
            await ChangeAsync(orderId, o =>
            {
                if (problem is { } said)
                {
                    o.Trouble(said.Code, said.Text);
                }

                o.Checked(clock.GetUtcNow());
            });
        }
    }

    /// <summary>Ends an order that the owner does not want to pay any more, so that the money can come another way.</summary>
    /// <exception cref="RuleViolation">It was paid meanwhile, or the channel cannot be reached.</exception>
    public async Task EndAsync(Guid orderId, CancellationToken cancel = default)
    {
        var order = NotFoundException.Check(await db.ChannelOrders.AsNoTracking().FirstOrDefaultAsync(o => o.Id == orderId, cancel), orderId);
        if (!order.IsPending)
        {
            return;
        }

        var (channel, access) = await accounts.OpenAsync(order.Kind);
        try
        {
            await channel.CloseAsync(access, order.Number, cancel);
        }
        catch (ChannelRefusal)
        {
            await AskAsync(orderId, cancel);
            if (await db.ChannelOrders.AnyAsync(o => o.Id == orderId && o.State == ChannelOrderState.Paid, cancel))
            {
                throw new RuleViolation("之前的线上支付已经成功，款项已入账，请刷新。");
            }

            throw new RuleViolation("渠道不让关闭之前的订单，请稍后再试。");
        }
        catch (ChannelUnavailable)
        {
            throw new RuleViolation("暂时连不上支付渠道，请稍后再试。");
        }

        await ChangeAsync(orderId, o => o.Close(clock.GetUtcNow()));
    }

    /// <summary>Ends every order of a payer that can still be paid: an order left open would take the money a second time.</summary>
    /// <param name="evenIfSilent">Goes on where a channel does not let go of an order; what it still takes is prepaid then.</param>
    /// <exception cref="RuleViolation">One was paid meanwhile, or its channel cannot be reached.</exception>
    public async Task EndAllAsync(Guid ownerId, bool evenIfSilent = false, CancellationToken cancel = default)
    {
        foreach (var order in await db.ChannelOrders.Where(o => o.OwnerId == ownerId && (o.State == ChannelOrderState.Created || o.State == ChannelOrderState.Offered))
            .Select(o => o.Id).ToListAsync(cancel))
        {
            try
            {
                await EndAsync(order, cancel);
            }
            catch (RuleViolation) when (evenIfSilent)
            {
                // The desk was told so, and takes the money all the same.
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Order {OrderId} could not be asked about.")]
    private static partial void Failed(ILogger log, Exception error, Guid orderId);

    private async Task ChangeAsync(Guid orderId, Action<ChannelOrder> change)
    {
        db.ChangeTracker.Clear();
        var order = await db.ChannelOrders.SingleAsync(o => o.Id == orderId);
        if (order.State == ChannelOrderState.Paid)
        {
            return;
        }

        change(order);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Something was told about it just now: what that says is newer.
            db.ChangeTracker.Clear();
        }
    }
}
