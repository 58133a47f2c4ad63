using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Reconciliation;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A reconciled day with a difference, what was settled of it, and the columns of a bank's statement.</summary>
internal static class BusyReconciliation
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var own = await db.Companies.SingleAsync(c => c.Id == company.Id);
        var day = new ReconciledDay(own, MoneySource.Alipay, new DateOnly(2025, 5, 31));
        day.Take("a.csv", "00", new(Guid.NewGuid(), "刘敏", DateTimeOffset.UnixEpoch, new DateOnly(2025, 6, 1)));
        var (community, item) = (await db.Communities.FirstAsync(), new ReconciliationItem(day, "T1", "", Money.Exact(1m), Money.Zero, DateTimeOffset.UnixEpoch, null));
        db.AddRange(
            day, item, new DifferencePosting(community, item, Account.Suspense, "不明来款", new(Guid.NewGuid(), "刘敏", DateTimeOffset.UnixEpoch, new DateOnly(2025, 6, 1))),
            new Settlement(community, day, Money.Exact(1m), Money.Zero), new StatementLayout(own, MoneySource.Bank));
        await db.SaveChangesAsync();
    }
}
