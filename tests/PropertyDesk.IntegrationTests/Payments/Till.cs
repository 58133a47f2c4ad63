using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Infrastructure;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.IntegrationTests.Payments;

/// <summary>
/// A till in a small community with published bills, and beside it a foreign company that looks just the same. On the
/// embedded database, or on the PostgreSQL server that PROPERTYDESK_TEST_POSTGRES names.
/// </summary>
internal sealed class Till : IAsyncDisposable
{
    public static readonly BillingMonth March = new(2025, 3);
    public static readonly BillingMonth April = new(2025, 4);

    private readonly string _name = "till_" + Guid.NewGuid().ToString("n");
    private readonly string _file;
    private readonly ServiceProvider _services;

    private Till()
    {
        _file = Path.Combine(Path.GetTempPath(), _name + ".db");
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddApplication();
        services.AddInfrastructure(new ConfigurationBuilder().AddInMemoryCollection(Settings()).Build());
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        _services = services.BuildServiceProvider();
    }

    /// <summary>20 May 2025, ten in the morning in Shanghai.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 5, 20, 2, 0, 0, TimeSpan.Zero));

    public SmallCommunity Own { get; private set; } = null!;

    public SmallCommunity Foreign { get; private set; } = null!;

    /// <summary>Opens with the bills of March and April published for every unit of both companies.</summary>
    public static async Task<Till> OpenAsync()
    {
        var till = new Till();
        var scope = till._services.CreateAsyncScope();
        await using (scope)
        {
            await DatabaseStart.MigrateAsync(scope.ServiceProvider.GetRequiredService<DeskDbContext>(), TimeProvider.System);
        }

        till.Own = await till.BuildAsync("own");
        till.Foreign = await till.BuildAsync("foreign");
        return till;
    }

    /// <summary>Does something with a service, as a clerk of the own company, in a scope of its own as a request would.</summary>
    public async Task<TResult> WithAsync<T, TResult>(Func<T, Task<TResult>> act)
        where T : class
    {
        await using var scope = Enter(Own.Company);
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>As above, for acts without a result.</summary>
    public Task WithAsync<T>(Func<T, Task> act)
        where T : class => WithAsync<T, bool>(async service =>
        {
            await act(service);
            return true;
        });

    /// <summary>Looks into the database as the own company sees it.</summary>
    public Task<TResult> SeeAsync<TResult>(Func<DeskDbContext, Task<TResult>> look) => WithAsync(look);

    public AsyncServiceScope Enter(Company company)
    {
        var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().EnterAsJob(company, "收费员小周");
        return scope;
    }

    /// <summary>A request as the page of the owner would send it now: everything in cash, oldest first.</summary>
    public async Task<PaymentRequest> AskAsync(Owner owner)
    {
        var dues = await WithAsync((OwnerDuesQuery q) => q.FindAsync(owner.Id));
        return new PaymentRequest(Guid.NewGuid(), owner.Id, [], dues.Total, dues.Total, PaymentMethod.Cash);
    }

    public Task<PaymentTaken> TakeAsync(PaymentRequest request) => WithAsync((TakePayment t) => t.RunAsync(request));

    /// <summary>The receipt's number, or the key of the refusal.</summary>
    public async Task<string> TryTakeAsync(PaymentRequest request)
    {
        try
        {
            return (await TakeAsync(request)).ReceiptNumber;
        }
        catch (RuleViolation rule)
        {
            return rule.Key;
        }
    }

    public Task<LedgerAuditResult> AuditAsync() => WithAsync((LedgerAudit a) => a.RunAsync());

    public async ValueTask DisposeAsync()
    {
        var scope = _services.CreateAsyncScope();
        await using (scope)
        {
            await scope.ServiceProvider.GetRequiredService<DeskDbContext>().Database.EnsureDeletedAsync();
        }

        await _services.DisposeAsync();
        File.Delete(_file + ".migrate");
    }

    private Dictionary<string, string?> Settings()
    {
        var server = Environment.GetEnvironmentVariable("PROPERTYDESK_TEST_POSTGRES");
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = server is null ? "Sqlite" : "Postgres",
            ["Database:ConnectionString"] = server is null
                ? $"Data Source={_file}"
                : $"{server};Database={_name};Maximum Pool Size=20",
        };
    }

    private async Task<SmallCommunity> BuildAsync(string slug)
    {
        var company = new Company(slug, slug);
        var outside = _services.CreateAsyncScope();
        await using (outside)
        {
            var db = outside.ServiceProvider.GetRequiredService<DeskDbContext>();
            db.Add(company);
            await db.SaveChangesAsync();
        }

        await using var scope = Enter(company);
        var services = scope.ServiceProvider;
        var community = new SmallCommunity(company, services.GetRequiredService<IPersonalDataCipher>());
        var context = services.GetRequiredService<DeskDbContext>();
        context.AddRange(community.Everything);
        await context.SaveChangesAsync();
        foreach (var month in new[] { March, April })
        {
            var run = await services.GetRequiredService<BillRuns>().DraftAsync(community.Community.Id, month);
            await services.GetRequiredService<BillPublishing>().PublishAsync(run.RunId);
        }

        return community;
    }
}
