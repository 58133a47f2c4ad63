using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Security;

namespace PropertyDesk.IntegrationTests.Accounts;

[Collection(AccountsDesk.Clock)]
public sealed class KeepingSessions
{
    [Fact]
    public async Task Staff_are_out_after_half_an_hour_without_a_click()
    {
        var desk = await AccountsDesk.OpenAsync();
        var browser = await desk.SignInAsync((await desk.StaffAsync()).User);
        desk.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.True(await browser.IsInAsync());
        desk.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.True(await browser.IsInAsync());
        desk.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task Staff_are_out_after_twelve_hours_whatever_they_do()
    {
        var desk = await AccountsDesk.OpenAsync();
        var browser = await desk.SignInAsync((await desk.StaffAsync()).User);
        for (var i = 0; i < 29; i++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(24));
            Assert.True(await browser.IsInAsync());
        }

        desk.Clock.Advance(TimeSpan.FromMinutes(24));
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task Owners_stay_for_thirty_days_but_prove_themselves_before_changes()
    {
        var desk = await AccountsDesk.OpenAsync();
        var browser = await desk.SignInAsync((await desk.OwnerWithLoginAsync()).User);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/account/contact?kind=Phone"));
        desk.Clock.Advance(TimeSpan.FromDays(29));
        Assert.True(await browser.IsInAsync());
        foreach (var page in new[] { "/account/contact?kind=Phone", "/account/totp", "/account/passkeys" })
        {
            using var answer = await browser.GetAsync(page);
            Assert.StartsWith("/account/confirm", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ConfirmAsync(browser, "wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ConfirmAsync(browser, Desk.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/account/totp"));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task An_owner_who_becomes_staff_is_out_as_early_as_staff()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, _) = await desk.OwnerWithLoginAsync();
        var (browser, phone) = (await desk.SignInAsync(user), await desk.SignInAsync(user));
        var page = "/account/invitation?token=" + await desk.In((Invitations i) => i.InviteStaffAsync(Role.Finance, "小李", []));
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(browser, page, page + "&handler=Join", [])).StatusCode);

        desk.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.False(await phone.IsInAsync());
    }

    [Fact]
    public async Task A_session_that_is_ended_is_out_at_the_next_click()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, _) = await desk.OwnerWithLoginAsync();
        var (here, there) = (await desk.SignInAsync(user), await desk.SignInAsync(user));
        var stranger = await desk.SignInAsync((await desk.OwnerWithLoginAsync()).User);
        var sessions = await desk.See(db => db.LoginSessions.Where(s => s.UserId == user.Id).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync());

        await Desk.PostAsync(stranger, "/account/sessions", $"/account/sessions?handler=End&session={sessions[1]}", []);
        Assert.True(await there.IsInAsync());
        await Desk.PostAsync(here, "/account/sessions", $"/account/sessions?handler=End&session={sessions[1]}", []);

        using var answer = await there.GetAsync($"/{desk.Company.Slug}/portal");
        Assert.StartsWith("/account/login", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.True(await here.IsInAsync());
    }

    [Fact]
    public async Task Everywhere_means_everywhere()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, _) = await desk.OwnerWithLoginAsync();
        var (here, there) = (await desk.SignInAsync(user), await desk.SignInAsync(user));

        await Desk.PostAsync(here, "/account/sessions", "/account/sessions?handler=Everywhere", []);

        Assert.False(await here.IsInAsync());
        Assert.False(await there.IsInAsync());
        Assert.False(await desk.See(db => db.LoginSessions.AnyAsync(s => s.UserId == user.Id)));
    }

    [Fact]
    public async Task Each_login_has_a_key_of_its_own_and_a_cookie_that_was_copied_ends_with_it()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, _) = await desk.OwnerWithLoginAsync();
        var browser = await desk.SignInAsync(user);
        var first = await desk.See(db => db.LoginSessions.Where(s => s.UserId == user.Id).Select(s => s.KeyHash).SingleAsync());

        await browser.LogInAsync(user.UserName!, Desk.Password);

        var second = await desk.See(db => db.LoginSessions.Where(s => s.UserId == user.Id).Select(s => s.KeyHash).SingleAsync());
        Assert.NotEqual(first, second);
        await Desk.PostAsync(browser, "/account/sessions", "/account/logout", []);
        Assert.False(await desk.See(db => db.LoginSessions.AnyAsync(s => s.UserId == user.Id)));
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_logins_and_is_told()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, phone) = await desk.OwnerWithLoginAsync();
        var (here, there) = (await desk.SignInAsync(user), await desk.SignInAsync(user));

        await Desk.PostAsync(here, "/account/password", "/account/password", new() { ["Input.Current"] = Desk.Password, ["Input.Password"] = "Another-good-one", ["Input.Repeat"] = "Another-good-one" });

        Assert.True(await here.IsInAsync());
        Assert.False(await there.IsInAsync());
        Assert.Contains("密码已修改", await desk.TextAsync(Domain.Deliveries.DeliveryKind.AccountNotice, phone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_who_is_disabled_loses_the_company_at_the_next_click()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, _) = await desk.StaffAsync();
        var browser = await desk.SignInAsync(user);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync($"/{desk.Company.Slug}/Payments"));

        await desk.In(async (DeskDbContext db) =>
        {
            (await db.Memberships.SingleAsync(m => m.UserId == user.Id)).Disable(desk.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync($"/{desk.Company.Slug}/Payments"));
    }

    [Fact]
    public async Task The_list_shows_the_device_and_a_masked_network_and_sweeping_removes_what_is_over()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, _) = await desk.StaffAsync();
        var browser = await desk.SignInAsync(user);
        browser.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36");
        await browser.LogInAsync(user.UserName!, Desk.Password);

        var page = await browser.GetStringAsync("/account/sessions");

        Assert.Contains("Chrome · Windows", page, StringComparison.Ordinal);
        Assert.Matches(@"10\.\d+\.\d+\.\*", page);
        desk.Clock.Advance(TimeSpan.FromMinutes(30));
        await desk.In((AccountSweep sweep) => sweep.RunAsync());
        Assert.False(await desk.See(db => db.LoginSessions.AnyAsync(s => s.UserId == user.Id)));
        Assert.Equal(LoginKind.Staff, await desk.In((LoginSessions sessions) => sessions.KindAsync(user)));
    }

    private static Task<HttpResponseMessage> ConfirmAsync(HttpClient browser, string password) =>
        Desk.PostAsync(browser, "/account/confirm", "/account/confirm?handler=Password", new() { ["Input.Password"] = password });
}
