using System.Net;
using PropertyDesk.Infrastructure.Mail;
using PropertyDesk.Infrastructure.Sms;

namespace PropertyDesk.IntegrationTests.Deliveries;

/// <summary>The providers' published samples, and to which hosts nobody may be led.</summary>
public sealed class KnownSignatures
{
    [Fact]
    public void Aliyun_signs_its_published_sample_alike()
    {
        var query = AliyunSignature.Query([new("RegionId", "cn-shanghai"), new("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd")]);
        var headers = AliyunSignature.Headers(
            new AliyunCall("ecs.cn-shanghai.aliyuncs.com", "RunInstances", "2014-05-26"), query, "YourAccessKeyId", "YourAccessKeySecret",
            new DateTimeOffset(2023, 10, 26, 10, 22, 32, TimeSpan.Zero), "3156853299f313e23d1673dc12e1703d");

        Assert.EndsWith("Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0", headers["Authorization"], StringComparison.Ordinal);
        headers.Remove("Authorization");
        Assert.Equal("7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259", AliyunSignature.Hash(AliyunSignature.Canonical(headers, query)));
    }

    [Fact]
    public void Aliyun_encodes_as_RFC_3986() => Assert.Equal("a=%20%2A~%2B%2F&b=%E4%BD%A0", AliyunSignature.Query([new("b", "你"), new("a", " *~+/")]));

    [Fact]
    public void Tencent_signs_its_published_sample_alike()
    {
        const string Body = """{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}""";
        var call = new TencentCall("cvm.tencentcloudapi.com", "cvm", "DescribeInstances");

        Assert.Equal("35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064", TencentSignature.Hash(Body));
        Assert.Equal("7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84", TencentSignature.Hash(TencentSignature.Canonical(call, Body)));
        Assert.Equal("10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f", TencentSignature.Sign(call, Body, new string('*', 32), DateTimeOffset.FromUnixTimeSeconds(1551113065)));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.31.0.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("203.0.113.9", false)]
    [InlineData("2001:db8::1", false)]
    public void A_page_cannot_name_a_mail_server_inside_of_our_network(string address, bool isPrivate) => Assert.Equal(isPrivate, MailHosts.IsPrivate(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://sms.example.com")]
    [InlineData("ftp://127.0.0.1")]
    public void Only_https_or_this_machine_can_stand_for_a_provider(string address) => Assert.Throws<InvalidOperationException>(() => new SmsGateways(address, null));

    [Fact]
    public async Task Where_the_host_does_not_allow_it_a_private_server_is_refused() =>
        await Assert.ThrowsAsync<Application.Deliveries.SenderDown>(() => new MailHosts(AllowsPrivate: false).ResolveAsync("127.0.0.1", TestContext.Current.CancellationToken));
}
