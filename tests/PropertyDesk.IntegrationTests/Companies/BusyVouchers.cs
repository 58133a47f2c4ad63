using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Vouchers;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A mapping with a row of each kind, and an export by it.</summary>
internal static class BusyVouchers
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        var (item, community) = await desk.In(company, async (DeskDbContext db) => (await db.ChargeItems.OrderBy(i => i.Id).Select(i => i.Id).FirstAsync(), await db.Communities.Select(c => c.Id).FirstAsync()));
        await desk.In(company, async (SubjectMapping mapping) =>
        {
            await mapping.FillAsync();
            await mapping.ChangeAsync(new SubjectChange(
                new Dictionary<Account, TypedSubject>(), new Dictionary<Guid, TypedSubject> { [item] = new("600101", "物业费") }, new Dictionary<Guid, TypedSubject> { [community] = new("01", "小区一") },
                new Dictionary<JournalKind, TypedRule> { [JournalKind.PaymentReceived] = new("收", "收款") }));
            return true;
        });
        var month = BillingMonth.Of(await desk.In(company, (DeskDbContext db) => db.JournalEntries.MaxAsync(j => j.Date)));
        await desk.In(company, (ExportVouchers export) => export.RunAsync(new VoucherScope(month, null, VoucherGrouping.ByDay)));
    }
}
