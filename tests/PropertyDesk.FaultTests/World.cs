using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Benchmarks;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.FaultWorker;
using PropertyDesk.GatewaySim;

namespace PropertyDesk.FaultTests;

/// <summary>
/// A company with one community, one book of receipts, a cashier in a shift, merchant accounts, and a month of bills; what
/// is asked of it, and the gateway that knows which money it really took.
/// </summary>
internal sealed class World
{
    public static readonly BillingMonth FirstMonth = new(2024, 1);

    private World(FaultDatabase database, Gateway gateway, Company company, Guid community, IReadOnlyList<Guid> owners) =>
        (Database, Gateway, Company, Community, Owners) = (database, gateway, company, community, owners);

    public FaultDatabase Database { get; }

    public Gateway Gateway { get; }

    public Company Company { get; }

    public Guid Community { get; }

    /// <summary>Each owns a flat and owes for <see cref="FirstMonth"/>.</summary>
    public IReadOnlyList<Guid> Owners { get; }

    public static async Task<World> OpenAsync(FaultDatabase database, Gateway gateway, int owners)
    {
        gateway.Reset();
        (gateway.Knobs.DropPercent, gateway.Knobs.RetryAfter) = (10, [.. Enumerable.Repeat(0.1, 1200)]);
        var company = await database.AddCompanyAsync();
        var community = (await database.In(company, (DeskDbContext db) => LargeCommunity.AddAsync(db, company, owners))).Id;
        await database.In<PurseSettings, bool>(company, async s =>
        {
            await s.ChangeAsync(community, new PurseWays(PayBills: true, WholeOnly: false, CrossClasses: false));
            return true;
        });
        await database.In<ChannelAccounts, bool>(company, async accounts =>
        {
            await accounts.ChangeAsync(
                ChannelKind.WeChatPay, new ChannelIdentity(GatewayKeys.MerchantId, GatewayKeys.WeChatAppId, GatewayKeys.CertificateSerial, GatewayKeys.ChannelKeyId, gateway.Keys.GatewayPublicPem),
                gateway.Keys.MerchantPrivatePem, gateway.Keys.ApiKey, isOffered: true);
            await accounts.ChangeAsync(
                ChannelKind.Alipay, new ChannelIdentity(GatewayKeys.SellerId, GatewayKeys.AlipayAppId, null, null, gateway.Keys.GatewayPublicPem), gateway.Keys.MerchantPrivatePem, null, isOffered: true);
            return true;
        });
        var run = await database.In(company, (BillRuns r) => r.DraftAsync(community, FirstMonth));
        await database.In<BillPublishing, bool>(company, async p =>
        {
            await p.PublishAsync(run.RunId);
            return true;
        });
        await database.In(company, (ShiftRoom s) => s.OpenAsync(community, Money.Exact(1000m)), FaultServices.Cashier);
        var ids = await database.In(company, (DeskDbContext db) => db.Owners.Select(o => o.Id).ToListAsync());
        await database.In(company, (DebitLayouts l) => l.AddAsync("工行代扣", "M10086", "物业费", ShippedFormats.Fixed));
        foreach (var (i, owner) in ids.Skip(Requests.OwnersAtTheDesk).Take(Requests.OwnersAtTheBank).Index())
        {
            await database.In(company, (MandateRoom m) => m.AddAsync(owner, new MandateTerms("工商银行", $"户名{i}", $"XY{i:0000}", FirstMonth.FirstDay, null, null), $"62220212345{i:00000}"));
        }

        return new World(database, gateway, company, community, ids);
    }

    public Task<TResult> See<TResult>(Func<DeskDbContext, Task<TResult>> look) => Database.In(Company, look);

    /// <summary>All orders are due to be asked about, as they are some seconds later.</summary>
    public Task<int> HurryAsync() => See(db => db.ChannelOrders.Where(o => o.NextCheckAt != null).ExecuteUpdateAsync(set => set.SetProperty(o => o.NextCheckAt, DateTimeOffset.UnixEpoch)));
}
