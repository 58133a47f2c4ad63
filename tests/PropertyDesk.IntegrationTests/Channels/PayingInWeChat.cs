using System.Net;
using System.Web;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.GatewaySim;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>Inside WeChat's browser an owner pays without scanning: WeChat says who pays, the page hands over what we signed, and the channel says whether it was paid.</summary>
[Collection(nameof(Gateway))]
public sealed class PayingInWeChat
{
    [Fact]
    public async Task An_owner_pays_inside_WeChat()
    {
        var desk = await ChannelDesk.OpenAsync();
        var payer = await PayerAtHome.SignInAsync(desk, PayerAtHome.InWeChat);
        var form = await payer.ReadAsync(payer.Portal);
        Assert.Contains("value=\"Jsapi\"", form, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Native\"", form, StringComparison.Ordinal);

        var (id, page) = await payer.BeginAsync(ChannelWay.Jsapi);
        await ReturnAsync(payer, await AuthoriseAsync(desk, await payer.LeaveAsync(page)), page);
        var call = await payer.CallAsync(page);
        Assert.Equal("get_brand_wcpay_request:ok", await BridgeAsync(desk, call));
        await desk.Gateway.Notifier.IdleAsync();

        var order = await desk.FindAsync(id);
        Assert.Equal((ChannelOrderState.Paid, ChannelWay.Jsapi, desk.Gateway.Find(order.Number)!.OpenId), (order.State, order.Way, order.PayerId));
        Assert.Contains("已支付", await payer.ReadAsync(page), StringComparison.Ordinal);
        Assert.Equal((1, Money.Zero), (await desk.PaymentsAsync(), await desk.DueAsync(desk.Till.Own.Li)));
        await desk.AssertSoundAsync();
    }

    [Theory]
    [InlineData("appId")]
    [InlineData("timeStamp")]
    [InlineData("nonceStr")]
    [InlineData("package")]
    [InlineData("paySign")]
    public async Task A_changed_page_call_is_refused_and_the_page_says_so_by_asking_the_channel(string part)
    {
        var desk = await ChannelDesk.OpenAsync();
        var (payer, id, page) = await OfferedAsync(desk);
        var call = await payer.CallAsync(page);
        call[part] = part == "timeStamp" ? "1" : call[part][..^1] + (call[part][^1] == 'A' ? 'B' : 'A');

        Assert.Equal("get_brand_wcpay_request:fail", await BridgeAsync(desk, call));

        Assert.Contains("data-wechat-pay", await payer.ReadAsync(page), StringComparison.Ordinal);
        Assert.Equal((ChannelOrderState.Offered, 0), ((await desk.FindAsync(id)).State, await desk.PaymentsAsync()));
    }

    [Fact]
    public async Task What_the_bridge_says_books_nothing()
    {
        var desk = await ChannelDesk.OpenAsync();
        var (payer, id, page) = await OfferedAsync(desk);
        // The owner leaves WeChat's window; a page that believed the bridge, or the address, could be told otherwise.
        Assert.Equal("get_brand_wcpay_request:cancel", await BridgeAsync(desk, await payer.CallAsync(page), "cancel"));
        await payer.ReadAsync(page + "?err_msg=get_brand_wcpay_request:ok");

        Assert.Equal((ChannelOrderState.Offered, 0), ((await desk.FindAsync(id)).State, await desk.PaymentsAsync()));
    }

    [Fact]
    public async Task Who_comes_back_before_the_notice_sees_the_truth()
    {
        var desk = await ChannelDesk.OpenAsync();
        var (payer, id, page) = await OfferedAsync(desk);
        desk.Gateway.Knobs.DropPercent = 100;
        await BridgeAsync(desk, await payer.CallAsync(page));
        desk.Till.Desk.Clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Contains("已支付", await payer.ReadAsync(page), StringComparison.Ordinal);
        Assert.Equal(ChannelOrderState.Paid, (await desk.FindAsync(id)).State);
    }

