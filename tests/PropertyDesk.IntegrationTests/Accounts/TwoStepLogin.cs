using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Security;

namespace PropertyDesk.IntegrationTests.Accounts;

[Collection(AccountsDesk.Clock)]
public sealed class TwoStepLogin
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_password_alone_is_not_enough_any_more()
    {
        var (desk, user, secret, _) = await TurnedOnAsync();
        var browser = desk.Anonymous();

        Assert.StartsWith("/account/second", (await browser.LogInAsync(user.UserName!, Desk.Password)).Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.False(await browser.IsInAsync());
        desk.Clock.Advance(Step);
        Assert.Equal(HttpStatusCode.Redirect, (await ProveAsync(browser, Totp.CodeAt(secret, desk.Clock.GetUtcNow()))).StatusCode);
        Assert.True(await browser.IsInAsync());
    }

    [Fact]
    public async Task A_code_by_phone_leads_to_the_second_step_too()
    {
        var (desk, user, _, _) = await TurnedOnAsync();
        var browser = desk.Anonymous();
        await browser.AskForCodeAsync("/account/code", user.UserName!);

        var answer = await browser.EnterCodeAsync(await desk.CodeAsync(user.UserName!));

        Assert.StartsWith("/account/second", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task The_same_code_is_taken_once()
    {
        var (desk, user, secret, _) = await TurnedOnAsync();
        desk.Clock.Advance(Step);
        var code = Totp.CodeAt(secret, desk.Clock.GetUtcNow());
        var (first, second) = (desk.Anonymous(), desk.Anonymous());
        await first.LogInAsync(user.UserName!, Desk.Password);
        await second.LogInAsync(user.UserName!, Desk.Password);

        Assert.Equal(HttpStatusCode.Redirect, (await ProveAsync(first, code)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ProveAsync(second, code)).StatusCode);
        Assert.False(await second.IsInAsync());
    }

    [Fact]
    public async Task Of_many_who_send_the_same_code_at_once_one_is_let_in()
    {
        var (desk, user, secret, _) = await TurnedOnAsync();
        desk.Clock.Advance(Step);
        var code = Totp.CodeAt(secret, desk.Clock.GetUtcNow());

        // Three: five wrong ones would lock the login, which is another rule.
        var proven = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => ProveByServiceAsync(desk, user, code))));

        Assert.Single(proven, ok => ok);
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_only_its_hash_is_kept()
    {
        var (desk, user, _, codes) = await TurnedOnAsync();
        var (first, second) = (desk.Anonymous(), desk.Anonymous());
        await first.LogInAsync(user.UserName!, Desk.Password);
        await second.LogInAsync(user.UserName!, Desk.Password);

        Assert.Equal(HttpStatusCode.Redirect, (await ProveAsync(first, codes[3].ToLowerInvariant())).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ProveAsync(second, codes[3])).StatusCode);
        var kept = await desk.See(db => db.RecoveryCodes.Where(c => c.UserId == user.Id).ToListAsync());
        Assert.Equal((10, 1), (kept.Count, kept.Count(c => c.UsedAt is not null)));
        Assert.All(kept, c => Assert.Matches("^[0-9a-f]{64}$", c.Hash));
        Assert.Contains(kept, c => c.Hash == RecoveryCode.HashOf(codes[3]) && c.UsedAt is not null);
        Assert.DoesNotContain(codes[4], await desk.See(async db => (await db.Users.SingleAsync(u => u.Id == user.Id)).TotpSecret!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_second_step()
    {
        var (desk, user, secret, _) = await TurnedOnAsync();
        var browser = desk.Anonymous();
        await browser.LogInAsync(user.UserName!, Desk.Password);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ProveAsync(browser, "not-a-code")).StatusCode);
        }

        desk.Clock.Advance(Step);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ProveAsync(browser, Totp.CodeAt(secret, desk.Clock.GetUtcNow()))).StatusCode);
    }

    [Fact]
    public async Task A_secret_counts_only_after_a_code_of_it()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, _) = await desk.OwnerWithLoginAsync();
        var browser = await desk.SignInAsync(user);
        await browser.GetStringAsync("/account/totp");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Desk.PostAsync(browser, "/account/totp", "/account/totp", new() { ["Input.Code"] = "000" })).StatusCode);
        Assert.Equal("/", (await desk.Anonymous().LogInAsync(user.UserName!, Desk.Password)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_company_can_ask_a_role_for_it()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, _) = await desk.StaffAsync();
        var browser = await desk.SignInAsync(user);
        var page = $"/{desk.Company.Slug}/Payments";
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync(page));

        await desk.In((SecuritySettings settings) => settings.ChangeAsync(new SecurityRules([Role.Collector], 24, true)));

        using (var refused = await browser.GetAsync(page))
        {
            Assert.StartsWith("/account/confirm?strong=true", refused.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }

        await desk.TurnOnAppAsync(browser);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync(page));
    }

    private static async Task<(Desk Desk, DeskUser User, string Secret, List<string> Codes)> TurnedOnAsync()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, _) = await desk.OwnerWithLoginAsync();
        var (secret, codes) = await desk.TurnOnAppAsync(await desk.SignInAsync(user));
        return (desk, user, secret, codes);
    }

    private static async Task<bool> ProveByServiceAsync(Desk desk, DeskUser user, string code)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>().FindByIdAsync(user.Id.ToString());
        return await scope.ServiceProvider.GetRequiredService<Authenticators>().ProveAsync(known!, code);
    }

    private static Task<HttpResponseMessage> ProveAsync(HttpClient browser, string code) =>
        Desk.PostAsync(browser, "/account/second", "/account/second", new() { ["Input.Code"] = code });
}
