using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Payments;

/// <summary>A desk whose small community has published bills, and whose foreign company looks just the same.</summary>
internal sealed class Till
{
    public static readonly BillingMonth March = new(2025, 3);
    public static readonly BillingMonth April = new(2025, 4);

    private Till(Desk desk) => Desk = desk;

    public Desk Desk { get; }

    public SmallCommunity Own { get; private set; } = null!;

    public SmallCommunity Foreign { get; private set; } = null!;

    /// <summary>The company's day: the one on which the bills were published.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Opens with the bills of March and April published for every unit of both companies.</summary>
    public static async Task<Till> OpenAsync() => await OpenAsync(await Desk.OpenAsync());

    /// <summary>The same on a desk whose clock may be moved.</summary>
    public static async Task<Till> OpenAsync(Desk desk)
    {
        var till = new Till(desk);
        till.Own = await till.BuildAsync(till.Desk.Company);
        till.Foreign = await till.BuildAsync(till.Desk.Foreign);
        return till;
    }

    /// <summary>Does something with a service of the own company, in a scope of its own as a request would.</summary>
    public Task<TResult> WithAsync<T, TResult>(Func<T, Task<TResult>> act)
        where T : class => Desk.In(act);

    /// <summary>As above, for acts without a result.</summary>
    public Task WithAsync<T>(Func<T, Task> act)
        where T : class => Desk.In(act);

    /// <summary>Looks into the database as the own company sees it.</summary>
    public Task<TResult> SeeAsync<TResult>(Func<DeskDbContext, Task<TResult>> look) => Desk.See(look);

    /// <summary>A request as the page of the owner would send it now: everything in cash, oldest first.</summary>
    public async Task<PaymentRequest> AskAsync(Owner owner)
    {
        var dues = await WithAsync((OwnerDuesQuery q) => q.FindAsync(owner.Id));
        return new PaymentRequest(Guid.NewGuid(), owner.Id, [], dues.Total, [new Tender(PaymentMethod.Cash, dues.Total)]);
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

    private async Task<SmallCommunity> BuildAsync(Company company)
    {
        await using var scope = Desk.Enter(company);
        var services = scope.ServiceProvider;
        var community = new SmallCommunity(company, services.GetRequiredService<IPersonalDataCipher>());
        var db = services.GetRequiredService<DeskDbContext>();
        db.AddRange(community.Everything);
        await db.SaveChangesAsync();
        foreach (var month in new[] { March, April })
        {
            var run = await services.GetRequiredService<BillRuns>().DraftAsync(community.Community.Id, month);
            await services.GetRequiredService<BillPublishing>().PublishAsync(run.RunId);
        }

        Today = db.Current.Today(Desk.Clock);
        return community;
    }
}
