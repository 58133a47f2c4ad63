using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Application.Documents;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Invoices;
using PropertyDesk.Application.Parking;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Invoices;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.PersonalData;

namespace PropertyDesk.Web.Demo;

/// <summary>
/// What the demo's owner did on the portal: asked about two lines, of which one is answered, asked for two invoices, of which one
/// is recorded, let somebody of the family in, and asked to correct a phone number.
/// </summary>
internal sealed class DemoPortal(IServiceProvider services)
{
    public const string FamilyLogin = "family@demo";
    private const int EarlierMonths = 16;

    public async Task LiveAsync(int companyId)
    {
        var (company, owner) = await FindAsync(companyId);
        await PayOlderAsync(company, owner);
        await ReadEarlierAsync(company, owner);
        await ParkAsync(company, owner);
        var lines = await AsDeskAsync(company, (DeskDbContext db) => db.BillLines.Where(l => l.Bill.OwnerId == owner.OwnerId && l.Bill.IssuedOn != null && l.ReversedById == null)
            .OrderByDescending(l => l.Bill.Period).ThenBy(l => l.Position).Select(l => l.Id).Take(2).ToListAsync());
        await AsOwnerAsync(company, owner, (HandleDispute d) => d.AskAsync(lines[0], "这一项是按什么面积算的？"));
        var answered = await AsOwnerAsync(company, owner, (HandleDispute d) => d.AskAsync(lines[^1], "这一项我不明白，请说明。"));
        await AsDeskAsync(company, (HandleDispute d) => DoneAsync(d.AnswerAsync(answered, "已核对，计算过程见本行明细，如仍有疑问请再提问。")));
        await InvoicesAsync(company, owner);
        await AsOwnerAsync(company, owner, (DataRequests r) => r.AskAsync(owner.OwnerId!.Value, DataRequestKind.Correction, "手机号已更换，请改为 138 0000 9999。"));
        await FamilyAsync(company, owner);
        await new DemoElsewhere(services).OwnAsync(owner.Owner!.Name);
    }

    // Two receipts, to ask for invoices; the newest bill stays open.
    private async Task PayOlderAsync(Company company, Membership owner)
    {
        var bills = await AsDeskAsync(company, (DeskDbContext db) => db.Bills.Open().Where(b => b.OwnerId == owner.OwnerId).OrderBy(b => b.Period).Select(b => new { b.Id, b.Outstanding }).ToListAsync());
        for (var i = 0; i < Math.Min(2, bills.Count - 1); i++)
        {
            var owed = Money.Sum(bills.Skip(i).Select(b => b.Outstanding));
            await AsDeskAsync(company, (TakePayment t) => t.RunAsync(new PaymentRequest(
                Guid.NewGuid(), owner.OwnerId!.Value, [bills[i].Id], owed, [new Tender(PaymentMethod.BankTransfer, bills[i].Outstanding, $"YH-PORTAL-{i}")])));
        }
    }

    // All spaces of the workbook are let: one more, for the owner's own car.
    private async Task ParkAsync(Company company, Membership owner)
    {
        const string number = "B9-001";
        await AsDeskAsync(company, (ParkingRoom r) => r.AddAsync(owner.Owner!.CommunityId, number, ParkingSpaceKind.Owned));
        var (unit, space, today) = await AsDeskAsync(company, async (DeskDbContext db) => (
            await db.Ownerships.Where(o => o.OwnerId == owner.OwnerId && o.To == null).Select(o => o.Unit.Code).FirstAsync(),
            await db.ParkingSpaces.Where(p => p.CommunityId == owner.Owner!.CommunityId && p.Number == number).Select(p => p.Id).SingleAsync(),
            db.Current.Today(services.GetRequiredService<TimeProvider>())));
        await AsDeskAsync(company, (ParkingRoom r) => DoneAsync(r.LetAsync(space, new NewUse(unit, "沪A88T10", new Money(300_00), BillingMonth.Of(today).FirstDay))));
    }

