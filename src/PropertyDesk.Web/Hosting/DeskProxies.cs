using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace PropertyDesk.Web.Hosting;

/// <summary>Which reverse proxies are believed when they say from where, and over which scheme, a request came.</summary>
public static class DeskProxies
{
    /// <summary>Proxies in the setting "Proxies": addresses or networks such as 172.16.0.0/12, comma separated. None: nobody is believed.</summary>
    public static void AddDeskProxies(this IServiceCollection services, IConfiguration configuration) => services.Configure<ForwardedHeadersOptions>(options =>
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in (configuration["Proxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (proxy.Contains('/', StringComparison.Ordinal))
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
            else
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        }

        // With empty lists the middleware would believe everybody.
        if (options.KnownProxies.Count + options.KnownIPNetworks.Count == 0)
        {
            options.ForwardedHeaders = ForwardedHeaders.None;
        }
    });
}
