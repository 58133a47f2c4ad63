using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.IntegrationTests.Security;

namespace PropertyDesk.IntegrationTests.Accounts;

[Collection(AccountsDesk.Clock)]
public sealed class RecoveringAndChanging
{
    private const string NewPassword = "Another-good-one";

    [Fact]
    public async Task A_forgotten_password_is_set_anew_and_every_login_ends()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, phone) = await desk.OwnerWithLoginAsync();
        var (before, browser) = (await desk.SignInAsync(user), desk.Anonymous());
        await browser.AskForCodeAsync("/account/forgot", phone);
        var code = await desk.CodeAsync(phone);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SetAsync(browser, code, "iloveyou")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SetAsync(browser, code, NewPassword)).StatusCode);

        Assert.False(await before.IsInAsync());
        Assert.Contains("密码已重设", await desk.TextAsync(DeliveryKind.AccountNotice, phone), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await desk.Anonymous().LogInAsync(phone, Desk.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Anonymous().LogInAsync(phone, NewPassword)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SetAsync(browser, code, "Yet-another-one")).StatusCode);
    }

    [Fact]
    public async Task An_address_that_nobody_has_gets_the_same_answers()
    {
        var desk = await AccountsDesk.OpenAsync();
        var browser = desk.Anonymous();
        var nobody = AccountsDesk.NewPhone();

        Assert.Equal(HttpStatusCode.Redirect, (await browser.AskForCodeAsync("/account/forgot", nobody)).StatusCode);
        Assert.Contains("验证码已发出", await browser.GetStringAsync("/account/forgot"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SetAsync(browser, "123456", NewPassword)).StatusCode);
    }

    [Fact]
    public async Task Recovery_does_not_pass_the_second_step()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, phone) = await desk.OwnerWithLoginAsync();
        await desk.TurnOnAppAsync(await desk.SignInAsync(user));
        var browser = desk.Anonymous();
        await browser.AskForCodeAsync("/account/forgot", phone);
        await SetAsync(browser, await desk.CodeAsync(phone), NewPassword);

        Assert.StartsWith("/account/second", (await browser.LogInAsync(phone, NewPassword)).Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_phone_takes_the_place_of_the_old_one_which_is_told()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, old) = await desk.OwnerWithLoginAsync();
        var (browser, there) = (await desk.SignInAsync(user), await desk.SignInAsync(user));
        var phone = AccountsDesk.NewPhone();
        await browser.AskForCodeAsync("/account/contact?kind=Phone", phone);

        Assert.Equal(HttpStatusCode.Redirect, (await EnterAsync(browser, await desk.CodeAsync(phone))).StatusCode);

        Assert.Contains(phone[^4..], await desk.TextAsync(DeliveryKind.AccountNotice, old), StringComparison.Ordinal);
        Assert.True(await browser.IsInAsync());
        Assert.False(await there.IsInAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Anonymous().LogInAsync(phone, Desk.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.Anonymous().LogInAsync(old, Desk.Password)).StatusCode);
    }

    [Fact]
    public async Task An_email_beside_the_phone_logs_in_too()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, phone) = await desk.OwnerWithLoginAsync();
        var browser = await desk.SignInAsync(user);
        var email = $"{Guid.NewGuid():n}@example.com";
        await browser.AskForCodeAsync("/account/contact?kind=Email", email.ToUpperInvariant());

        await EnterAsync(browser, await desk.CodeAsync(email));

        Assert.Equal(HttpStatusCode.Redirect, (await desk.Anonymous().LogInAsync(email, Desk.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Anonymous().LogInAsync(phone, Desk.Password)).StatusCode);
    }

    [Fact]
    public async Task Nobody_takes_an_address_that_another_login_has()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, _) = await desk.OwnerWithLoginAsync();
        var (_, taken) = await desk.OwnerWithLoginAsync();
        var browser = await desk.SignInAsync(user);
        await browser.AskForCodeAsync("/account/contact?kind=Phone", taken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await EnterAsync(browser, await desk.CodeAsync(taken))).StatusCode);
        Assert.Equal(1, await desk.See(db => db.LoginContacts.CountAsync(c => c.Address == taken)));
    }

    [Fact]
    public async Task A_code_for_one_login_proves_nothing_for_another()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (first, _) = await desk.OwnerWithLoginAsync();
        var (second, secondPhone) = await desk.OwnerWithLoginAsync();
        var browser = await desk.SignInAsync(first);
        var phone = AccountsDesk.NewPhone();
        await browser.AskForCodeAsync("/account/contact?kind=Phone", phone);
        await browser.LogInAsync(secondPhone, Desk.Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await EnterAsync(browser, await desk.CodeAsync(phone))).StatusCode);
        Assert.Equal(secondPhone, await desk.See(db => db.LoginContacts.Where(c => c.UserId == second.Id && c.Kind == ContactKind.Phone).Select(c => c.Address).SingleAsync()));
    }

    private static Task<HttpResponseMessage> EnterAsync(HttpClient browser, string code) =>
        Desk.PostAsync(browser, "/account/contact?kind=Phone", "/account/contact?kind=Phone&handler=Enter", new() { ["Input.Code"] = code });

    private static Task<HttpResponseMessage> SetAsync(HttpClient browser, string code, string password) => Desk.PostAsync(
        browser, "/account/forgot", "/account/forgot?handler=Set", new() { ["Input.Code"] = code, ["Input.Password"] = password, ["Input.Repeat"] = password });
}
