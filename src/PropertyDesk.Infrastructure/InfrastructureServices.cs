using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Imports;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Infrastructure.Channels;
using PropertyDesk.Infrastructure.Channels.Alipay;
using PropertyDesk.Infrastructure.Channels.WeChatPay;
using PropertyDesk.Infrastructure.Database;
using PropertyDesk.Infrastructure.Documents;
using PropertyDesk.Infrastructure.Mail;
using PropertyDesk.Infrastructure.PersonalData;
using PropertyDesk.Infrastructure.Secrets;
using PropertyDesk.Infrastructure.Sms;
using PropertyDesk.Infrastructure.Spreadsheets;

namespace PropertyDesk.Infrastructure;

/// <summary>The services of this layer: everything that talks to the outside.</summary>
public static class InfrastructureServices
{
    // Seconds: publishing or discarding a large run updates all of its bills by one command.
    private const int LongestCommand = 180;

    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        var database = DatabaseOptions.Of(configuration);
        services.AddDataProtection();
        services.AddScoped<IPersonalDataCipher, DataProtectionCipher>();
        services.AddScoped<ISecretCipher, SecretCipher>();
        services.AddSingleton<ILoginCipher, LoginCipher>();
        services.AddChannels();
        services.AddSenders(configuration);
        services.AddSingleton<IWorkbookReader, XlsxReader>();
        services.AddSingleton<IWorkbookWriter, XlsxWriter>();
        services.AddDocuments();
        return services.AddDatabase(database);
    }

    /// <summary>The chosen database as <see cref="DeskDbContext"/>.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseOptions database)
    {
        if (database.Provider != DatabaseProvider.Sqlite && database.ConnectionString.Length == 0)
        {
            throw new InvalidOperationException($"Database:ConnectionString is missing for Database:Provider={database.Provider}.");
        }

        return database.Provider switch
        {
            DatabaseProvider.Sqlite => services.AddDesk<SqliteDeskDbContext>(o => o.UseSqlite(database.ConnectionString is { Length: > 0 } file ? file : "Data Source=data/propertydesk.db")),
            DatabaseProvider.Postgres => services.AddDesk<PostgresDeskDbContext>(o => o.UseNpgsql(PostgresDeskDbContext.Prepared(database.ConnectionString), server => server.CommandTimeout(LongestCommand))),
            DatabaseProvider.SqlServer => services.AddDesk<SqlServerDeskDbContext>(o => o.UseSqlServer(database.ConnectionString, server => server.CommandTimeout(LongestCommand))),
            _ => throw new InvalidOperationException($"Database:Provider={database.Provider} is not one of Sqlite, Postgres, SqlServer."),
        };
    }

    private static void AddChannels(this IServiceCollection services)
    {
        services.AddHttpClient(ChannelHttp.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), ChannelHttp.LargestAnswer))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        services.AddSingleton<ChannelHttp>();
        services.AddSingleton<IPaymentChannel, WeChatPayChannel>();
        services.AddSingleton<IPaymentChannel, AlipayChannel>();
        services.AddSingleton<IWeChatBrowser, WeChatBrowser>();
        services.AddSingleton<IAlipayPages, AlipayPages>();
    }

    private static void AddSenders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new MailHosts(configuration.GetValue(MailHosts.Setting, false)));
        services.AddSingleton(new SmsGateways(configuration[SmsGateways.AliyunSetting], configuration[SmsGateways.TencentSetting]));
        services.AddSingleton(DispatchOptions.Of(configuration.GetValue<int?>($"{DispatchOptions.Section}:LeaseSeconds")));
        services.AddHttpClient(SmsHttp.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), SmsHttp.LargestAnswer))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        services.AddSingleton<IMailSender, SmtpMailSender>();
        services.AddSingleton<SmsHttp>();
        services.AddSingleton<ISmsSender, AliyunSms>();
        services.AddSingleton<ISmsSender, TencentSms>();
    }

    private static IServiceCollection AddDesk<T>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where T : DeskDbContext =>
        services.AddDbContext<T>(configure).AddScoped<DeskDbContext>(provider => provider.GetRequiredService<T>());
}
