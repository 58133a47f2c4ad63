using System.Net;
using System.Net.Sockets;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;

namespace PropertyDesk.Infrastructure.Mail;

/// <summary>
/// To which mail servers this installation connects. A company names its server on a page, so addresses inside of our own
/// network are refused unless the host's configuration allows them: a page must not reach what only we can reach.
/// </summary>
/// <param name="AllowsPrivate">Mail:AllowPrivateHosts of the host's configuration.</param>
public sealed record MailHosts(bool AllowsPrivate)
{
    public const string Setting = "Mail:AllowPrivateHosts";

    /// <exception cref="SenderDown">There is no such host, or all its addresses are private.</exception>
    public async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancel)
    {
        try
        {
            var all = await Dns.GetHostAddressesAsync(host, cancel);
            var allowed = AllowsPrivate ? all : [.. all.Where(a => !IsPrivate(a))];
            return allowed.Length > 0 ? allowed : throw new SenderDown(Texts.Of("邮件服务器 {0} 在内网，本系统的配置不允许连接。", host), mayBeOut: false);
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            throw new SenderDown(Texts.Of("找不到邮件服务器 {0}。", host), mayBeOut: false, error);
        }
    }

    public static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any))
        {
            return true;
        }

        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork && (bytes[0], bytes[1]) switch
        {
            (0 or 10 or 127, _) => true,
            (100, >= 64 and <= 127) => true,
            (169, 254) => true,
            (172, >= 16 and <= 31) => true,
            (192, 168) => true,
            ( >= 224, _) => true,
            _ => false,
        };
    }
}
