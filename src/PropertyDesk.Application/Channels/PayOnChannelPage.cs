using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Application.Channels;

/// <summary>
/// The owner's own orders that are paid without scanning: what sends the browser to the channel, and what the channel's
/// browser needs to know. That the browser comes back proves nothing; whether it was paid, only the channel says.
/// </summary>
public sealed class PayOnChannelPage(DeskDbContext db, ChannelAccounts accounts, PayOnline online, IWeChatBrowser wechat, IAlipayPages alipay, ChannelAddresses addresses, TimeProvider clock)
{
    /// <summary>Where the browser goes for an order: to Alipay's page, or to WeChat to be told who pays.</summary>
    /// <param name="session">A secret of the browser: what WeChat sends back fits this browser, login and order only.</param>
    /// <exception cref="RuleViolation">The order can be paid no more, or not this way.</exception>
    public async Task<Uri> AddressAsync(Guid orderId, string session)
    {
        var order = await MineAsync(orderId);
        if (!order.IsPending || clock.GetUtcNow() >= order.ExpiresAt || order.Way.IsCode())
        {
            throw new RuleViolation("这笔订单已不能支付，请重新支付。");
        }

        var (_, access) = await accounts.OpenAsync(order.Kind);
        return order.Way == ChannelWay.Jsapi
            ? wechat.AuthorisationAddress(access, addresses.WeChat(db.Current.Slug), order.Number + Proof(order, session))
            : alipay.AddressOf(access, online.Told(order));
    }

    /// <summary>Takes the code that WeChat sent the browser back with, learns who pays, and tells WeChat of the order. Each code is exchanged once.</summary>
    /// <returns>The order, whose page says how it stands.</returns>
    /// <exception cref="NotFoundException">The order is not of who is logged in.</exception>
    /// <exception cref="RuleViolation">It was not begun in this browser.</exception>
    public async Task<Guid> TakeCodeAsync(string? state, string? code, string session, CancellationToken cancel = default)
    {
        var number = state is { Length: > 32 } ? state[..32] : "";
        var order = await MineAsync(Guid.TryParseExact(number, "n", out var id) ? id : Guid.Empty);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state!), Encoding.UTF8.GetBytes(order.Number + Proof(order, session))))
        {
            throw new RuleViolation("这次微信授权不是从本机的支付页面发起的，请重新支付。");
        }

        if (!string.IsNullOrEmpty(code) && order.TakesCode(Hash(code)) && await IsSavedAsync(cancel))
        {
            await LearnPayerAsync(order, code, cancel);
            await online.OfferAsync(order.Id, cancel);
        }

        return order.Id;
    }

    /// <summary>What the order's page hands to WeChat; null while WeChat does not know the order, and when nobody can pay any more.</summary>
    public async Task<WeChatPageCall?> PageCallAsync(Guid orderId)
    {
        var order = await MineAsync(orderId);
        if (order is not { Way: ChannelWay.Jsapi, State: ChannelOrderState.Offered, PayAddress: { } prepayId } || clock.GetUtcNow() >= order.ExpiresAt)
        {
            return null;
        }

        var (_, access) = await accounts.OpenAsync(order.Kind);
        return wechat.PageCall(access, prepayId);
    }

    private async Task LearnPayerAsync(ChannelOrder order, string code, CancellationToken cancel)
    {
        var (_, access) = await accounts.OpenAsync(order.Kind);
        try
        {
            order.PaidBy(await wechat.PayerAsync(access, code, cancel));
        }
        catch (ChannelRefusal refusal)
        {
            order.Trouble(refusal.Code, refusal.Message);
        }
        catch (ChannelUnavailable)
        {
            order.Trouble(ChannelWords.Unreachable);
        }

        await IsSavedAsync(cancel);
    }

    // Saved before the code is exchanged: of two tabs that bring the same code, one does it.
    private async Task<bool> IsSavedAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<ChannelOrder> MineAsync(Guid id) =>
        NotFoundException.Check(await db.ChannelOrders.FirstOrDefaultAsync(o => o.Id == id && db.Current.ActsForOwnerIds.Contains(o.OwnerId)), id);

    // WeChat carries letters and digits only.
    private string Proof(ChannelOrder order, string session) => Hash($"{session}:{db.Current.Require()}:{db.Current.UserId}:{order.Number}")[..32];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
