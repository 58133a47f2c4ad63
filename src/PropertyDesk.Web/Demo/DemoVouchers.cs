using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Vouchers;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Web.Demo;

/// <summary>The mapping to a finance system by the general standard, with subjects of their own for some charges, and a first export.</summary>
internal static class DemoVouchers
{
    public static async Task ExportAsync(IServiceProvider scope, DeskDbContext db, BillingMonth month)
    {
        db.ChangeTracker.Clear();
        var mapping = scope.GetRequiredService<SubjectMapping>();
        await mapping.FillAsync();
        var items = await db.ChargeItems.OrderBy(i => i.Name).Select(i => new { i.Id, i.Name, i.OnBehalf }).ToListAsync();
        await mapping.ChangeAsync(new SubjectChange(
            new Dictionary<Account, TypedSubject>(),
            items.Index().ToDictionary(i => i.Item.Id, i => i.Item.OnBehalf ? new TypedSubject($"2241{i.Index + 1:00}", "代收 " + i.Item.Name) : new TypedSubject($"6001{i.Index + 1:00}", i.Item.Name + "收入")),
            new Dictionary<Guid, TypedSubject>(),
            new Dictionary<JournalKind, TypedRule> { [JournalKind.PaymentReceived] = new("收", "{日期} {小区} 收款") }));
        await scope.GetRequiredService<ExportVouchers>().RunAsync(new VoucherScope(month.Previous, null, VoucherGrouping.ByDay));
    }
}
