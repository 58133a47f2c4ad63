using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Infrastructure.Channels;

namespace PropertyDesk.Web.Demo;

/// <summary>
/// Merchant accounts at the simulated gateway, with the keys that it made at its start. Without a simulator
/// (Channels:Simulator) the demo has none: there is nobody to pay to.
/// </summary>
internal static class DemoChannels
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>At every start: the gateway's keys are new whenever it is.</summary>
    public static async Task SetUpAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        if (!services.GetRequiredService<ChannelGateways>().IsSimulated || await db.Companies.FirstOrDefaultAsync(c => c.Slug == "cuihu") is not { } company)
        {
            return;
        }

        db.Current.EnterAsJob(company, "演示数据");
        var merchant = await MerchantAsync(services.GetRequiredService<ChannelGateways>().WeChatPay);
        var accounts = scope.ServiceProvider.GetRequiredService<ChannelAccounts>();
        await accounts.ChangeAsync(
            ChannelKind.WeChatPay,
            new ChannelIdentity(merchant.MerchantId, merchant.WeChatAppId, merchant.CertificateSerial, merchant.ChannelKeyId, merchant.GatewayPublicPem, IsDirect: true),
            merchant.MerchantPrivatePem, merchant.ApiKey, isOffered: true, merchant.AppSecret);
        await accounts.ChangeAsync(
            ChannelKind.Alipay, new ChannelIdentity(merchant.SellerId, merchant.AlipayAppId, null, null, merchant.GatewayPublicPem, IsDirect: true), merchant.MerchantPrivatePem, null, isOffered: true);
    }

    private static async Task<Merchant> MerchantAsync(Uri gateway)
    {
        try
        {
            using var client = new HttpClient();
            return await client.GetFromJsonAsync<Merchant>(new Uri(gateway, "/sim/account"), Json) ?? throw new InvalidOperationException("The simulator named no merchant.");
        }
        catch (HttpRequestException error)
        {
            throw new InvalidOperationException($"{ChannelGateways.Section}:Simulator is {gateway}, where nobody answers: start the simulator first.", error);
        }
    }

    private sealed record Merchant(
        string MerchantPrivatePem, string GatewayPublicPem, string ApiKey, string AppSecret, string MerchantId, string WeChatAppId, string CertificateSerial, string ChannelKeyId, string AlipayAppId, string SellerId);
}