    [Theory]
    [InlineData("fail", "付款没有成功", "The payment failed")]
    [InlineData("typing", "付款人正在输入密码", "The payer is typing the password")]
    public async Task States_between_are_told_in_plain_words_in_both_languages(string act, string chinese, string english)
    {
        var desk = await ChannelDesk.OpenAsync();
        var (payer, id, page) = await OfferedAsync(desk);
        await BridgeAsync(desk, await payer.CallAsync(page), act);
        desk.Till.Desk.Clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Contains(chinese, await payer.ReadAsync(page), StringComparison.Ordinal);
        payer.Browser.DefaultRequestHeaders.Add("Cookie", "propertydesk-language=c%3Den%7Cuic%3Den");
        Assert.Contains(english, await payer.ReadAsync(page), StringComparison.Ordinal);
        // A payment that failed may be tried again.
        Assert.Equal(ChannelOrderState.Offered, (await desk.FindAsync(id)).State);
        Assert.Equal("get_brand_wcpay_request:ok", await BridgeAsync(desk, await payer.CallAsync(page)));
        await desk.Gateway.Notifier.IdleAsync();
        Assert.Equal(ChannelOrderState.Paid, (await desk.FindAsync(id)).State);
    }

    [Fact]
    public async Task A_code_is_exchanged_once_whatever_comes_twice()
    {
        var desk = await ChannelDesk.OpenAsync();
        var payer = await PayerAtHome.SignInAsync(desk, PayerAtHome.InWeChat);
        var (id, page) = await payer.BeginAsync(ChannelWay.Jsapi);
        var back = await AuthoriseAsync(desk, await payer.LeaveAsync(page));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => payer.ComeBackAsync(back)));
        await payer.ComeBackAsync(back);

        Assert.Equal(1, desk.Gateway.Users.Exchanged);
        Assert.Equal(ChannelOrderState.Offered, (await desk.FindAsync(id)).State);
        // The same code for another order: it is not asked about again.
        await desk.Till.WithAsync((ChannelCheck c) => c.EndAsync(id));
        var (second, other) = await payer.BeginAsync(ChannelWay.Jsapi);
        var state = HttpUtility.ParseQueryString((await payer.LeaveAsync(other)).Query)["state"];
        await payer.ComeBackAsync(new Uri(back, $"?state={state}&code={HttpUtility.ParseQueryString(back.Query)["code"]}"));
        Assert.Equal((1, null), (desk.Gateway.Users.Exchanged, (await desk.FindAsync(second)).PayerId));
    }

    [Fact]
    public async Task A_code_of_an_attacker_or_another_browser_is_refused()
    {
        var desk = await ChannelDesk.OpenAsync();
        var (payer, stranger) = (await PayerAtHome.SignInAsync(desk, PayerAtHome.InWeChat), await PayerAtHome.SignInAsync(desk, PayerAtHome.InWeChat, desk.Till.Own.Zhang));
        var (id, page) = await payer.BeginAsync(ChannelWay.Jsapi);
        var back = await AuthoriseAsync(desk, await payer.LeaveAsync(page));
        var state = HttpUtility.ParseQueryString(back.Query)["state"]!;

        // Another owner's login; the same owner in another browser; a state that was changed, shortened, left out.
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.ComeBackAsync(back)).StatusCode);
        var elsewhere = await PayerAtHome.SignInAsync(desk, PayerAtHome.InWeChat);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await elsewhere.ComeBackAsync(back)).StatusCode);
        var changed = state[..^1] + (state[^1] == '0' ? '1' : '0');
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await payer.ComeBackAsync(new Uri(back, $"?state={changed}&code=1"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await payer.ComeBackAsync(new Uri(back, $"?state={state[..32]}&code=1"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await payer.ComeBackAsync(new Uri(back, "?code=1"))).StatusCode);
        // The foreign company's address: the login is no member there.
        var foreign = new Uri(back.AbsoluteUri.Replace(desk.Till.Desk.Company.Slug, desk.Till.Desk.Foreign.Slug, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await payer.ComeBackAsync(foreign)).StatusCode);

        Assert.Equal((0, null), (desk.Gateway.Users.Exchanged, (await desk.FindAsync(id)).PayerId));
    }

    [Fact]
    public async Task A_payer_of_another_merchant_is_refused_in_plain_words()
    {
        var desk = await ChannelDesk.OpenAsync();
        desk.Gateway.Users.NextOpenId = desk.Gateway.Users.OfAnotherMerchant();
        var payer = await PayerAtHome.SignInAsync(desk, PayerAtHome.InWeChat);
        var (id, page) = await payer.BeginAsync(ChannelWay.Jsapi);
        await payer.ComeBackAsync(await AuthoriseAsync(desk, await payer.LeaveAsync(page)));

        Assert.Contains("渠道不接受这个请求：无效的openid", await payer.ReadAsync(page), StringComparison.Ordinal);
        Assert.Equal(("PARAM_ERROR", ChannelOrderState.Created), ((await desk.FindAsync(id)).LastProblem, (await desk.FindAsync(id)).State));
        Assert.Null(desk.Gateway.Find(ChannelOrder.NumberOf(id)));
    }

    [Fact]
    public async Task The_browser_is_sent_to_WeChat_with_the_configured_address_whatever_host_it_asked()
    {
        var desk = await ChannelDesk.OpenAsync();
        var payer = await PayerAtHome.SignInAsync(desk, PayerAtHome.InWeChat);
        var (_, page) = await payer.BeginAsync(ChannelWay.Jsapi);
        payer.Browser.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");

        var address = await payer.LeaveAsync(page);

        var query = HttpUtility.ParseQueryString(address.Query);
        Assert.Equal(desk.Gateway.Address.Authority, address.Authority);
        Assert.Equal(($"http://localhost:5080/{desk.Till.Desk.Company.Slug}/portal/pay/wechat", "snsapi_base", "#wechat_redirect"), (query["redirect_uri"], query["scope"], address.Fragment));
        Assert.DoesNotContain(desk.Gateway.Keys.AppSecret, address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", query["state"]);
    }

    [Fact]
    public async Task Without_the_settings_the_code_stays()
    {
        var desk = await ChannelDesk.OpenAsync();
        await desk.Till.WithAsync((ChannelAccounts a) => a.ChangeAsync(
            ChannelKind.WeChatPay, new ChannelIdentity(GatewayKeys.MerchantId, GatewayKeys.WeChatAppId, GatewayKeys.CertificateSerial, GatewayKeys.ChannelKeyId, desk.Gateway.Keys.GatewayPublicPem), null, null, isOffered: true));
        var payer = await PayerAtHome.SignInAsync(desk, PayerAtHome.InWeChat);

        Assert.Contains("value=\"Native\"", await payer.ReadAsync(payer.Portal), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await payer.PressAsync(ChannelWay.Jsapi)).StatusCode);
        Assert.Empty(desk.Gateway.Orders);
        // The secret is kept, encrypted, and never shown.
        var account = await desk.Till.WithAsync((ChannelAccounts a) => a.FindAsync(ChannelKind.WeChatPay));
        Assert.DoesNotContain(desk.Gateway.Keys.AppSecret, account!.ProtectedAppSecret!, StringComparison.Ordinal);
        var manager = await desk.Till.Desk.SignInAsync(Domain.Companies.Role.Manager);
        Assert.DoesNotContain(desk.Gateway.Keys.AppSecret, await manager.GetStringAsync($"/{desk.Till.Desk.Company.Slug}/Channels/Edit?kind=WeChatPay"), StringComparison.Ordinal);
    }

    private static async Task<(PayerAtHome Payer, Guid Order, string Page)> OfferedAsync(ChannelDesk desk)
    {
        var payer = await PayerAtHome.SignInAsync(desk, PayerAtHome.InWeChat);
        var (id, page) = await payer.BeginAsync(ChannelWay.Jsapi);
        await ReturnAsync(payer, await AuthoriseAsync(desk, await payer.LeaveAsync(page)), page);
        return (payer, id, page);
    }

    private static async Task ReturnAsync(PayerAtHome payer, Uri back, string page)
    {
        var answer = await payer.ComeBackAsync(back);
        Assert.Equal((HttpStatusCode.Redirect, page), (answer.StatusCode, answer.Headers.Location!.ToString().Split('?')[0]));
    }

    // WeChat itself: where it sends the browser back to.
    private static async Task<Uri> AuthoriseAsync(ChannelDesk desk, Uri address)
    {
        Assert.Equal(desk.Gateway.Address.Authority, address.Authority);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    private static async Task<string> BridgeAsync(ChannelDesk desk, Dictionary<string, string> call, string act = "pay")
    {
        using var browser = new HttpClient();
        using var form = new FormUrlEncodedContent(call.Append(new("act", act)));
        return await (await browser.PostAsync(new Uri(desk.Gateway.Address, "/sim/bridge"), form)).Content.ReadAsStringAsync();
    }
}
