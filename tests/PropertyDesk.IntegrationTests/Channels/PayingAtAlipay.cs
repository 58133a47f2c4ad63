using System.Net;
using System.Web;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.GatewaySim;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>The browser goes to Alipay's page with a signed address and comes back; only what Alipay says when asked counts.</summary>
[Collection(nameof(Gateway))]
public sealed class PayingAtAlipay
{
    public static TheoryData<ChannelWay, string> Pages => new() { { ChannelWay.Page, PayerAtHome.OnDesktop }, { ChannelWay.Wap, PayerAtHome.OnPhone } };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_owner_pays_on_Alipays_page_and_comes_back_before_the_notice(ChannelWay way, string agent)
    {
        var desk = await ChannelDesk.OpenAsync();
        var payer = await PayerAtHome.SignInAsync(desk, agent);
        var form = await payer.ReadAsync(payer.Portal);
        Assert.Contains($"value=\"{way}\"", form, StringComparison.Ordinal);
        Assert.Contains("value=\"Precreate\"", form, StringComparison.Ordinal);

        var (id, page) = await payer.BeginAsync(way);
        var back = await CashierAsync(desk, await payer.LeaveAsync(page), "silent");
        desk.Till.Desk.Clock.Advance(TimeSpan.FromSeconds(4));
        var shown = await payer.ReadAsync(back.PathAndQuery);

        Assert.Contains("已支付", shown, StringComparison.Ordinal);
        var order = await desk.FindAsync(id);
        Assert.Equal((ChannelOrderState.Paid, way), (order.State, order.Way));
        // The notice comes after all.
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();
        Assert.Equal((1, Money.Zero), (await desk.PaymentsAsync(), await desk.DueAsync(desk.Till.Own.Li)));
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task Who_gives_up_at_Alipay_is_not_booked_whatever_the_address_says()
    {
        var desk = await ChannelDesk.OpenAsync();
        var payer = await PayerAtHome.SignInAsync(desk, PayerAtHome.OnDesktop);
        var (id, page) = await payer.BeginAsync(ChannelWay.Page);
        var back = await CashierAsync(desk, await payer.LeaveAsync(page), "cancel");
        desk.Till.Desk.Clock.Advance(TimeSpan.FromSeconds(4));

        var shown = await payer.ReadAsync(back.PathAndQuery + "&trade_status=TRADE_SUCCESS");

        Assert.Contains("去支付宝付款", shown, StringComparison.Ordinal);
        Assert.Equal((ChannelOrderState.Offered, 0), ((await desk.FindAsync(id)).State, await desk.PaymentsAsync()));
    }

    [Fact]
    public async Task The_return_to_a_foreign_company_or_owner_shows_and_books_nothing()
    {
        var desk = await ChannelDesk.OpenAsync();
        var payer = await PayerAtHome.SignInAsync(desk, PayerAtHome.OnDesktop);
        var (id, page) = await payer.BeginAsync(ChannelWay.Page);
        var back = await CashierAsync(desk, await payer.LeaveAsync(page), "silent");
        desk.Till.Desk.Clock.Advance(TimeSpan.FromSeconds(4));

        var foreign = back.PathAndQuery.Replace(desk.Till.Desk.Company.Slug, desk.Till.Desk.Foreign.Slug, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await payer.Browser.GetAsync(foreign)).StatusCode);
        var zhang = await PayerAtHome.SignInAsync(desk, PayerAtHome.OnDesktop, desk.Till.Own.Zhang);
        Assert.Equal(HttpStatusCode.NotFound, (await zhang.Browser.GetAsync(back.PathAndQuery)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await zhang.Browser.GetAsync(page + "?handler=Go")).StatusCode);

        Assert.Equal((ChannelOrderState.Offered, 0), ((await desk.FindAsync(id)).State, await desk.PaymentsAsync()));
    }

