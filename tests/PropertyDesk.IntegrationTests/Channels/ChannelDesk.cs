using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;
using PropertyDesk.GatewaySim;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>A till whose company has merchant accounts at both channels, and the gateway that stands for them.</summary>
internal sealed class ChannelDesk
{
    private ChannelDesk(Till till) => Till = till;

    public Till Till { get; }

    public Gateway Gateway => Till.Desk.Gateway;

    public static async Task<ChannelDesk> OpenAsync()
    {
        var desk = new ChannelDesk(await Till.OpenAsync(await Desk.OpenAsync(await DeskHost.GetWithGatewayAsync())));
        desk.Gateway.Reset();
        await desk.SetUpAsync(desk.Till.Desk.Company);
        await desk.Till.WithAsync((PaymentBooking b) => b.PrepareAsync(desk.Till.Own.Community.Id));
        return desk;
    }

    public async Task SetUpAsync(Company company)
    {
        await using var scope = Till.Desk.Enter(company);
        var accounts = (ChannelAccounts)scope.ServiceProvider.GetService(typeof(ChannelAccounts))!;
        await accounts.ChangeAsync(
            ChannelKind.WeChatPay, new ChannelIdentity(GatewayKeys.MerchantId, GatewayKeys.WeChatAppId, GatewayKeys.CertificateSerial, GatewayKeys.ChannelKeyId, Gateway.Keys.GatewayPublicPem, IsDirect: true),
            Gateway.Keys.MerchantPrivatePem, Gateway.Keys.ApiKey, isOffered: true, Gateway.Keys.AppSecret);
        await accounts.ChangeAsync(
            ChannelKind.Alipay, new ChannelIdentity(GatewayKeys.SellerId, GatewayKeys.AlipayAppId, null, null, Gateway.Keys.GatewayPublicPem, IsDirect: true), Gateway.Keys.MerchantPrivatePem, null, isOffered: true);
    }

    /// <summary>The owner asks to pay everything that is open.</summary>
    public Task<ChannelOrder> StartAsync(Owner owner, ChannelKind kind) => StartAsync(owner, kind.Code());

    public async Task<ChannelOrder> StartAsync(Owner owner, ChannelWay way)
    {
        var due = await DueAsync(owner);
        return await FindAsync(await Till.WithAsync((PayOnline p) => p.StartAsync(new PayOnlineRequest(Guid.NewGuid(), owner.Id, [], due, way))));
    }

    public Task<ChannelOrder> FindAsync(Guid order) => Till.SeeAsync(db => db.ChannelOrders.AsNoTracking().SingleAsync(o => o.Id == order));

    public async Task<Money> DueAsync(Owner owner) => (await Till.WithAsync((Application.Owners.OwnerDuesQuery q) => q.FindAsync(owner.Id))).Total;

    public Task SweepAsync() => Till.WithAsync(async (ChannelCheck c) =>
    {
        await Till.SeeAsync(db => db.ChannelOrders.Where(o => o.NextCheckAt != null).ExecuteUpdateAsync(set => set.SetProperty(o => o.NextCheckAt, DateTimeOffset.UnixEpoch)));
        await c.SweepAsync();
    });

    /// <summary>Asks about every refund under way, as if its time had come.</summary>
    public Task SweepRefundsAsync() => Till.WithAsync(async (ChannelRefunds r) =>
    {
        await Till.SeeAsync(db => db.Refunds.Where(x => x.NextCheckAt != null).ExecuteUpdateAsync(set => set.SetProperty(x => x.NextCheckAt, DateTimeOffset.UnixEpoch)));
        await r.SweepAsync();
    });

    public Task<int> PaymentsAsync() => Till.SeeAsync(db => db.Payments.CountAsync());

    public Task<List<ChannelCase>> CasesAsync() => Till.SeeAsync(db => db.ChannelCases.AsNoTracking().OrderBy(c => c.OpenedAt).ToListAsync());

    /// <summary>Books in balance, receipts without a gap.</summary>
    public async Task AssertSoundAsync() => Assert.Empty((await Till.AuditAsync()).Broken);
}
