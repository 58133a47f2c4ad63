using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.BrowserTests;

/// <summary>A burst pipe by telephone: alarm, the worker's phone, done with material, confirmed and scored by the owner, billed and paid.</summary>
public sealed class ABurstPipe(DeskInBrowser desk) : IClassFixture<DeskInBrowser>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = await db.Companies.SingleAsync();
        db.Current.EnterAsJob(company, "测试");
        var community = new Community(company, "翠湖花园");
        var unit = new Unit(new Building(community, "3栋", 3), null, "101", 80m, UnitKind.Residential);
        var owner = new Owner(community, "张伟");
        var users = scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>();
        var (home, worker) = (new DeskUser { UserName = "zhang@example.com", DisplayName = "张伟" }, new DeskUser { UserName = "sun@example.com", DisplayName = "孙师傅" });
        foreach (var user in new[] { home, worker })
        {
            Assert.True((await users.CreateAsync(user, DeskInBrowser.Password)).Succeeded);
        }

        db.AddRange(community, unit.Building, unit, owner, new Ownership(unit, owner, db.Current.Today(TimeProvider.System).AddYears(-1)));
        db.AddRange(Membership.OfOwner(owner, home.Id), Membership.OfStaff(company, worker.Id, Role.RepairWorker));
        await db.SaveChangesAsync();
        var settings = scope.ServiceProvider.GetRequiredService<TicketSettings>();
        await settings.FillAsync();
        var repairs = (await settings.DepartmentsAsync()).Single(d => d.Name == "维修部");
        await settings.SaveDepartmentAsync(repairs.Id, repairs.Name, [worker.Id]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Goes_from_the_call_to_the_score()
    {
        var clerk = await Visitor.ArriveAsync(desk, "burst-desk", 1440);
        await clerk.SignInAsync("manager@example.com");
        await clerk.Page.GotoAsync("/cuihu/Tickets");
        await clerk.LookAsync("empty");
        await clerk.Page.ClickAsync(".page-head a.btn-primary");
        await clerk.Page.FillAsync("#find", "张伟");
        await clerk.Page.PressAsync("#find", "Enter");
        await clerk.Page.ClickAsync("main .list-group a");
        await clerk.Page.SelectOptionAsync("[name='Input.CategoryId']", new Microsoft.Playwright.SelectOptionValue { Label = "水电维修" });
        await clerk.Page.FillAsync("[name='Input.What']", "厨房水管爆了，水流到客厅");
        await clerk.Page.ClickAsync("label[for='u-Emergency']");
        await clerk.LookAsync("new");
        await clerk.Page.ClickAsync("main form[method=post] .card-footer .btn-primary");
        await clerk.Page.WaitForURLAsync("**/Tickets/Details/*");
        await clerk.Page.WaitForSelectorAsync(".alarm");
        await clerk.LookAsync("alarm");

        await WorkAsync();
        await ConfirmAsync();

        await clerk.Page.ReloadAsync();
        Assert.Contains("业主已确认", await clerk.Page.Locator("main h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("5 分", await clerk.Page.Locator("main h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await clerk.Page.Locator(".alarm").CountAsync());
        await clerk.LookAsync("details");
        await ChargeAsync(clerk);
        await clerk.Page.GotoAsync("/cuihu/Tickets?shown=All");
        await clerk.LookAsync("queue");
        foreach (var (address, what) in new[] { ("", "settings"), ("/Category", "category"), ("/Department", "department") })
        {
            await clerk.Page.GotoAsync("/cuihu/Tickets/Settings" + address);
            await clerk.LookAsync(what);
        }
    }

    // Material becomes a bill, and the owner pays it by the printed code; the ticket leads to the bill, and that to its working.
    private static async Task ChargeAsync(Visitor clerk)
    {
        var ticket = clerk.Page.Url;
        await clerk.Page.ClickAsync("form[action*='handler=Charge'] button");
        await clerk.Page.WaitForURLAsync("**/Payments/Take/*");
        Assert.Equal("25.00", await clerk.Page.InputValueAsync("#amount"));
        await clerk.LookAsync("charge");
        await clerk.Page.ClickAsync("label[for='method-QrCode']");
        await clerk.Page.FillAsync("[name='Input.Reference']", "WX20261127001");
        await clerk.Page.ClickAsync("#book");
        await clerk.Page.WaitForURLAsync("**/Payments/Taken/**");
        await clerk.Page.GotoAsync(ticket);
        Assert.Equal(0, await clerk.Page.Locator("form[action*='handler=Charge']").CountAsync());
        await clerk.Page.ClickAsync("main a[href*='/Bills/Details/']");
        Assert.Contains("特约服务费", await clerk.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await clerk.Page.GotoAsync((await clerk.Page.Locator("main a[href*='/Bills/Line/']").First.GetAttributeAsync("href"))!);
        Assert.Contains("PPR 管：2 × ¥12.50 = ¥25.00", await clerk.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await clerk.LookAsync("working");
    }

    private async Task WorkAsync()
    {
        var worker = await Visitor.ArriveAsync(desk, "burst-worker", 390);
        await worker.SignInAsync("sun@example.com");
        await worker.Page.WaitForURLAsync("**/Work");
        await worker.Page.WaitForSelectorAsync(".alarm");
        await worker.LookAsync("alarm");
        await worker.Page.ClickAsync(".alarm a");
        await worker.Page.WaitForURLAsync("**/Work/Details/*");
        await worker.LookAsync("ticket");
        foreach (var verb in new[] { "Accept", "SetOff", "Start" })
        {
            await worker.Page.Locator($"form:has(input[name=Verb][value={verb}])").EvaluateAsync("form => { form.closest('details').open = true; form.querySelector('button').click(); }");
            await worker.Page.WaitForSelectorAsync(".alert-success");
            await worker.Page.GotoAsync(worker.Page.Url);
        }

        await worker.Page.Locator("form:has(input[name=Verb][value=Finish])").EvaluateAsync("form => { form.closest('details').open = true; }");
        await worker.Page.FillAsync("#text-Finish", "换了爆裂的 PPR 管，试压正常");
        await worker.Page.FillAsync("[name='Parts[0].Name']", "PPR 管");
        await worker.Page.FillAsync("[name='Parts[0].Quantity']", "2");
        await worker.Page.FillAsync("[name='Parts[0].Price']", "12.50");
        await worker.LookAsync("finish");
        await worker.Page.ClickAsync("form:has(#text-Finish) button");
        await worker.Page.WaitForSelectorAsync(".alert-success");
        Assert.Contains("¥25.00", await worker.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await worker.LookAsync("done");
        await worker.Page.GotoAsync("/cuihu/Work");
        await worker.LookAsync("tasks");
    }

    private async Task ConfirmAsync()
    {
        var owner = await Visitor.ArriveAsync(desk, "burst-owner", 390);
        await owner.SignInAsync("zhang@example.com");
        await owner.Page.GotoAsync("/cuihu/Portal/Tickets");
        await owner.LookAsync("list");
        await owner.Page.ClickAsync("main .list-group a");
        await owner.Page.WaitForURLAsync("**/Portal/Tickets/Details/*");
        await owner.LookAsync("ticket");
        await owner.Page.ClickAsync("main form .btn-primary");
        await owner.Page.WaitForSelectorAsync(".alert-success");
        await owner.Page.ClickAsync("label[for='score-5']");
        await owner.Page.ClickAsync("form:has(#score-5) button");
        await owner.Page.WaitForSelectorAsync(".alert-success");
        await owner.LookAsync("scored");
        await owner.Page.GotoAsync("/cuihu/Portal/Tickets/New");
        await owner.LookAsync("new");
    }
}
