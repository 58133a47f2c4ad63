using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.BrowserTests;

/// <summary>A manager tells one building of an outage: its owner reads of it on the phone, the neighbour of the next building does not.</summary>
public sealed class NoticesForABuilding(DeskInBrowser desk) : IClassFixture<DeskInBrowser>, IAsyncLifetime
{
    private Guid _community;

    public async ValueTask InitializeAsync()
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = await db.Companies.SingleAsync();
        db.Current.EnterAsJob(company, "测试");
        var community = new Community(company, "翠湖花园");
        var today = db.Current.Today(TimeProvider.System);
        db.Add(community);
        foreach (var (login, name, place) in new[] { ("three@example.com", "张伟", 3), ("five@example.com", "王强", 5) })
        {
            var unit = new Unit(new Building(community, $"{place}栋", place), null, "101", 80m, UnitKind.Residential);
            var (owner, user) = (new Owner(community, name), new DeskUser { UserName = login, DisplayName = name });
            Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>().CreateAsync(user, DeskInBrowser.Password)).Succeeded);
            db.AddRange(unit.Building, unit, owner, new Ownership(unit, owner, today.AddYears(-1)), Membership.OfOwner(owner, user.Id));
        }

        await db.SaveChangesAsync();
        _community = community.Id;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_notice_to_one_building_reaches_exactly_its_owners()
    {
        var manager = await Visitor.ArriveAsync(desk, "notices", 1440);
        await manager.SignInAsync("manager@example.com");
        await manager.Page.GotoAsync("/cuihu/Notices");
        await manager.LookAsync("none");
        await manager.Page.ClickAsync(".page-head a.btn-primary");
        await manager.Page.SelectOptionAsync("[name='Input.Kind']", "Outage");
        await manager.Page.FillAsync("[name='Input.Title']", "3 栋停水");
        await manager.Page.FillAsync("[name='Input.Summary']", "明天 9 点到 17 点停水。");
        await manager.Page.FillAsync("[name='Input.From']", "2030-05-20T09:00");
        await manager.Page.FillAsync("[name='Input.Until']", "2030-05-20T17:00");
        await manager.Page.FillAsync("[name='Input.Expect']", "请提前储水。");
        await manager.Page.FillAsync("[name='Input.Body']", "因清洗水箱，**停水一天**。\n\n- 请关好龙头\n- 来水先放五分钟\n\n<script>alert(1)</script>");
        await manager.Page.GetByLabel("3栋", new() { Exact = true }).CheckAsync();
        await manager.Page.CheckAsync("[name='Input.IsPublic']");
        await manager.LookAsync("written");
        await manager.Page.ClickAsync("main form .btn-list button.btn-primary");
        await manager.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        await manager.LookAsync("preview");
        Assert.True(await manager.Page.Locator(".phone-frame").IsVisibleAsync());
        await manager.Page.ClickAsync(".page-head a.btn-primary");
        Assert.Contains("发布给 1 位业主", await manager.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await manager.LookAsync("reach");
        await manager.Page.ClickAsync("form[action*=Publish] button.btn-primary");
        await manager.Page.WaitForSelectorAsync(".alert-success");

        await ReadAsync();

        await manager.Page.ReloadAsync();
        await manager.LookAsync("published");
        var id = new Uri(manager.Page.Url).Segments[^1];
        await manager.Page.GotoAsync($"/cuihu/Notices/Recipients/{id}");
        Assert.Equal(1, await manager.Page.Locator("main tbody tr").CountAsync());
        Assert.DoesNotContain("未读", await manager.Page.Locator("main tbody").InnerTextAsync(), StringComparison.Ordinal);
        await manager.LookAsync("recipients");
        await manager.Page.GotoAsync($"/cuihu/Notices/Publish/Correct/{id}");
        await manager.LookAsync("correct");
        var stranger = await Visitor.ArriveAsync(desk, "notices-public", 390);
        await stranger.Page.GotoAsync($"/account/notices/{_community}");
        await stranger.LookAsync("board");
        await stranger.Page.ClickAsync("a.notice-entry");
        await stranger.LookAsync("notice");
    }

    private async Task ReadAsync()
    {
        var neighbour = await Visitor.ArriveAsync(desk, "notices-five", 390);
        await neighbour.SignInAsync("five@example.com");
        await neighbour.Page.GotoAsync("/cuihu/Portal/Notices");
        Assert.Equal(0, await neighbour.Page.Locator("a.notice-entry").CountAsync());
        await neighbour.LookAsync("none");

        var owner = await Visitor.ArriveAsync(desk, "notices-three", 390);
        await owner.SignInAsync("three@example.com");
        await owner.Page.GotoAsync("/cuihu/Portal");
        Assert.Equal(1, await owner.Page.Locator(".unread-dot").CountAsync());
        await owner.LookAsync("home");
        await owner.Page.ClickAsync("a.notice-entry");
        await owner.Page.WaitForSelectorAsync("form[data-read]", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Contains("<script>", await owner.Page.Locator(".notice-body").InnerTextAsync(), StringComparison.Ordinal);
        await owner.LookAsync("notice");
        await owner.Page.GotoAsync("/cuihu/Portal/Notices");
        Assert.Equal(0, await owner.Page.Locator(".unread-dot").CountAsync());
        await owner.LookAsync("list");
    }
}
