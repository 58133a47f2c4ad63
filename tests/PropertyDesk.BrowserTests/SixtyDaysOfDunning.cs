using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.BrowserTests;

/// <summary>A bill nobody pays, from twenty days before it is due to forty days after: what the desk and the owner see of the ladder.</summary>
public sealed class SixtyDaysOfDunning(DeskInBrowser desk) : IClassFixture<DeskInBrowser>
{
    private const string Login = "late@example.com";
    private static readonly DunningRung[] Rungs =
    [
        new(DunningKind.DueSoon, -3, 0, true), new(DunningKind.DueToday, 0, 0, true), new(DunningKind.Overdue, 7, 0, true),
        new(DunningKind.Call, 15, 0, true), new(DunningKind.Letter, 30, 0, true),
    ];

    [Fact]
    public async Task Each_step_is_taken_once_and_the_desk_calls_takes_a_promise_and_sends_the_letter()
    {
        var owner = await ClimbAsync();
        var clerk = await Visitor.ArriveAsync(desk, "dunning", 1440);
        await clerk.SignInAsync("manager@example.com");

        await clerk.Page.GotoAsync("/cuihu/Deliveries");
        foreach (var told in new[] { "到期前提醒", "到期日提醒", "逾期通知" })
        {
            Assert.Equal(1, await clerk.Page.Locator($"main tbody tr:has-text('{told}')").CountAsync());
        }

        await clerk.LookAsync("deliveries");
        await SendLetterAsync(clerk);
        await CallAsync(clerk, owner);

        var phone = await Visitor.ArriveAsync(desk, "dunning-phone", 390);
        await phone.SignInAsync("manager@example.com");
        foreach (var (address, what) in new[] { ("", "calls"), ("/Letters", "letters"), ("/Promises", "promises"), ("/Reasons", "reasons"), ("/Settings", "settings"), ($"/Owner/{owner}", "owner") })
        {
            await phone.Page.GotoAsync("/cuihu/Dunning" + address);
            await phone.LookAsync(what);
        }
    }

    private static async Task SendLetterAsync(Visitor clerk)
    {
        await clerk.Page.GotoAsync("/cuihu/Dunning/Letters");
        await clerk.LookAsync("letters");
        await clerk.Page.ClickAsync("form.card .card-footer button");
        await clerk.Page.WaitForSelectorAsync(".alert-success");
        await clerk.Page.ClickAsync("main tbody a[href*='/Dunning/Letter/']");
        await clerk.Page.WaitForURLAsync("**/Dunning/Letter/*");
        await clerk.LookAsync("letter");
        var pdf = await clerk.DownloadAsync(await clerk.Page.GetAttributeAsync("main .page-head a.btn-primary", "href") ?? "");
        Assert.Equal("%PDF"u8, pdf.AsSpan(0, 4));
        await clerk.Page.SelectOptionAsync("[name=Way]", nameof(LetterWay.RegisteredPost));
        await clerk.Page.FillAsync("[name=PostNumber]", "XA12345678944");
        await clerk.Page.ClickAsync("main form.card .card-footer button");
        await clerk.Page.WaitForSelectorAsync(".alert-success");
        await clerk.LookAsync("proven");
        Assert.Equal(1, await clerk.Page.Locator("h2:has-text('送达证明')").CountAsync());
    }

    private static async Task CallAsync(Visitor clerk, Guid owner)
    {
        await clerk.Page.GotoAsync("/cuihu/Dunning");
        await clerk.LookAsync("calls");
        await clerk.Page.ClickAsync("main .page-head button.btn-primary");
        await clerk.Page.WaitForURLAsync($"**/Dunning/Owner/{owner}");
        await clerk.Page.ClickAsync("label[for='o-Promised']");
        await clerk.Page.FillAsync("[name='Input.PromiseUntil']", await clerk.Page.GetAttributeAsync("[name='Input.PromiseUntil']", "max") ?? "");
        await clerk.Page.SelectOptionAsync("[name='Input.Reason']", nameof(ArrearsReason.Forgot));
        await clerk.LookAsync("call");
        await clerk.Page.ClickAsync(".card-footer button:not(.btn-primary)");
        await clerk.Page.WaitForSelectorAsync(".alert-success");
        Assert.Equal(1, await clerk.Page.Locator("main .empty-state").CountAsync());
        await clerk.Page.GotoAsync($"/cuihu/Dunning/Owner/{owner}");
        await clerk.LookAsync("promised");
        Assert.Equal(1, await clerk.Page.Locator("h2:has-text('承诺付款')").CountAsync());
    }

    /// <summary>One bill due forty days ago, and the job of each day since twenty days before, twice a day.</summary>
    /// <returns>Who owes it.</returns>
    private async Task<Guid> ClimbAsync()
    {
        await using var scope = desk.Services.CreateAsyncScope();
        T Get<T>()
            where T : class => scope.ServiceProvider.GetRequiredService<T>();
        var db = Get<DeskDbContext>();
        var company = await db.Companies.SingleAsync();
        db.Current.EnterAsJob(company, "测试");
        var due = db.Current.Today(TimeProvider.System).AddDays(-40);
        var month = BillingMonth.Of(due).Previous;
        var community = new Community(company, "翠湖花园");
        var unit = new Unit(new Building(community, "3栋", 3), "2单元", "1801", 89.43m, UnitKind.Residential);
        var owner = new Owner(community, "张伟");
        owner.SetContact("13812341234", null);
        var tariff = new Tariff(new ChargeItem(community, "物业费", onBehalf: false, priority: 1), TariffScope.Residential, ChargeMethod.AreaTimesPrice);
        tariff.AddVersion(month.FirstDay, 2.80m, null, "元/㎡·月");
        var user = new DeskUser { UserName = Login, DisplayName = "张伟" };
        Assert.True((await Get<UserManager<DeskUser>>().CreateAsync(user, DeskInBrowser.Password)).Succeeded);
        db.AddRange(community, unit.Building, unit, owner, tariff.ChargeItem, tariff, new Ownership(unit, owner, month.FirstDay), ChargeAssignment.OfUnit(tariff, unit, month.FirstDay), Membership.OfOwner(owner, user.Id));
        await db.SaveChangesAsync();
        var run = await Get<BillRuns>().DraftAsync(community.Id, month);
        await Get<BillPublishing>().PublishAsync(run.RunId);
        await db.Bills.ExecuteUpdateAsync(set => set.SetProperty(b => b.DueOn, (DateOnly?)due));
        await Get<DunningLadders>().ChangeAsync(null, Rungs, 14, 10);
        var steps = 0;
        for (var day = due.AddDays(-20); day <= due.AddDays(40); day = day.AddDays(1))
        {
            steps += await Get<DunningDay>().RunAsync(day);
            Assert.Equal(0, await Get<DunningDay>().RunAsync(day));
        }

        Assert.Equal(Rungs.Length, steps);
        return owner.Id;
    }
}
