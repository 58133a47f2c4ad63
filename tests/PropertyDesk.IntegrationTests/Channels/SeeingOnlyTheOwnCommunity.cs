using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Reconciliation;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.GatewaySim;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>Staff who are limited to some communities see and decide at the channels what is theirs.</summary>
[Collection(nameof(Gateway))]
public sealed class SeeingOnlyTheOwnCommunity
{
    [Fact]
    public async Task A_case_is_seen_and_closed_by_those_of_its_community()
    {
        var (desk, elsewhere) = await OpenAsync();
        desk.Gateway.Knobs.AmountOff = 5;
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.WeChatPay);
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();
        var found = Assert.Single(await desk.CasesAsync());
        var slug = desk.Till.Desk.Company.Slug;

        var stranger = await desk.Till.Desk.SignInAsync(Role.Manager, null, elsewhere);
        Assert.DoesNotContain(order.Number, await stranger.GetStringAsync($"/{slug}/OnlinePayments/Cases"), StringComparison.Ordinal);
        using var hidden = await stranger.GetAsync(new Uri($"/{slug}/OnlinePayments/Cases/Details/{found.Id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        var own = await desk.Till.Desk.SignInAsync(Role.Manager, null, desk.Till.Own.Community);
        var page = $"/{slug}/OnlinePayments/Cases/Details/{found.Id}";
        using var closed = await Desk.PostAsync(own, page, page + "?handler=Close", new() { ["note"] = "已在商户平台退回" });
        Assert.Equal((HttpStatusCode.Found, ChannelCaseState.Closed), (closed.StatusCode, (await desk.CasesAsync()).Single().State));
    }

    [Fact]
    public async Task A_days_statement_is_for_those_who_see_every_community()
    {
        var (desk, elsewhere) = await OpenAsync();
        desk.Gateway.Knobs.DropPercent = 100;
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.WeChatPay);
        desk.Gateway.Pay(order.Number);
        var day = await desk.Till.WithAsync((Reconcile r) => r.DownloadAsync(MoneySource.WeChatPay, desk.Till.Today));
        var item = await desk.Till.SeeAsync(db => db.ReconciliationItems.Select(i => i.Id).SingleAsync());
        var slug = desk.Till.Desk.Company.Slug;

        foreach (var of in new[] { elsewhere, desk.Till.Own.Community })
        {
            var limited = await desk.Till.Desk.SignInAsync(Role.Manager, null, of);
            foreach (var page in new[] { $"Reconciliation/Day/{day}", $"Reconciliation/Item/{item}" })
            {
                using var hidden = await limited.GetAsync(new Uri($"/{slug}/{page}", UriKind.Relative));
                Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
            }

            Assert.DoesNotContain($"{day}", await limited.GetStringAsync($"/{slug}/Reconciliation"), StringComparison.Ordinal);
        }

        var manager = await desk.Till.Desk.SignInAsync(Role.Manager);
        Assert.Contains($"{day}", await manager.GetStringAsync($"/{slug}/Reconciliation"), StringComparison.Ordinal);
    }

    private static async Task<(ChannelDesk Desk, Community Elsewhere)> OpenAsync()
    {
        var desk = await ChannelDesk.OpenAsync();
        return (desk, await desk.Till.SeeAsync(async db =>
        {
            var community = new Community(await db.Companies.SingleAsync(c => c.Id == desk.Till.Desk.Company.Id), "和谐苑");
            db.Add(community);
            await db.SaveChangesAsync();
            return community;
        }));
    }
}
