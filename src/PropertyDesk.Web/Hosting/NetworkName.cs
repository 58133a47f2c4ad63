using System.Net;
using System.Net.Sockets;

namespace PropertyDesk.Web.Hosting;

/// <summary>Where a request came from: whole for limits, masked for eyes.</summary>
public static class NetworkName
{
    public static string Of(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>Such as 203.0.113.*, or 2001:db8:1:*: enough to know the own network again.</summary>
    public static string Masked(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        address = address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address;
        return address switch
        {
            null => "",
            { AddressFamily: AddressFamily.InterNetwork } => string.Join('.', address.ToString().Split('.')[..3]) + ".*",
            _ when IPAddress.IsLoopback(address) => "::1",
            _ => string.Join(':', address.ToString().Split(':')[..3]) + ":*",
        };
    }
}
