using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Purses;

/// <summary>
/// A till whose items have their purses: property fee and rubbish the one of the property, water the one of utilities. Each
/// owner owes for March (due first) and April: 李娜 258.40 a month, 张伟 for two flats 516.80 and 40.00 for water.
/// </summary>
internal sealed class PurseDesk
{
    private PurseDesk(Till till) => Till = till;

    public Till Till { get; }

    public Owner Li => Till.Own.Li;

    public Owner Zhang => Till.Own.Zhang;

    public Guid Collector { get; } = Guid.NewGuid();

    public Guid Manager { get; } = Guid.NewGuid();

    public static async Task<PurseDesk> OpenAsync()
    {
        var desk = new PurseDesk(await Till.OpenAsync());
        await desk.Till.MoveDueDatesApartAsync();
        await desk.Till.SeeAsync(async db =>
        {
            foreach (var item in await db.ChargeItems.ToListAsync())
            {
                item.PayFrom(item.OnBehalf ? PurseClass.Utilities : PurseClass.Property);
            }

            return await db.SaveChangesAsync();
        });
        return desk;
    }

    /// <summary>Prepays into a class, by transfer.</summary>
    public async Task<PaymentTaken> PrepayAsync(Owner owner, PurseClass into, decimal yuan)
    {
        var ask = await Till.AskAsync(owner);
        return await Till.TakeAsync(ask.Paying(Money.Exact(yuan), PaymentMethod.BankTransfer, "YH-1") with { Into = into });
    }

    /// <summary>Uses the purses for all open bills, as the owner's page would send it now.</summary>
    public async Task<Guid> UseAsync(Owner owner, params Guid[] bills) => await UseAsync(await AskAsync(owner, bills));

    public Task<Guid> UseAsync(PurseUseRequest request) => Till.Desk.As(Collector, Role.Collector, (ApplyPurse a) => a.RunAsync(request));

    public async Task<PurseUseRequest> AskAsync(Owner owner, params Guid[] bills)
    {
        var plan = await Till.WithAsync((ApplyPurse a) => a.PlanAsync(owner.Id, bills));
        return new PurseUseRequest(Guid.NewGuid(), owner.Id, bills, Money.Sum(plan.Select(p => p.Amount)));
    }

    public Task<Guid> TakeBackAsync(Guid use, string? reason = "抵扣错了") => Till.Desk.As(Collector, Role.Collector, (ApplyPurse a) => a.TakeBackAsync(use, Guid.NewGuid(), reason));

    public Task<UseDetails> FindAsync(Guid use) => Till.WithAsync((PurseQueries q) => q.UseAsync(use));

    /// <summary>What the document paid, in the order of the bills and their lines: month, item, purse, amount.</summary>
    public async Task<IEnumerable<string>> PaidByAsync(Guid use) =>
        (await FindAsync(use)).Lines.Select(l => $"{l.Period} {l.Item} {l.Purse} {l.Amount}");

    public async Task<Money> BalanceAsync(Owner owner, PurseClass @class) => (await Till.WithAsync((PurseQueries q) => q.BalancesAsync([owner.Id])))[@class];

    public async Task<Money> OwedAsync(Owner owner) => (await Till.WithAsync((OwnerDuesQuery q) => q.FindAsync(owner.Id))).Total;

    public Task SetAsync(bool payBills = false, bool wholeOnly = false, bool cross = false) =>
        Till.WithAsync((PurseSettings s) => s.ChangeAsync(Till.Own.Community.Id, new PurseWays(payBills, wholeOnly, cross)));

    /// <summary>Drafts and publishes the month after April.</summary>
    public async Task<Guid> PublishMayAsync()
    {
        var run = await Till.WithAsync((BillRuns r) => r.DraftAsync(Till.Own.Community.Id, Till.April.Next));
        await Till.WithAsync((BillPublishing p) => p.PublishAsync(run.RunId));
        return run.RunId;
    }

    /// <summary>The audit finds nothing, and the list of purses is what the ledger says.</summary>
    public async Task BooksAreSoundAsync()
    {
        Assert.Empty((await Till.WithAsync((LedgerAudit a) => a.RunAsync())).Broken);
        var list = await Till.WithAsync((PurseQueries q) => q.ListAsync(Till.Own.Community.Id));
        Assert.Equal((list.Ledger, Money.Sum(list.Page.Rows.Select(r => r.Total))), (list.Total, list.Total));
    }
}