    // The workbook brings two readings of a meter; what the former system had before them makes the chart worth a look.
    private Task<int> ReadEarlierAsync(Company company, Membership owner) => AsDeskAsync(company, async (DeskDbContext db) =>
    {
        var meters = await db.Meters.Where(m => db.Ownerships.Any(o => o.OwnerId == owner.OwnerId && o.UnitId == m.UnitId)).ToListAsync();
        foreach (var meter in meters)
        {
            var (first, last) = (await db.Readings.Where(r => r.MeterId == meter.Id).OrderBy(r => r.Date).FirstAsync(), await db.Readings.Where(r => r.MeterId == meter.Id).OrderBy(r => r.Date).LastAsync());
            var (usual, value) = (Math.Max(1, last.Value - first.Value), first.Value);
            for (var back = 1; back <= EarlierMonths && value > 0; back++)
            {
                // More in summer, less in spring, and never twice the same.
                value -= decimal.Round(usual * (0.7m + (((first.Date.Month + 12 - (back % 12)) % 12 is 6 or 7 or 8) ? 0.6m : 0m) + (back * 7 % 5 * 0.08m)), 2);
                if (value > 0)
                {
                    db.Add(new Reading(meter, first.Date.AddMonths(-back), value));
                }
            }
        }

        return await db.SaveChangesAsync();
    });

    private static async Task<bool> DoneAsync(Task act)
    {
        await act;
        return true;
    }

    private async Task<(Company Company, Membership Owner)> FindAsync(int companyId)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = await db.Companies.SingleAsync(c => c.Id == companyId);
        db.Current.EnterAsJob(company, "演示数据");
        return (company, await db.Memberships.Include(m => m.Owner).AsNoTracking().SingleAsync(m => m.Role == Role.Owner));
    }

    private async Task InvoicesAsync(Company company, Membership owner)
    {
        var receipts = await AsDeskAsync(company, (DeskDbContext db) => db.Receipts.Where(r => r.Payment.OwnerId == owner.OwnerId && r.Payment.Amount.Fen > 0).OrderBy(r => r.Number).Select(r => r.Id).Take(2).ToListAsync());
        foreach (var (turn, receipt) in receipts.Index())
        {
            var wanted = turn == 0
                ? new WantedInvoice(InvoiceTitleKind.Company, "上海某某贸易有限公司", "91350100M000100Y43", "owner@demo.example")
                : new WantedInvoice(InvoiceTitleKind.Person, owner.Owner!.Name, null, "owner@demo.example");
            var request = await AsOwnerAsync(company, owner, (InvoiceRequests r) => r.AskAsync(receipt, wanted));
            if (turn == 0)
            {
                var paper = await PaperAsync(company, receipt);
                await AsDeskAsync(company, (InvoiceRequests r) => DoneAsync(r.IssueAsync(request, "25312000000012345678", Today(company), new NewFile("发票样张.pdf", paper))));
            }
        }
    }

    private DateOnly Today(Company company)
    {
        var current = new CurrentCompany();
        current.EnterAsJob(company, "演示数据");
        return current.Today(services.GetRequiredService<TimeProvider>());
    }

    // A paper to download, where a real desk puts what the tax office's system gave.
    private Task<byte[]> PaperAsync(Company company, Guid receiptId) => AsDeskAsync(company, async (PaymentQueries payments) =>
    {
        using var content = new MemoryStream();
        var payment = await AsDeskAsync(company, (DeskDbContext db) => db.Receipts.Where(r => r.Id == receiptId).Select(r => r.PaymentId).SingleAsync());
        var current = new CurrentCompany();
        current.EnterAsJob(company, "演示数据");
        services.GetRequiredService<IDocumentRenderer>().Render(
            ReceiptDocument.Of(Letterhead.Of(current, services.GetRequiredService<TimeProvider>()), await payments.FindAsync(payment), null), content);
        return content.ToArray();
    });

    private async Task FamilyAsync(Company company, Membership owner)
    {
        var token = await AsOwnerAsync(company, owner, (FamilyMembers f) => f.InviteAsync(owner.OwnerId!.Value, Role.FamilyViewer, "女儿"));
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>();
        var user = new DeskUser { UserName = FamilyLogin, Email = FamilyLogin, DisplayName = "业主的女儿" };
        if (!(await users.CreateAsync(user, DemoLogins.Password)).Succeeded)
        {
            throw new InvalidOperationException("The family's login was refused.");
        }

        await scope.ServiceProvider.GetRequiredService<AcceptInvitation>().AsUserAsync(token, user);
    }

    private async Task<TResult> AsDeskAsync<T, TResult>(Company company, Func<T, Task<TResult>> act)
        where T : class
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().EnterAsJob(company, "吴客服");
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    private async Task<TResult> AsOwnerAsync<T, TResult>(Company company, Membership owner, Func<T, Task<TResult>> act)
        where T : class
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().Enter(company, owner.UserId, owner.Owner!.Name, [owner], [owner.Owner.CommunityId]);
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }
}
