using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A company that has at least one row of every kind there is.</summary>
internal static class BusyCompany
{
    public static async Task FillAsync(Desk desk, Company company)
    {
        var (community, _, _) = await desk.ImportAsync("jinxiu-messy.xlsx", company);
        await desk.In(company, async (DeskDbContext db) =>
        {
            var place = await db.Communities.SingleAsync();
            place.Describe("小区 " + company.Slug, null, null);
            var user = new DeskUser { UserName = company.Slug, DisplayName = "前台" };
            var limited = Membership.OfStaff(company, user.Id, Role.ServiceDesk);
            limited.LimitTo([place]);
            db.AddRange(user, limited);
            return await db.SaveChangesAsync();
        });
        var draft = await desk.In(company, (BillRuns runs) => runs.DraftAsync(community, new BillingMonth(2025, 5)));
        await desk.In(company, async (BillPublishing publishing) =>
        {
            await publishing.PublishAsync(draft.RunId);
            return true;
        });
        await desk.In(company, (BillRuns runs) => runs.DraftAsync(community, new BillingMonth(2025, 6)));
        var payer = await desk.In(company, (DeskDbContext db) => db.Bills.Where(b => b.BillRunId == draft.RunId && b.Total.Fen > 0).OrderBy(b => b.Number).Select(b => b.OwnerId).FirstAsync());
        var due = new Money(await desk.In(company, (DeskDbContext db) => db.Bills.Where(b => b.OwnerId == payer && b.BillRunId == draft.RunId).SumAsync(b => b.Total.Fen)));
        await desk.In(company, (TakePayment till) => till.RunAsync(new PaymentRequest(Guid.NewGuid(), payer, [], due, [new Tender(PaymentMethod.Cash, due)])));
        await desk.In(company, (DeskDbContext db) => CreditAsync(db));
        await BusyUnits.RecordAsync(desk, company);
        await BusyMeters.RecordAsync(desk, company);
        await BusyShifts.RecordAsync(desk, company);
        await BusyRefunds.RecordAsync(desk, company);
        await BusyChannels.RecordAsync(desk, company);
        await BusyDeliveries.RecordAsync(desk, company);
        await BusyPurses.RecordAsync(desk, company);
        await BusyReconciliation.RecordAsync(desk, company);
        await BusyDirectDebit.RecordAsync(desk, company);
        await BusyVouchers.RecordAsync(desk, company);
        await BusyDunning.RecordAsync(desk, company);
        await BusyEquipment.RecordAsync(desk, company);
        await BusyTickets.RecordAsync(desk, company, payer);
        await BusyVisitors.RecordAsync(desk, company);
        await BusyCalls.RecordAsync(desk, company, payer);
        await BusyArchive.RecordAsync(desk, company, payer);
        await BusyNotices.RecordAsync(desk, company);
        await BusySurveys.RecordAsync(desk, company);
        await BusyReports.RecordAsync(desk, company);
        await BusyEvents.RecordAsync(desk, company);
        await BusyIncidents.RecordAsync(desk, company);
        await BusyPartners.RecordAsync(desk, company);
        await BusyPatrols.RecordAsync(desk, company);
        await BusyCorrections.RecordAsync(desk, company, draft.RunId);
        await BusyAccounts.RecordAsync(desk, company);
        await BusyPortal.RecordAsync(desk, company, payer);
        await desk.In(company, (Invitations invitations) => invitations.InviteOwnerAsync(payer));
    }

    /// <summary>A line of the draft with something off it, and a purse that was moved.</summary>
    private static async Task<int> CreditAsync(DeskDbContext db)
    {
        var bill = await db.Bills.Include(b => b.Lines).Include(b => b.Owner).OrderBy(b => b.Number).FirstAsync(b => b.IssuedOn == null && b.Total.Fen > 0);
        bill.Credit(bill.Lines.First(l => l.Amount > Money.Zero), BillCreditKind.Discount, CalculatedLine.Of(new WaiverWorking(new Money(100), null, new Money(1))));
        var purse = new Purse(bill.Owner, PurseClass.General);
        var entry = purse.Move(PurseEntryKind.CreditOfBill, new Money(1), bill.Id, new DateOnly(2025, 6, 1), DateTimeOffset.UnixEpoch);
        db.AddRange(purse, entry);
        return await db.SaveChangesAsync();
    }

    /// <summary>One id of every kind of row, by the name of the kind.</summary>
    public static async Task<Dictionary<string, Guid>> IdsAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var type in Kinds(db))
        {
            ids[type.Name] = Assert.IsAssignableFrom<CompanyOwned>(await Rows(db, type).OrderBy(r => r.Id).FirstOrDefaultAsync() ?? throw new InvalidOperationException($"No row of {type.Name}: make one here.")).Id;
        }

        return ids;
    }

    /// <summary>Everything that the company has, as text, to see that nothing was changed.</summary>
    public static async Task<List<string>> PictureAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var picture = new List<string>();
        foreach (var type in Kinds(db))
        {
            var columns = db.Model.FindEntityType(type)!.GetMembers().OfType<Microsoft.EntityFrameworkCore.Metadata.IPropertyBase>()
                .Where(m => m is Microsoft.EntityFrameworkCore.Metadata.IProperty or Microsoft.EntityFrameworkCore.Metadata.IComplexProperty).ToList();
            picture.AddRange((await Rows(db, type).ToListAsync()).Select(row => type.Name + " " + string.Join('|', columns.Select(c => c.GetGetter().GetClrValue(row)))));
        }

        picture.Sort(StringComparer.Ordinal);
        return picture;
    }

    public static IEnumerable<Type> Kinds(DeskDbContext db) =>
        db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => t.IsAssignableTo(typeof(CompanyOwned)));

    private static IQueryable<CompanyOwned> Rows(DeskDbContext db, Type type) =>
        ((IQueryable<CompanyOwned>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!).AsNoTracking();
}
