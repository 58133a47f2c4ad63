using Microsoft.AspNetCore.DataProtection;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Infrastructure;
using PropertyDesk.Infrastructure.Channels;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.FaultWorker;

/// <summary>What worker and harness share: the product's services over the real database.</summary>
public static class FaultServices
{
    /// <summary>Whoever cashes and holds the shift.</summary>
    public static readonly Guid Cashier = new("7a1e0d6c-52a5-4d64-9a2c-6f0a0b1c0001");

    /// <summary>Whoever approves.</summary>
    public static readonly Guid Manager = new("7a1e0d6c-52a5-4d64-9a2c-6f0a0b1c0002");

    /// <param name="gateway">Address of the simulator of the payment channels.</param>
    /// <param name="keys">Folder of the data-protection keys: a worker reads what the harness encrypted.</param>
    public static IServiceCollection AddFaultServices(this IServiceCollection services, DatabaseOptions database, string gateway, string keys)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = database.Provider.ToString(),
            ["Database:ConnectionString"] = database.ConnectionString,
        }).Build();
        services.AddSingleton(TimeProvider.System).AddApplication().AddInfrastructure(configuration);
        services.AddDataProtection().SetApplicationName("PropertyDesk").PersistKeysToFileSystem(new DirectoryInfo(keys));
        services.AddSingleton(new ChannelGateways(gateway, isDevelopment: true));
        // Whichever worker lives takes the notices: the harness leads them there.
        return services.AddSingleton(new ChannelAddresses("http://127.0.0.1:1"));
    }
}
