using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;
using PropertyDesk.GatewaySim;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>An owner whose online payment hangs comes to the window: the money is taken once, whatever the channel does.</summary>
[Collection(nameof(Gateway))]
public sealed class TakingTheMoneyAnotherWay
{
    [Theory]
    [InlineData(ChannelKind.WeChatPay)]
    [InlineData(ChannelKind.Alipay)]
    public async Task Ends_the_open_order_before_the_desk_books(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, kind);
        var (collector, take) = await AtTheWindowAsync(desk);

        Assert.Contains("查询或关闭", await collector.GetStringAsync(take), StringComparison.Ordinal);
        var answer = await Desk.PostAsync(collector, take, take, await FormAsync(desk));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(ChannelOrderState.Closed, (await desk.FindAsync(order.Id)).State);
        Assert.Equal(Money.Zero, await desk.DueAsync(desk.Till.Own.Li));
        Assert.Equal(1, await desk.PaymentsAsync());
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task Tells_the_desk_when_the_order_was_paid_a_moment_ago()
    {
        var desk = await ChannelDesk.OpenAsync();
        desk.Gateway.Knobs.DropPercent = 100;
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.WeChatPay);
        var (collector, take) = await AtTheWindowAsync(desk);
        var form = await FormAsync(desk);
        desk.Gateway.Pay(order.Number);

        var answer = await Desk.PostAsync(collector, take, take, form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("已经成功", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(ChannelOrderState.Paid, (await desk.FindAsync(order.Id)).State);
        Assert.Equal(1, await desk.PaymentsAsync());
    }

    [Fact]
    public async Task Takes_no_money_while_the_channel_is_silent_unless_the_desk_says_so_and_prepays_what_comes_later()
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.Alipay);
        var (collector, take) = await AtTheWindowAsync(desk);
        var due = await desk.DueAsync(desk.Till.Own.Li);
        desk.Gateway.Knobs.FailNext = 100;

        var refused = await Desk.PostAsync(collector, take, take, await FormAsync(desk));
        var form = await FormAsync(desk);
        form["Input.TakeAnyway"] = "true";
        var taken = await Desk.PostAsync(collector, take, take, form);
        desk.Gateway.Knobs.FailNext = 0;
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("暂时连不上支付渠道", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(2, await desk.PaymentsAsync());
        Assert.Equal(due.Fen, await desk.Till.SeeAsync(db => db.Purses.Where(p => p.OwnerId == desk.Till.Own.Li.Id).Select(p => p.Balance.Fen).SingleAsync()));
        await desk.AssertSoundAsync();
    }

    private static async Task<(HttpClient Collector, string Take)> AtTheWindowAsync(ChannelDesk desk) =>
        (await desk.Till.Desk.SignInAsync(Role.Collector), $"/{desk.Till.Desk.Company.Slug}/Payments/Take/{desk.Till.Own.Li.Id}");

    private static async Task<Dictionary<string, string>> FormAsync(ChannelDesk desk)
    {
        var due = await desk.DueAsync(desk.Till.Own.Li);
        return new(StringComparer.Ordinal)
        {
            ["OwnerId"] = desk.Till.Own.Li.Id.ToString(),
            ["Input.RequestId"] = Guid.NewGuid().ToString(),
            ["Input.SeenFen"] = due.Fen.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Input.Amount"] = due.Yuan.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture),
            ["Input.Method"] = nameof(PaymentMethod.BankCard),
            ["Input.Reference"] = "P-1",
        };
    }
}
