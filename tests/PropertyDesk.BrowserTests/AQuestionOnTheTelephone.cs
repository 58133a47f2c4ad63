using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.BrowserTests;

/// <summary>An article is written, read out to a caller whom the number tells, a call is promised and returned, and another becomes a ticket.</summary>
public sealed class AQuestionOnTheTelephone(DeskInBrowser desk) : IClassFixture<DeskInBrowser>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = await db.Companies.SingleAsync();
        db.Current.EnterAsJob(company, "测试");
        if (await db.Communities.AnyAsync())
        {
            // The other width was here before.
            return;
        }

        var community = new Community(company, "翠湖花园");
        var unit = new Unit(new Building(community, "3栋", 3), null, "101", 80m, UnitKind.Residential);
        var owner = new Owner(community, "张伟");
        owner.SetContact("13812341234", null);
        db.AddRange(community, unit.Building, unit, owner, new Ownership(unit, owner, db.Current.Today(TimeProvider.System).AddYears(-1)));
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<TicketSettings>().FillAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Is_answered_promised_or_handed_on(int width)
    {
        var desk1 = await Visitor.ArriveAsync(desk, $"calls-{width}", width);
        await desk1.SignInAsync("manager@example.com");
        await desk1.Page.GotoAsync("/cuihu/Knowledge/Edit");
        await desk1.Page.SelectOptionAsync("[name='Input.TopicId']", new Microsoft.Playwright.SelectOptionValue { Label = "小区规定" });
        await desk1.Page.FillAsync("[name='Input.Title']", $"装修几点可以施工（{width}）");
        await desk1.Page.FillAsync("[name='Input.Words']", "噪音 敲墙 周末");
        await desk1.Page.FillAsync("[name='Input.Body']", "工作日 8:30 到 17:30。\n周末不能敲墙。");
        await desk1.LookAsync("write");
        await desk1.Page.ClickAsync("main form .btn-primary");
        await desk1.Page.WaitForURLAsync("**/Knowledge/Details/*");
        await desk1.LookAsync("article");

        // The number tells who it is, the question which article; what it is about follows from it.
        await BeginAsync(desk1, "13812341234", "楼上星期天敲墙可以吗");
        await desk1.LookAsync("taking");
        Assert.Equal(1, await desk1.Page.Locator("[name='Input.Who']:checked").CountAsync());
        await desk1.Page.ClickAsync($"[data-shown=articles] summary:has-text('{width}')");
        await desk1.Page.CheckAsync("[data-shown=articles] details[open] [name='Input.ReadId']");
        await desk1.LookAsync("read-out");
        await desk1.Page.ClickAsync("form .card-footer .btn-primary");
        await desk1.Page.WaitForSelectorAsync(".alert-success");

        await BeginAsync(desk1, "13812341234", "押金什么时候退");
        await desk1.Page.ClickAsync("label:has-text('收费与账单')");
        await desk1.Page.ClickAsync("label[for='end-CallBack']");
        await desk1.LookAsync("promise");
        await desk1.Page.ClickAsync("form .card-footer .btn-primary");
        await desk1.Page.WaitForSelectorAsync(".alert-success");
        await desk1.Page.GotoAsync("/cuihu/Calls/Returns");
        await desk1.LookAsync("returns");
        await desk1.Page.ClickAsync("main .list-group a:has-text('押金什么时候退')");
        await desk1.Page.ClickAsync("form[action*='handler=Reveal'] button");
        Assert.Equal("13812341234", await desk1.Page.Locator("a[href^='tel:']").InnerTextAsync());
        await desk1.Page.FillAsync("[name='Input.Said']", "下周二退到卡上");
        await desk1.LookAsync("returning");
        await desk1.Page.ClickAsync("form[action*='handler=Return'] .btn-primary");
        await desk1.Page.WaitForSelectorAsync(".alert-success");
        await desk1.LookAsync("returned");

        await BeginAsync(desk1, "13812341234", "厨房水管漏水");
        await desk1.Page.ClickAsync("label:has-text('维修与设施')");
        await desk1.Page.ClickAsync("label[for='end-Ticket']");
        await desk1.Page.SelectOptionAsync("[name='Input.CategoryId']", new Microsoft.Playwright.SelectOptionValue { Label = "水电维修" });
        await desk1.LookAsync("ticket");
        await desk1.Page.ClickAsync("form .card-footer .btn-primary");
        await desk1.Page.WaitForURLAsync("**/Tickets/Details/*");
        Assert.Contains("厨房水管漏水", await desk1.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var page in new[] { "Calls", "Calls/Figures", "Knowledge", "Knowledge/Edit/Topics" })
        {
            await desk1.Page.GotoAsync("/cuihu/" + page);
            await desk1.LookAsync(page.Replace('/', '-'));
        }

        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        db.Current.EnterAsJob(await db.Companies.SingleAsync(), "测试");
        var last = await db.Calls.Include(c => c.Read).Include(c => c.Topic).OrderByDescending(c => c.At).Take(3).ToListAsync();
        Assert.Equal([CallState.BecameTicket, CallState.Answered, CallState.Answered], last.Select(c => c.State));
        Assert.Equal((1, "小区规定"), (last[2].Read?.Number, last[2].Topic.Name));
        Assert.All(last, c => Assert.NotNull(c.UnitId));
    }

    private static async Task BeginAsync(Visitor clerk, string number, string question)
    {
        await clerk.Page.GotoAsync("/cuihu/Calls/New");
        await clerk.Page.FillAsync("[name='Input.Phone']", number);
        await clerk.Page.WaitForSelectorAsync("[data-shown=callers] [name='Input.Who']");
        await clerk.Page.FillAsync("[name='Input.Question']", question);
    }
}
