using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Imports;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Web.Demo;

/// <summary>
/// Fills an empty database with a living community: the workbook of a real size, three months of bills, most of the older
/// ones paid. Everything goes through the same services as a day's work at the desk.
/// </summary>
internal sealed class DemoData(IServiceProvider services)
{
    private const int Months = 3;
    private readonly DemoClock _clock = new();

    /// <summary>Does nothing when there is a company already.</summary>
    public async Task SeedAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        if (await db.Companies.AnyAsync())
        {
            return;
        }

        var company = new Company("翠湖物业", "cuihu");
        db.AddRange(company, new Company("和谐家园物业", "hexie"));
        await db.SaveChangesAsync();
        db.Current.EnterAsJob(company, "演示数据");
        var today = db.Current.Today(services.GetRequiredService<TimeProvider>());
        var lastMonth = BillingMonth.Of(today).Previous;
        var communityId = await ImportAsync(scope.ServiceProvider, db, lastMonth);
        await DescribeAsync(db, communityId);
        await BillAsync(db, communityId, lastMonth, today);
        await DemoLife.RecordAsync(scope.ServiceProvider, db, communityId, today);
        await DemoPurses.AskAsync(scope.ServiceProvider, db, communityId);
        await DemoDirectDebit.CollectAsync(scope.ServiceProvider, db, communityId);
        await DemoDunning.CollectAsync(scope.ServiceProvider, db, communityId, today);
        await DemoSurveys.AskAsync(scope.ServiceProvider, db, communityId, today);
        await DemoEquipment.InstallAsync(scope.ServiceProvider, db, communityId, today);
        await DemoVouchers.ExportAsync(scope.ServiceProvider, db, BillingMonth.Of(today));
        await new DemoLogins(services).CreateAsync(company.Id, communityId);
        await new DemoPortal(services).LiveAsync(company.Id);
        await new DemoTickets(services).OpenAsync(company.Id, communityId);
        await DemoPartners.MeetAsync(scope.ServiceProvider, communityId, today);
        await new DemoPatrols(services).WalkAsync(company.Id, communityId, today);
        await new DemoOrders(services).AskAsync(company.Id, communityId, today);
        await new DemoIncidents(services).ReportAsync(company.Id, communityId);
        await new DemoVisitors(services).ComeAsync(company.Id, communityId);
        await DemoEvents.HoldAsync(scope.ServiceProvider, db, communityId, today);
        await DemoArchive.KeepAsync(scope.ServiceProvider, db, communityId, today);
        await new DemoCalls(services).TakeAsync(company.Id, communityId, today);
        await DemoNotices.PublishAsync(scope.ServiceProvider, db, communityId, today);
    }

    private async Task<Guid> ImportAsync(IServiceProvider scope, DeskDbContext db, BillingMonth lastMonth)
    {
        var workbookMonth = new BillingMonth(2025, 5);
        var shift = ((lastMonth.Year - workbookMonth.Year) * 12) + lastMonth.Month - workbookMonth.Month;
        // The workbook holds readings of last month: nobody could have brought them earlier.
        _clock.Set(lastMonth.Next.FirstDay, 8, db.Current.TimeZone);
        var reader = new ShiftedWorkbook(scope.GetRequiredService<IWorkbookReader>(), shift);
        var room = new ImportRoom(db, reader, scope.GetRequiredService<IPersonalDataCipher>(), _clock);
        var file = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Demo", "cuihu-garden.xlsx"));
        return await room.ConfirmAsync(await room.UploadAsync(null, "cuihu-garden.xlsx", file), acceptDoubts: true);
    }

    private static async Task DescribeAsync(DeskDbContext db, Guid communityId)
    {
        var community = await db.Communities.SingleAsync(c => c.Id == communityId);
        community.Describe(community.Name, "上海市浦东新区翠湖路 88 号", "021-5555 8800");
        community.SetLateFee(0.0005m, graceDays: 0, capShare: null);
        community.SetPurses(payBills: true, wholeOnly: false, crossClasses: false);
        await db.SaveChangesAsync();
    }

    private async Task BillAsync(DeskDbContext db, Guid communityId, BillingMonth lastMonth, DateOnly today)
    {
        var month = BillingMonth.Of(lastMonth.FirstDay.AddMonths(1 - Months));
        for (var i = 0; i < Months; i++, month = month.Next)
        {
            _clock.Set(month.Next.FirstDay, 9, db.Current.TimeZone);
            var draft = await new BillRuns(db, _clock, new RunProgress()).DraftAsync(communityId, month);
            await new BillPublishing(db, _clock, new RunProgress(), new PursePaying(db, _clock), new DeliveryQueue(db, services.GetRequiredService<ChannelAddresses>(), _clock)).PublishAsync(draft.RunId);
            db.ChangeTracker.Clear();
            // The older the month, the more of it is in: 9, 8 and 6 of ten households.
            await PayAsync(db, communityId, month, households: i switch { 0 => 9, 1 => 8, _ => 6 }, i, today);
            if (i == 0)
            {
                await DemoPurses.PrepayAsync(db, _clock, communityId);
            }
        }
    }

    private async Task PayAsync(DeskDbContext db, Guid communityId, BillingMonth month, int households, int turnOfMonth, DateOnly today)
    {
        var owners = await db.Bills.Where(b => b.CommunityId == communityId && b.Period == month).OrderBy(b => b.Number).Select(b => b.OwnerId).ToListAsync();
        var turn = 0;
        // Not the same households every month: some come late and pay for two, a few never come.
        foreach (var owner in owners.Distinct().Where(_ => ((++turn * 7) + (turnOfMonth * 3)) % 10 < households && turn % 11 != 5))
        {
            _clock.Set(Earlier(month.Next.FirstDay.AddDays(turn % 24), today), 9 + (turn % 8), db.Current.TimeZone);
            var open = new Money(await db.Bills.Open().Where(b => b.OwnerId == owner).SumAsync(b => b.Outstanding.Fen));
            if (open.IsZero)
            {
                // The purse has paid already.
                continue;
            }

            var transfer = turn % 4 == 0;
            // One in thirty pays a part only.
            var amount = turn % 30 == 1 ? new Money(open.Fen / 2) : open;
            var tender = transfer ? new Tender(PaymentMethod.BankTransfer, amount, $"YH{month.Number}{turn:0000}") : new Tender(PaymentMethod.Cash, amount);
            await new TakePayment(db, new PaymentBooking(db, _clock), new ShiftRoom(db, _clock)).RunAsync(new PaymentRequest(Guid.NewGuid(), owner, [], open, [tender]));
            db.ChangeTracker.Clear();
        }
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
