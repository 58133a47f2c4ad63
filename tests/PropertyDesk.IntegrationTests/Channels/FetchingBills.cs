using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Infrastructure;
using PropertyDesk.Infrastructure.Channels;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>Alipay's real addresses, which no simulator has: a bill is fetched from the channel's own hosts only, and over TLS.</summary>
public sealed class FetchingBills
{
    [Theory]
    [InlineData("http://dwbillcenter.alipay.com/downloadBillFile.resource?fileId=1", "https://dwbillcenter.alipay.com/downloadBillFile.resource?fileId=1")]
    [InlineData("https://dwbillcenter.alipay.com/a?b=%2F", "https://dwbillcenter.alipay.com/a?b=%2F")]
    [InlineData("http://alipay.com.evil.example/a", null)]
    [InlineData("https://evilalipay.com/a", null)]
    [InlineData("http://dwbillcenter.alipay.com:8080/a", null)]
    [InlineData("file:///etc/passwd", null)]
    public async Task A_bill_comes_from_the_channels_hosts_over_TLS(string told, string? fetched)
    {
        using var keys = RSA.Create(2048);
        var wire = new Wire(keys, told);
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new ChannelGateways(null, isDevelopment: false));
        services.AddInfrastructure(new ConfigurationBuilder().Build());
        services.AddHttpClient("channels").ConfigurePrimaryHttpMessageHandler(() => wire);
        await using var provider = services.BuildServiceProvider();
        var alipay = provider.GetServices<IPaymentChannel>().Single(c => c.Kind == ChannelKind.Alipay);
        var access = new ChannelAccess("2088", "2021", null, keys.ExportPkcs8PrivateKeyPem(), null, [new ChannelKey(null, keys.ExportSubjectPublicKeyInfoPem())], "https://desk.example/notify/1/alipay");

        var error = await Record.ExceptionAsync(() => alipay.StatementAsync(access, new DateOnly(2025, 5, 31), TestContext.Current.CancellationToken));

        Assert.Equal(fetched is null, error is ChannelUnavailable);
        Assert.Equal(fetched, wire.Fetched?.AbsoluteUri);
    }

    /// <summary>The channel's end of the wire: says where the bill is, and gives whatever is fetched.</summary>
    private sealed class Wire(RSA keys, string told) : HttpMessageHandler
    {
        public Uri? Fetched { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get)
            {
                Fetched = request.RequestUri;
                return Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent([1]) });
            }

            var node = $$"""{"code":"10000","msg":"Success","bill_download_url":"{{told}}"}""";
            var sign = Convert.ToBase64String(keys.SignData(Encoding.UTF8.GetBytes(node), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent($$"""{"alipay_data_dataservice_bill_downloadurl_query_response":{{node}},"sign":"{{sign}}"}""") });
        }
    }
}
