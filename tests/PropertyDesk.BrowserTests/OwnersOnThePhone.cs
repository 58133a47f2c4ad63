using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.BrowserTests;

/// <summary>The portal on a phone: a question about a line and its answer, and every page of the portal looked at.</summary>
public sealed class OwnersOnThePhone(DeskInBrowser desk) : IClassFixture<DeskInBrowser>, IAsyncLifetime
{
    private const string Login = "owner@example.com";
    private static readonly BillingMonth April = new(2025, 4);
    private Guid _owner;
    private Guid _receipt;

    public async ValueTask InitializeAsync()
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        if (await db.Users.AnyAsync(u => u.UserName == Login))
        {
            return;
        }

        var company = await db.Companies.SingleAsync();
        db.Current.EnterAsJob(company, "测试");
        var community = new Community(company, "翠湖花园");
        var unit = new Unit(new Building(community, "3栋", 3), "2单元", "1801", 89.43m, UnitKind.Residential);
        var owner = new Owner(community, "张伟");
        owner.SetContact("13812341234", "zhang@example.com");
        var tariff = new Tariff(new ChargeItem(community, "物业费", onBehalf: false, priority: 1), TariffScope.Residential, ChargeMethod.AreaTimesPrice);
        tariff.AddVersion(April.FirstDay.AddYears(-1), 2.80m, null, "元/㎡·月");
        var (meter, space) = (new Meter(unit, "W000001", MeterKind.Water, 1, 5), new ParkingSpace(community, "B1-0023", ParkingSpaceKind.Owned));
        var user = new DeskUser { UserName = Login, DisplayName = "张伟" };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>().CreateAsync(user, DeskInBrowser.Password)).Succeeded);
        db.AddRange(
            community, unit.Building, unit, owner, tariff.ChargeItem, tariff, meter, space, new ParkingUse(space, unit, "沪F70510", Money.Zero, April.FirstDay),
            new Ownership(unit, owner, April.FirstDay.AddYears(-1)), ChargeAssignment.OfUnit(tariff, unit, April.FirstDay.AddYears(-1)), Membership.OfOwner(owner, user.Id));
        db.AddRange(Enumerable.Range(0, 13).Select(i => new Reading(meter, new DateOnly(2024, 4, 25).AddMonths(i), 100m + (i * 11))));
        await db.SaveChangesAsync();
        foreach (var month in new[] { April.Previous, April })
        {
            var run = await scope.ServiceProvider.GetRequiredService<BillRuns>().DraftAsync(community.Id, month);
            await scope.ServiceProvider.GetRequiredService<BillPublishing>().PublishAsync(run.RunId);
        }

        var (bill, owed) = (await db.Bills.OrderBy(b => b.Period).FirstAsync(), Money.Exact(2 * 250.40m));
        var taken = await scope.ServiceProvider.GetRequiredService<TakePayment>().RunAsync(
            new PaymentRequest(Guid.NewGuid(), owner.Id, [bill.Id], owed, [new Tender(PaymentMethod.BankTransfer, Money.Exact(250.40m), "YH1")]));
        (_owner, _receipt) = (owner.Id, await db.Receipts.Where(r => r.PaymentId == taken.PaymentId).Select(r => r.Id).SingleAsync());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_owner_asks_about_a_line_the_desk_answers_and_every_page_is_for_phones()
    {
        var owner = await Visitor.ArriveAsync(desk, "owner-phone", 390);
        await owner.SignInAsync(Login);
        await owner.Page.GotoAsync("/cuihu/Portal");
        await owner.LookAsync("home");
        await owner.Page.ClickAsync(".portal-menu > summary");
        await owner.LookAsync("menu");
        await owner.Page.ClickAsync("a.portal-bill");
        await owner.Page.ClickAsync("details.line > summary");
        await owner.Page.ClickAsync("details.ask > summary");
        await owner.LookAsync("ask");
        await owner.Page.FillAsync("textarea[name=Question]", "面积为什么是 89.43？");
        await owner.Page.ClickAsync("details.ask button");
        await owner.Page.WaitForSelectorAsync(".alert-success");
        await owner.LookAsync("asked");
        var bill = new Uri(owner.Page.Url).AbsolutePath;
        Assert.Contains("疑问处理中", await owner.Page.Locator("details.line").InnerTextAsync(), StringComparison.Ordinal);

        await AnswerAsync();

        await owner.Page.GotoAsync(bill);
        await owner.Page.ClickAsync("details.line > summary");
        Assert.Contains("面积按产证登记。", await owner.Page.Locator("details.line .answer").InnerTextAsync(), StringComparison.Ordinal);
        await owner.LookAsync("answered");
        await LookAroundAsync(owner);
    }

    private async Task AnswerAsync()
    {
        var clerk = await Visitor.ArriveAsync(desk, "owner-phone-desk", 1440);
        await clerk.SignInAsync("manager@example.com");
        await clerk.Page.GotoAsync("/cuihu/Disputes");
        Assert.Contains("业主端", await clerk.Page.Locator("main table").InnerTextAsync(), StringComparison.Ordinal);
        await clerk.LookAsync("disputes");
        await clerk.Page.ClickAsync("main tbody a");
        await clerk.Page.FillAsync("[name=Answer]", "面积按产证登记。");
        await clerk.Page.ClickAsync("button[formaction*='handler=Answer']");
        await clerk.Page.WaitForSelectorAsync(".alert-success");
        foreach (var (address, what) in new[] { ("/cuihu/Invoices", "invoices"), ("/cuihu/DataRequests", "data-requests") })
        {
            await clerk.Page.GotoAsync(address);
            await clerk.LookAsync(what);
        }
    }

    private async Task LookAroundAsync(Visitor owner)
    {
        await owner.Page.GotoAsync($"/cuihu/Portal/Invoices/Ask/{_receipt}");
        await owner.Page.ClickAsync("input[value=Company]");
        await owner.LookAsync("ask-invoice");
        await owner.Page.FillAsync("[name='Input.Title']", "某某公司");
        await owner.Page.FillAsync("[name='Input.TaxNumber']", "91350100M000100Y43");
        await owner.Page.FillAsync("[name='Input.Email']", "a@example.com");
        await owner.Page.ClickAsync("main form button.btn-primary");
        await owner.Page.WaitForURLAsync("**/Portal/Invoices");
        await owner.LookAsync("invoices");
        await owner.Page.GotoAsync("/cuihu/Portal/Family");
        await owner.Page.FillAsync("[name='Input.Name']", "妈妈");
        await owner.Page.ClickAsync("main form[action*=Invite] button");
        await owner.Page.WaitForSelectorAsync(".new-link");
        await owner.LookAsync("family");
        string[] rest = ["", "/Bills", "/Pay", "/Payments", "/Purse", "/Mine", "/Meters", "/Parking", "/Me", $"/Me/Contact/{_owner}", $"/Me/Request/{_owner}?kind=Correction", $"/Me/Request/{_owner}?kind=Deletion"];
        foreach (var page in rest)
        {
            await owner.Page.GotoAsync("/cuihu/Portal" + page);
            await owner.LookAsync("portal" + string.Concat(page.Where(char.IsAsciiLetter).Take(24)));
        }
    }
}
