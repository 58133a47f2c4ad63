using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.IntegrationTests.Accounts;

[Collection(AccountsDesk.Clock)]
public sealed class LoggingInByCode
{
    private const string Page = "/account/code";

    [Fact]
    public async Task A_code_to_a_proven_phone_logs_in_once()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (_, phone) = await desk.OwnerWithLoginAsync();
        var browser = desk.Anonymous();

        await browser.AskForCodeAsync(Page, phone);
        var code = await desk.CodeAsync(phone);
        var answer = await browser.EnterCodeAsync(code);

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.True(await browser.IsInAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.EnterCodeAsync(code)).StatusCode);
    }

    [Fact]
    public async Task A_code_works_only_in_the_browser_that_asked_and_for_what_it_was_asked()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (_, phone) = await desk.OwnerWithLoginAsync();
        var (browser, other) = (desk.Anonymous(), desk.Anonymous());
        await browser.AskForCodeAsync("/account/forgot", phone);
        var code = await desk.CodeAsync(phone);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.EnterCodeAsync(code)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.EnterCodeAsync(code)).StatusCode);
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task A_code_ends_after_five_minutes()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (_, phone) = await desk.OwnerWithLoginAsync();
        var browser = desk.Anonymous();
        await browser.AskForCodeAsync(Page, phone);
        desk.Clock.Advance(OneTimeCode.Lifetime);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.EnterCodeAsync(await desk.CodeAsync(phone))).StatusCode);
    }

    [Fact]
    public async Task Five_wrong_tries_end_a_code()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (_, phone) = await desk.OwnerWithLoginAsync();
        var browser = desk.Anonymous();
        await browser.AskForCodeAsync(Page, phone);
        var code = await desk.CodeAsync(phone);
        for (var i = 1; i <= 5; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.EnterCodeAsync(((int.Parse(code) + i) % 1_000_000).ToString("000000"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.EnterCodeAsync(code)).StatusCode);
    }

    [Fact]
    public async Task Of_many_who_use_one_code_at_once_one_succeeds()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, phone) = await desk.OwnerWithLoginAsync();
        await desk.In((OneTimeCodes codes) => codes.SendAsync(new CodeRequest(CodePurpose.SignIn, phone, ContactAddress.Read(phone), phone, user.Id)));
        var code = await desk.CodeAsync(phone);

        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.In((OneTimeCodes codes) => codes.UseAsync(CodePurpose.SignIn, phone, code)))));

        Assert.Single(used, result => result is not null);
    }

    [Fact]
    public async Task Of_many_who_ask_for_one_address_at_once_one_is_sent()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (user, phone) = await desk.OwnerWithLoginAsync();

        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
        {
            try
            {
                return await desk.In((OneTimeCodes codes) => codes.SendAsync(new CodeRequest(CodePurpose.SignIn, phone + i, ContactAddress.Read(phone), phone + i, user.Id)));
            }
            catch (RuleViolation)
            {
                return false;
            }
        })));

        Assert.Single(asked, sent => sent);
        Assert.Equal(1, await desk.See(db => db.Deliveries.CountAsync(d => d.Address == phone)));
    }

    [Fact]
    public async Task Asking_tells_nothing_about_an_address()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (_, phone) = await desk.OwnerWithLoginAsync();
        var nobody = AccountsDesk.NewPhone();

        var (known, unknown) = (await AskAsync(desk, phone), await AskAsync(desk, nobody));

        Assert.Equal(known.Status, unknown.Status);
        Assert.Equal(known.Page.Replace(phone[^4..], "", StringComparison.Ordinal), unknown.Page.Replace(nobody[^4..], "", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Anonymous().AskForCodeAsync(Page, phone)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Anonymous().AskForCodeAsync(Page, nobody)).StatusCode);
        Assert.False(await desk.See(db => db.Deliveries.AnyAsync(d => d.Address == nobody)));
    }

    [Fact]
    public async Task No_address_gets_more_than_five_an_hour()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (_, phone) = await desk.OwnerWithLoginAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await desk.Anonymous().AskForCodeAsync(Page, phone)).StatusCode);
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Anonymous().AskForCodeAsync(Page, phone)).StatusCode);
        desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Anonymous().AskForCodeAsync(Page, phone)).StatusCode);
    }

    [Fact]
    public async Task The_code_is_readable_nowhere_in_the_database_and_gone_when_it_is_over()
    {
        var desk = await AccountsDesk.OpenAsync();
        var (_, phone) = await desk.OwnerWithLoginAsync();
        await desk.Anonymous().AskForCodeAsync(Page, phone);
        var code = await desk.CodeAsync(phone);
        var kept = await desk.See(db => db.OneTimeCodes.SingleAsync(c => c.Address == phone));
        var message = await desk.See(db => db.Deliveries.SingleAsync(d => d.Address == phone));

        Assert.Equal(DeliveryKind.OneTimeCode, message.Kind);
        Assert.DoesNotContain(code, message.SealedText! + message.Subject + message.Body + message.Parameters + kept.Secret + message.Key, StringComparison.Ordinal);
        desk.Clock.Advance(OneTimeCode.Lifetime);
        await desk.In((AccountSweep sweep) => sweep.EraseTextsAsync());
        Assert.Null((await desk.See(db => db.Deliveries.SingleAsync(d => d.Address == phone))).SealedText);
        desk.Clock.Advance(CodeLimits.Memory);
        await desk.In((AccountSweep sweep) => sweep.RunAsync());
        Assert.False(await desk.See(db => db.OneTimeCodes.AnyAsync(c => c.Address == phone)));
    }

    private static async Task<(HttpStatusCode Status, string Page)> AskAsync(Desk desk, string address)
    {
        var browser = desk.Anonymous();
        var answer = await browser.AskForCodeAsync(Page, address);
        var page = await browser.GetStringAsync(Page);
        return (answer.StatusCode, System.Text.RegularExpressions.Regex.Replace(page, "value=\"[^\"]*\"", ""));
    }
}
