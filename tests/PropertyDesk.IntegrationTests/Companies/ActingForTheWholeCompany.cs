using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;
using PropertyDesk.GatewaySim;
using PropertyDesk.IntegrationTests.Channels;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A manager of some communities changes nothing of the whole company.</summary>
[Collection(nameof(Gateway))]
public sealed class ActingForTheWholeCompany
{
    [Fact]
    public async Task Merchant_accounts_approval_limits_and_the_months_of_the_books_need_somebody_who_sees_all()
    {
        var desk = await ChannelDesk.OpenAsync();
        var elsewhere = await desk.Till.SeeAsync(async db =>
        {
            var made = new Community(await db.Companies.SingleAsync(c => c.Id == desk.Till.Desk.Company.Id), "和谐苑");
            db.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
        var other = new ChannelIdentity("2088999900009999", GatewayKeys.AlipayAppId, null, null, desk.Gateway.Keys.GatewayPublicPem, IsDirect: true);

        await RefusedAsync(desk, elsewhere, (ChannelAccounts c) => c.ChangeAsync(ChannelKind.Alipay, other, desk.Gateway.Keys.MerchantPrivatePem, null, isOffered: true));
        await RefusedAsync(desk, elsewhere, (ApprovalLimits l) => l.ChangeAsync(Role.Finance, Money.Exact(999_999m)));
        await RefusedAsync(desk, elsewhere, (PeriodClosings p) => p.CloseAsync(new BillingMonth(2025, 5)));
        await RefusedAsync(desk, elsewhere, (PeriodClosings p) => p.ReopenAsync(Guid.NewGuid(), "重开"));

        Assert.Equal(GatewayKeys.SellerId, await desk.Till.SeeAsync(db => db.ChannelAccounts.Where(a => a.Kind == ChannelKind.Alipay).Select(a => a.MerchantId).SingleAsync()));
        Assert.Equal((0, 0), (await desk.Till.SeeAsync(db => db.ApprovalLimits.CountAsync()), await desk.Till.SeeAsync(db => db.PeriodClosings.CountAsync())));
    }

    private static async Task RefusedAsync<T>(ChannelDesk desk, Community community, Func<T, Task> act)
        where T : class
    {
        await using var scope = desk.Till.Desk.Services.CreateAsyncScope();
        var (company, person) = (desk.Till.Desk.Company, Guid.NewGuid());
        var member = Membership.OfStaff(company, person, Role.Manager);
        member.LimitTo([community]);
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().Enter(company, person, "经理", [member], []);
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => act(scope.ServiceProvider.GetRequiredService<T>()));
        Assert.Contains("整个公司", refusal.Message, StringComparison.Ordinal);
    }
}
