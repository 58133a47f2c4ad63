using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.GatewaySim;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>Orders and notices where things go wrong at the edges: two tabs, impatience, cases, changing keys, oversized messages.</summary>
[Collection(nameof(Gateway))]
public sealed class HoldingTogether
{
    public static TheoryData<ChannelKind> Kinds => [ChannelKind.WeChatPay, ChannelKind.Alipay];

    [Fact]
    public async Task Tabs_that_begin_at_once_leave_one_order_that_can_be_paid()
    {
        var desk = await ChannelDesk.OpenAsync();
        var due = await desk.DueAsync(desk.Till.Own.Li);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() =>
            desk.Till.WithAsync((PayOnline p) => p.StartAsync(new PayOnlineRequest(Guid.NewGuid(), desk.Till.Own.Li.Id, [], due, ChannelWay.Native)))))));

        Assert.Equal(1, await desk.Till.SeeAsync(db => db.ChannelOrders.CountAsync(o => o.State == ChannelOrderState.Created || o.State == ChannelOrderState.Offered)));
    }

    [Fact]
    public async Task An_impatient_owner_does_not_use_the_asking_up()
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.WeChatPay);
        for (var i = 0; i < 20; i++)
        {
            await desk.Till.WithAsync((ChannelCheck c) => c.AskAsync(order.Id));
        }

        var asked = await desk.FindAsync(order.Id);

        Assert.Equal((20, ChannelOrderState.Offered), (asked.Checks, asked.State));
        Assert.True(asked.NextCheckAt <= asked.CreatedAt.AddMinutes(5));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_case_does_not_lock_the_owner_out(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, kind);
        desk.Gateway.Knobs.AmountOff = -100;
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();

        var held = await desk.FindAsync(order.Id);
        Assert.Equal((ChannelOrderState.Closed, ChannelWords.Held), (held.State, held.LastProblem));
        Assert.Equal(ChannelOrderState.Offered, (await desk.StartAsync(desk.Till.Own.Li, kind)).State);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_answer_about_another_merchant_or_order_is_not_believed(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var (order, other) = (await desk.StartAsync(desk.Till.Own.Li, kind), await desk.StartAsync(desk.Till.Own.Zhang, kind));
        desk.Gateway.Knobs.DropPercent = 100;
        // Alipay knows it, and answers.
        desk.Gateway.Find(order.Number)!.IsScanned = true;
        desk.Gateway.Pay(other.Number);
        desk.Gateway.Knobs.AnswersAbout = other.Number;
        await desk.Till.WithAsync((ChannelCheck c) => c.AskAsync(order.Id));
        Assert.Equal((0, ChannelWords.Unreachable), (await desk.PaymentsAsync(), (await desk.FindAsync(order.Id)).LastProblem));
        if (kind == ChannelKind.WeChatPay)
        {
            (desk.Gateway.Knobs.AnswersAbout, desk.Gateway.Knobs.ForeignMerchant) = (null, true);
            await desk.Till.WithAsync((ChannelCheck c) => c.AskAsync(other.Id));
            Assert.Equal(0, await desk.PaymentsAsync());
        }

        (desk.Gateway.Knobs.AnswersAbout, desk.Gateway.Knobs.ForeignMerchant) = (null, false);
        await desk.Till.WithAsync((ChannelCheck c) => c.AskAsync(other.Id));
        Assert.Equal((1, ChannelOrderState.Paid), (await desk.PaymentsAsync(), (await desk.FindAsync(other.Id)).State));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task While_the_channel_changes_keys_both_count(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, kind);
        (desk.Gateway.Knobs.NewKey, desk.Gateway.Knobs.RetryAfter) = (true, [0.01]);
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();
        Assert.Equal(0, await desk.PaymentsAsync());

        var keys = desk.Gateway.Keys;
        var identity = kind == ChannelKind.WeChatPay
            ? new ChannelIdentity(GatewayKeys.MerchantId, GatewayKeys.WeChatAppId, GatewayKeys.CertificateSerial, GatewayKeys.ChannelKeyId, keys.GatewayPublicPem, GatewayKeys.NewChannelKeyId, keys.NewGatewayPublicPem)
            : new ChannelIdentity(GatewayKeys.SellerId, GatewayKeys.AlipayAppId, null, null, keys.GatewayPublicPem, null, keys.NewGatewayPublicPem);
        await desk.Till.WithAsync((ChannelAccounts a) => a.ChangeAsync(kind, identity, null, null, isOffered: true));
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();
        Assert.Equal(ChannelOrderState.Paid, (await desk.FindAsync(order.Id)).State);
        desk.Gateway.Knobs.NewKey = false;
        Assert.Equal(ChannelOrderState.Offered, (await desk.StartAsync(desk.Till.Own.Zhang, kind)).State);
    }

    [Fact]
    public async Task A_platform_certificate_is_taken_with_its_serial_and_its_end()
    {
        var desk = await ChannelDesk.OpenAsync();
        var now = desk.Till.Desk.Clock.GetUtcNow();
        var request = new CertificateRequest("CN=Tenpay.com sign", desk.Gateway.Keys.Gateway, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var good = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(5));
        using var old = request.CreateSelfSigned(now.AddYears(-5), now.AddDays(-1));
        Task Keep(X509Certificate2 certificate, string serial) => desk.Till.WithAsync((ChannelAccounts a) => a.ChangeAsync(
            ChannelKind.WeChatPay, new ChannelIdentity(GatewayKeys.MerchantId, GatewayKeys.WeChatAppId, GatewayKeys.CertificateSerial, serial, certificate.ExportCertificatePem()), null, null, isOffered: true));

        await Keep(good, good.SerialNumber);
        Assert.Contains("BEGIN PUBLIC KEY", (await desk.Till.WithAsync((ChannelAccounts a) => a.FindAsync(ChannelKind.WeChatPay)))!.ChannelKey, StringComparison.Ordinal);
        Assert.Equal("{0}是证书，序列号是 {1}，与填写的 {2} 不同。", (await Assert.ThrowsAsync<RuleViolation>(() => Keep(good, "51AA"))).Key);
        Assert.Equal("{0}的证书已于 {1} 到期。", (await Assert.ThrowsAsync<RuleViolation>(() => Keep(old, old.SerialNumber))).Key);
    }

    [Theory]
    [InlineData("wechatpay", 64 * 1024 + 1)]
    [InlineData("alipay", 64 * 1024 + 1)]
    [InlineData("wechatpay", 10)]
    [InlineData("alipay", 0)]
    public async Task A_message_that_is_none_is_refused_without_an_error(string channel, int length)
    {
        var desk = await ChannelDesk.OpenAsync();
        using var anybody = desk.Till.Desk.Anonymous();

        var answer = await anybody.PostAsync($"/notify/{desk.Till.Desk.Company.Id}/{channel}", new ByteArrayContent(new byte[length]));

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.DoesNotContain("success", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_field_that_is_there_twice_is_refused()
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.Alipay);
        desk.Gateway.Knobs.FieldTwice = true;
        desk.Gateway.Knobs.RetryAfter = [0.01];
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();

        Assert.Equal(0, await desk.PaymentsAsync());
    }
}
