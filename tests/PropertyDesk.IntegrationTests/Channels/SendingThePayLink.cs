using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.GatewaySim;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>The desk sends an owner whose online payment did not come to its end the way back to it.</summary>
[Collection(nameof(Gateway))]
public sealed class SendingThePayLink
{
    [Fact]
    public async Task Queues_one_message_a_day_with_what_is_open_and_the_link()
    {
        var desk = await ChannelDesk.OpenAsync();
        await MailToLiAsync(desk);
        var due = await desk.DueAsync(desk.Till.Own.Li);
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.WeChatPay);
        await desk.Till.WithAsync((ChannelCheck c) => c.EndAsync(order.Id));
        var collector = await desk.Till.Desk.SignInAsync(Role.Collector);
        var page = $"/{desk.Till.Desk.Company.Slug}/OnlinePayments/Order/{order.Id}";

        var sent = await Desk.PostAsync(collector, page, page + "?handler=Send", []);
        var again = await Desk.PostAsync(collector, page, page + "?handler=Send", []);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("今天已经", WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var message = Assert.Single(await LinksAsync(desk));
        Assert.Equal((DeliveryChannel.Email, "li@example.com"), (message.Channel!.Value, message.Address));
        Assert.Contains(due.ToString(), message.Body, StringComparison.Ordinal);
        Assert.Contains($"/{desk.Till.Desk.Company.Slug}/", message.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_nothing_of_what_is_paid()
    {
        var desk = await ChannelDesk.OpenAsync();
        await MailToLiAsync(desk);
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.Alipay);
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((SendPayLink s) => s.RunAsync(order.Id)));

        Assert.Contains("已缴清", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await LinksAsync(desk));
    }

    [Fact]
    public async Task Says_so_where_no_channel_can_carry_it()
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.Alipay);

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((SendPayLink s) => s.RunAsync(order.Id)));

        Assert.Contains("复制链接", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await LinksAsync(desk));
    }

    private static async Task MailToLiAsync(ChannelDesk desk)
    {
        await desk.Till.WithAsync((DeliverySetup s) => s.ChangeMailAsync(new MailServer("127.0.0.1", 25, MailSecurity.None, null, "desk@cuihu.example", "翠湖物业", null), null, isOn: true));
        await desk.Till.SeeAsync(async db =>
        {
            (await db.Owners.SingleAsync(o => o.Id == desk.Till.Own.Li.Id)).SetContact(null, "li@example.com");
            return await db.SaveChangesAsync();
        });
    }

    private static Task<List<Delivery>> LinksAsync(ChannelDesk desk) =>
        desk.Till.SeeAsync(db => db.Deliveries.AsNoTracking().Where(d => d.Kind == DeliveryKind.PayLink).ToListAsync());
}