    [Fact]
    public async Task The_address_is_the_configured_gateways_and_no_part_of_it_can_be_changed()
    {
        var desk = await ChannelDesk.OpenAsync();
        var payer = await PayerAtHome.SignInAsync(desk, PayerAtHome.OnDesktop);
        var (_, page) = await payer.BeginAsync(ChannelWay.Page);
        var address = await payer.LeaveAsync(page);
        var query = HttpUtility.ParseQueryString(address.Query);
        Assert.Equal((desk.Gateway.Address.Authority, "/gateway.do"), (address.Authority, address.AbsolutePath));
        Assert.StartsWith("http://localhost:5080/", query["return_url"], StringComparison.Ordinal);
        Assert.EndsWith(page, query["return_url"], StringComparison.OrdinalIgnoreCase);

        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        foreach (var name in query.AllKeys)
        {
            var changed = HttpUtility.ParseQueryString(address.Query);
            changed[name] = name == "sign" ? changed[name]![..^8] + "AAAAAA==" : changed[name] + "1";
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync(new Uri(desk.Gateway.Address, "/gateway.do?" + changed))).StatusCode);
        }

        Assert.Empty(desk.Gateway.Orders);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task An_order_that_is_over_leaves_for_nowhere()
    {
        var desk = await ChannelDesk.OpenAsync();
        var payer = await PayerAtHome.SignInAsync(desk, PayerAtHome.OnDesktop);
        var (first, page) = await payer.BeginAsync(ChannelWay.Page);
        // A second tab begins anew: the first can be paid no more.
        var (second, other) = await payer.BeginAsync(ChannelWay.Page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await payer.Browser.GetAsync(page + "?handler=Go")).StatusCode);
        Assert.Contains("订单已关闭", await payer.ReadAsync(page), StringComparison.Ordinal);
        Assert.Equal((ChannelOrderState.Closed, ChannelOrderState.Offered), ((await desk.FindAsync(first)).State, (await desk.FindAsync(second)).State));

        desk.Till.Desk.Clock.Advance(ChannelOrder.Lifetime);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await payer.Browser.GetAsync(other + "?handler=Go")).StatusCode);
        await desk.SweepAsync();
        Assert.Equal(ChannelOrderState.Closed, (await desk.FindAsync(second)).State);
    }

    [Fact]
    public async Task Money_paid_in_a_tab_that_was_left_open_is_found_without_a_notice_and_booked_once()
    {
        var desk = await ChannelDesk.OpenAsync();
        var payer = await PayerAtHome.SignInAsync(desk, PayerAtHome.OnDesktop);
        var (first, page) = await payer.BeginAsync(ChannelWay.Page);
        var address = await payer.LeaveAsync(page);
        // Alipay does not know the order when it is closed: the browser stands on its way to the page.
        var (second, _) = await payer.BeginAsync(ChannelWay.Precreate);
        desk.Gateway.Pay((await desk.FindAsync(second)).Number);
        await desk.Gateway.Notifier.IdleAsync();
        await CashierAsync(desk, address, "silent");
        Assert.Equal(1, await desk.PaymentsAsync());

        desk.Till.Desk.Clock.Advance(ChannelOrder.Lifetime + TimeSpan.FromMinutes(2));
        await desk.Till.WithAsync((ChannelCheck c) => c.SweepAsync());
        await desk.Till.WithAsync((ChannelCheck c) => c.SweepAsync());

        var order = await desk.FindAsync(first);
        Assert.Equal((ChannelOrderState.Paid, 2), (order.State, await desk.PaymentsAsync()));
        Assert.Equal(order.Amount, await desk.Till.SeeAsync(db => db.Purses.Select(p => p.Balance).SingleAsync()));
        Assert.Equal(new Money(desk.Gateway.Balance), (await desk.Till.WithAsync((PaymentQueries q) => q.FindAsync(order.PaymentId!.Value))).Amount + order.Amount);
        await desk.AssertSoundAsync();
    }

    // Alipay's page: what the owner does there, and where it sends the browser back to.
    private static async Task<Uri> CashierAsync(ChannelDesk desk, Uri address, string act)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var arrived = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, arrived.StatusCode);
        var cashier = new Uri(desk.Gateway.Address, arrived.Headers.Location!);
        Assert.Contains("没有真钱", await browser.GetStringAsync(cashier), StringComparison.Ordinal);
        return (await browser.PostAsync(new Uri($"{cashier}/{act}"), null)).Headers.Location!;
    }
}
