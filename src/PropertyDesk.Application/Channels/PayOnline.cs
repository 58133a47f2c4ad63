using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Application.Channels;

/// <summary>What the owner chose and saw; sums are computed from the database.</summary>
/// <param name="RequestId">Made when the page was opened: the same id makes one order.</param>
/// <param name="BillIds">None means everything that is open.</param>
/// <param name="SeenTotal">What the chosen bills came to on the page.</param>
public sealed record PayOnlineRequest(Guid RequestId, Guid OwnerId, IReadOnlyCollection<Guid> BillIds, Money SeenTotal, ChannelWay Way);

/// <summary>
/// Begins an online payment: the order is kept first, then the channel is told of it. Nothing is booked here; money is
/// booked by <see cref="ChannelInbox"/> when the channel says that it came.
/// </summary>
public sealed class PayOnline(DeskDbContext db, ChannelAccounts accounts, ChannelCheck check, ChannelAddresses addresses, TimeProvider clock)
{
    private readonly ReceiptNumbers _numbers = new(db);

    // Tabs that begin an order at the same moment give way to one another.
    private const int Tries = 3;

    /// <returns>The order. Where the channel could not be reached, it says so itself and can be offered again.</returns>
    /// <exception cref="RuleViolation">The channel is not offered, the debt changed, or an earlier order of these bills was paid meanwhile.</exception>
    public async Task<Guid> StartAsync(PayOnlineRequest request, CancellationToken cancel = default)
    {
        if (!await accounts.OffersAsync(request.Way))
        {
            throw new RuleViolation("{0}暂不可用，请换一种方式。", [Words.Of(request.Way)]);
        }

        for (var tries = 0; tries < Tries; tries++)
        {
            if (await EarlierAsync(request) is { } earlier)
            {
                return earlier;
            }

            await check.EndAllAsync(request.OwnerId, cancel: cancel);
            if (await KeepAsync(request))
            {
                var order = await EarlierAsync(request) ?? throw new InvalidOperationException("The order that was kept is gone.");
                await OfferAsync(order, cancel);
                return order;
            }
        }

        throw new RuleViolation("另一个页面正在支付这些账单，请在那里继续，或稍后再试。");
    }

    /// <summary>Tells the channel of the order; harmless to repeat.</summary>
    public async Task OfferAsync(Guid orderId, CancellationToken cancel = default)
    {
        var order = await db.ChannelOrders.SingleAsync(o => o.Id == orderId, cancel);
        if (order.State != ChannelOrderState.Created || clock.GetUtcNow() >= order.ExpiresAt || (order.Way == ChannelWay.Jsapi && order.PayerId is null))
        {
            return;
        }

        try
        {
            order.Offered(order.Way.LeavesForChannel() ? null : await TellAsync(order, cancel));
        }
        catch (ChannelRefusal refusal)
        {
            order.Trouble(refusal.Code, refusal.Message);
        }
        catch (ChannelUnavailable)
        {
            order.Trouble(ChannelWords.Unreachable);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Its notice was quicker: what it says is newer.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Told as the channel is; the same for every way.</summary>
    public OfferedOrder Told(ChannelOrder order) => new(
        order.Number, order.Way, Texts.Of("{0} 物业缴费", db.Current.Name), order.Amount, order.ExpiresAt, addresses.Order(db.Current.Slug, order.Id), order.PayerId);

    private async Task<string> TellAsync(ChannelOrder order, CancellationToken cancel)
    {
        var (channel, access) = await accounts.OpenAsync(order.Kind);
        return await channel.OfferAsync(access, Told(order), cancel);
    }

    private async Task<Guid?> EarlierAsync(PayOnlineRequest request) =>
        await db.ChannelOrders.Where(o => o.RequestId == request.RequestId).Select(o => (Guid?)o.Id).FirstOrDefaultAsync();

    /// <returns>False where an order of another page was quicker.</returns>
    private async Task<bool> KeepAsync(PayOnlineRequest request)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == request.OwnerId), request.OwnerId);
        await _numbers.EnsureBookAsync(owner.CommunityId);
        await using var transaction = await db.Database.BeginTransactionAsync();
        // Nobody gives these bills to the bank while the order is made.
        await _numbers.HoldAsync(owner.CommunityId, default);
        // Looked at, and not left to the unique key: that would wait for whoever books the payment of the order in the way,
        // who waits for the book.
        if (await db.ChannelOrders.AnyAsync(o => o.PendingOf == owner.Id || o.RequestId == request.RequestId))
        {
            return false;
        }

        await db.RequireNotHeldAsync(db.Bills.Where(b => request.BillIds.Contains(b.Id)).Select(b => b.Id));
        var bills = await db.Payable().Where(b => b.OwnerId == owner.Id && (request.BillIds.Count == 0 || request.BillIds.Contains(b.Id))).ToListAsync();
        var total = Money.Sum(bills.Select(b => b.Outstanding));
        if (total != request.SeenTotal || bills.Count < request.BillIds.Count)
        {
            throw new RuleViolation("待缴金额已由 {0} 变为 {1}，请核对后再支付。", [request.SeenTotal, total]);
        }

        var order = new ChannelOrder(owner, request.Way, bills, request.RequestId, clock.GetUtcNow());
        db.Add(order);
        try
        {
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            await transaction.RollbackAsync();
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
