using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.BrowserTests;

/// <summary>
/// The desk announces an event, an owner reads the notice and signs up on the phone, the guard loads the list, loses the connection,
/// checks in all the same, and what was noted is counted once when the connection is back.
/// </summary>
public sealed class AnEventFromNoticeToCheckIn(DeskInBrowser desk) : IClassFixture<DeskInBrowser>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = await db.Companies.SingleAsync();
        db.Current.EnterAsJob(company, "测试");
        var community = new Community(company, "翠湖花园");
        var building = new Building(community, "3栋", 3);
        var users = scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>();
        db.AddRange(community, building);
        foreach (var (i, name) in new[] { "张伟", "李娜", "王强" }.Index())
        {
            var (unit, owner) = (new Unit(building, null, $"10{i + 1}", 80m, UnitKind.Residential), new Owner(community, name));
            var user = new DeskUser { UserName = $"event-owner{i}@example.com", DisplayName = name };
            Assert.True((await users.CreateAsync(user, DeskInBrowser.Password)).Succeeded);
            db.AddRange(unit, owner, new Ownership(unit, owner, db.Current.Today(TimeProvider.System).AddYears(-1)), Membership.OfOwner(owner, user.Id));
        }

        var guard = new DeskUser { UserName = "event-guard@example.com", DisplayName = "吴保安" };
        Assert.True((await users.CreateAsync(guard, DeskInBrowser.Password)).Succeeded);
        db.Add(Membership.OfStaff(company, guard.Id, Role.Guard));
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Is_announced_signed_up_for_and_checked_in_without_a_connection()
    {
        var manager = await Visitor.ArriveAsync(desk, "event-manager", 1440);
        var eventId = await AnnounceAsync(manager);
        var code = await SignUpAsync("event-owner0@example.com", people: 2, "event-owner");
        await SignUpAsync("event-owner1@example.com", people: 1, null);
        // Two and one of three places are taken: the third household waits.
        Assert.Null(await SignUpAsync("event-owner2@example.com", people: 1, "event-waiting"));

        var guard = await Visitor.ArriveAsync(desk, "event-guard", 390);
        await guard.SignInAsync("event-guard@example.com");
        await guard.Page.GotoAsync($"/cuihu/Events/CheckIn/{eventId}");
        await guard.LookAsync("entrance");
        await CheckInOfflineAsync(guard, code!, eventId);

        await manager.Page.GotoAsync($"/cuihu/Events/Details/{eventId}");
        await manager.LookAsync("after");
        // Who does not come is said only once it has begun.
        Assert.Equal(["3 / 3", "1", "2", "—", "2"], (await manager.Page.Locator(".figure .value").AllInnerTextsAsync()).Take(5).Select(t => t.Trim()));
        await manager.Page.GotoAsync($"/cuihu/Events/Edit/SignUps/{eventId}");
        await manager.LookAsync("list");
        Assert.NotEmpty(await manager.DownloadAsync($"/cuihu/events/{eventId}.xlsx"));
        await ShowPhotoAsync(manager, eventId);
        await RateAsync(eventId);
    }

    private static async Task CheckInOfflineAsync(Visitor guard, string code, string eventId)
    {
        var page = guard.Page;
        await page.Context.SetOfflineAsync(true);
        await page.WaitForSelectorAsync("[data-state].alert-warning");
        // A scanner types the whole address of the pass, and Enter.
        await page.FillAsync("#code", $"https://desk.example/cuihu/events/checkin/{eventId}?code={code}");
        await page.PressAsync("#code", "Enter");
        Assert.Equal(1, await page.Locator("[data-household]:not(.d-none)").CountAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-household] [data-mark]:not(.d-none)");
        await page.FillAsync("#walk-name", "路过的王叔");
        await page.FillAsync("#walk-people", "2");
        await page.ClickAsync("[data-walk-in] button");
        Assert.Contains("2 条签到待发送", await page.InnerTextAsync("[data-state]"), StringComparison.Ordinal);
        Assert.Equal("4", await page.InnerTextAsync("[data-total]"));
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(DeskInBrowser.Pictures, "event-guard-offline.png"), FullPage = true });

        await page.Context.SetOfflineAsync(false);
        await page.WaitForSelectorAsync("[data-state].alert-success");
        Assert.Null(await page.EvaluateAsync<string?>($"() => localStorage.getItem('check-in:{eventId}')"));
        await guard.LookAsync("sent");
        // The page anew says the same: nothing was counted twice.
        await page.ReloadAsync();
        Assert.Equal("4", await page.InnerTextAsync("[data-total]"));
        Assert.Equal(1, await page.Locator("[data-household] [data-mark]:not(.d-none)").CountAsync());
    }

    private static async Task<string> AnnounceAsync(Visitor manager)
    {
        var from = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow().AddHours(2), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        string Local(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        await manager.SignInAsync("manager@example.com");
        await manager.Page.GotoAsync("/cuihu/Events");
        await manager.LookAsync("none-yet");
        await manager.Page.ClickAsync(".page-head .btn-primary");
        foreach (var (field, value) in new[] { ("Title", "邻里节"), ("Summary", "一起来"), ("Place", "中心花园"), ("Body", "请带 **水杯**"), ("From", Local(from)), ("Until", Local(from.AddHours(2))), ("Places", "3"), ("PerHousehold", "2") })
        {
            await manager.Page.FillAsync($"[name='Input.{field}']", value);
        }

        await manager.LookAsync("draft");
        await manager.Page.ClickAsync("main form button.btn-primary");
        await manager.Page.WaitForURLAsync("**/Events/Details/*");
        await manager.Page.ClickAsync(".page-head .btn-primary");
        await manager.LookAsync("publish");
        await manager.Page.ClickAsync("main form button.btn-primary");
        await manager.Page.WaitForURLAsync("**/Events/Details/*");
        await manager.LookAsync("published");
        return Regex.Match(manager.Page.Url, "[0-9a-f-]{36}").Value;
    }

    // From the notice to the pass, as on a phone; null where the household waits.
    private async Task<string?> SignUpAsync(string login, int people, string? name)
    {
        var owner = await Visitor.ArriveAsync(desk, name ?? "event-other", 390);
        await owner.SignInAsync(login);
        await owner.Page.GotoAsync("/cuihu/Portal/Notices");
        await owner.Page.ClickAsync("main a:has-text('邻里节')");
        await owner.LookAsync("notice");
        await owner.Page.ClickAsync(".notice-body a[href*='/portal/events/details/']");
        await owner.LookAsync("event");
        await owner.Page.SelectOptionAsync("[name='People']", $"{people}");
        await owner.Page.ClickAsync("form[action*='handler=SignUp'] button");
        await owner.Page.WaitForSelectorAsync(".alert-success");
        await owner.LookAsync("signed-up");
        var pass = owner.Page.Locator("a[href*='/Portal/Events/Pass/']");
        if (await pass.CountAsync() == 0)
        {
            return null;
        }

        await pass.ClickAsync();
        await owner.LookAsync("pass");
        var code = await owner.Page.Locator("main code").InnerTextAsync();
        await owner.Page.GotoAsync("/cuihu/Portal/Events");
        await owner.LookAsync("events");
        return code;
    }

    private static async Task ShowPhotoAsync(Visitor manager, string eventId)
    {
        await manager.Page.GotoAsync($"/cuihu/Events/Edit/Photos/{eventId}");
        await manager.Page.SetInputFilesAsync("#Photos", new FilePayload { Name = "合影.png", MimeType = "image/png", Buffer = await manager.Page.Locator("main").ScreenshotAsync() });
        await manager.Page.ClickAsync("main form .btn-primary");
        await manager.Page.WaitForSelectorAsync(".photos img");
        await manager.LookAsync("photos");
    }

    private async Task RateAsync(string eventId)
    {
        var owner = await Visitor.ArriveAsync(desk, "event-came", 390);
        await owner.SignInAsync("event-owner0@example.com");
        await owner.Page.GotoAsync($"/cuihu/Portal/Events/Details/{eventId}");
        Assert.Equal(1, await owner.Page.Locator(".photos img").CountAsync());
        await owner.Page.ClickAsync("label[for='score-5']");
        await owner.Page.FillAsync("[name='Words']", "孩子很开心");
        await owner.LookAsync("rate");
        await owner.Page.ClickAsync("form[action*='handler=Rate'] button.btn-primary");
        await owner.Page.WaitForSelectorAsync(".alert-success");
        await owner.LookAsync("rated");
        Assert.Contains("5 分，1 户评价", await owner.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
