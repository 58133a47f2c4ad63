using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using PropertyDesk.GatewaySim;

namespace PropertyDesk.IntegrationTests;

/// <summary>The real program on a database of this run, with a clock that the tests hold.</summary>
internal sealed class DeskHost(string provider, string connection, IReadOnlyDictionary<string, string>? settings = null) : WebApplicationFactory<global::Program>
{
    private static readonly Lazy<Task<DeskHost>> Shared = new(StartAloneAsync);
    private static readonly Lazy<Task<DeskHost>> Channels = new(StartWithGatewayAsync);
    private Gateway? _gateway;

    /// <summary>1 June 2025, nine in the morning in Shanghai.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 6, 1, 1, 0, 0, TimeSpan.Zero));

    /// <summary>Of the database, for a second process on it.</summary>
    public string Connection => connection;

    /// <summary>The payment channels' stand-in; its notices come into this host.</summary>
    public Gateway Gateway => _gateway ?? throw new InvalidOperationException("This host has no gateway.");

    /// <summary>For all tests, at the same time: nobody moves its clock, that would log other tests' people out.</summary>
    public static Task<DeskHost> GetAsync() => Shared.Value;

    /// <summary>For the tests of the channels, one after the other: they may move its clock.</summary>
    public static Task<DeskHost> GetWithGatewayAsync() => Channels.Value;

    /// <summary>A program of its own, whose clock can be moved.</summary>
    public static async Task<DeskHost> StartAloneAsync()
    {
        var host = new DeskHost(TestEngine.Provider, await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n")));
        _ = host.Server;
        return host;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Database:Provider", provider);
        builder.UseSetting("Database:ConnectionString", connection);
        builder.UseSetting("KeysFolder", Path.Combine(Path.GetTempPath(), "propertydesk-test-keys"));
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("Channels:Simulator", _gateway?.Address.ToString());
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddTransient<IStartupFilter, AddressOfClient>();
        });
    }

    private static async Task<DeskHost> StartWithGatewayAsync()
    {
        var host = new DeskHost(TestEngine.Provider, await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n")));
        host._gateway = await Gateway.StartAsync(clock: host.Clock.GetUtcNow, notifier: () => host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
        _ = host.Server;
        return host;
    }

    /// <summary>Each client gets an address of its own, so that the login limit counts clients as it does in life.</summary>
    private sealed class AddressOfClient : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (IPAddress.TryParse(context.Request.Headers["X-Client-Address"], out var address))
                {
                    context.Connection.RemoteIpAddress = address;
                }

                return rest(context);
            });
            next(app);
        };
    }
}
