using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Purses;

/// <summary>The way of a clerk, a manager and an owner through the pages of purses.</summary>
public sealed partial class PursesOnThePages
{
    [Fact]
    public async Task A_clerk_prepays_uses_and_takes_back()
    {
        var desk = await PurseDesk.OpenAsync();
        var (clerk, company) = await SignInAsync(desk, Role.Collector);
        var (prepay, owner, apply) = ($"{company}/Purses/Prepay/{desk.Li.Id}", $"{company}/Purses/Owner/{desk.Li.Id}", $"{company}/Purses/Apply/{desk.Li.Id}");

        var taken = await Desk.PostAsync(clerk, prepay, prepay, new() { ["Input.RequestId"] = Guid.NewGuid().ToString(), ["Input.Class"] = "Property", ["Input.Amount"] = "300", ["Input.Method"] = "BankTransfer", ["Input.Reference"] = "YH-9" });
        Assert.Contains("物业费预存", await ReadAsync(clerk, taken.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Contains("A-000001", await ReadAsync(clerk, owner), StringComparison.Ordinal);

        var page = await ReadAsync(clerk, apply);
        Assert.Contains("抵扣 ¥300.00", page, StringComparison.Ordinal);
        var march = await desk.Till.SeeAsync(db => db.Bills.Where(b => b.OwnerId == desk.Li.Id && b.Period == IntegrationTests.Payments.Till.March).Select(b => b.Id).SingleAsync());
        Assert.Contains("抵扣 ¥258.40", await ReadAsync(clerk, $"{apply}?bills={march}"), StringComparison.Ordinal);
        var request = Guid.NewGuid().ToString();
        Dictionary<string, string> Form(string seen) => new() { ["RequestId"] = request, ["SeenFen"] = seen, ["Bills"] = march.ToString() };
        var wrong = await Desk.PostAsync(clerk, apply, apply, Form("30000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var used = await Desk.PostAsync(clerk, apply, apply, Form("25840"));
        var document = used.Headers.Location!.OriginalString;
        Assert.Contains("P-000001", await ReadAsync(clerk, document), StringComparison.Ordinal);

        var red = await Desk.PostAsync(clerk, document, document + "?handler=TakeBack", new() { ["requestId"] = Guid.NewGuid().ToString(), ["reason"] = "选错账单" });
        Assert.Contains("红字抵扣单 P-000002", await ReadAsync(clerk, red.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Equal(["撤销抵扣，退回", "抵扣账单", "预存"], Kinds().Matches(await ReadAsync(clerk, owner)).Select(m => m.Groups["kind"].Value));
        Assert.Equal(Money.Exact(300m), await desk.BalanceAsync(desk.Li, PurseClass.Property));
        Assert.Contains("与总账预收账款 ¥300.00 一致", await ReadAsync(clerk, $"{company}/Purses"), StringComparison.Ordinal);
        await desk.BooksAreSoundAsync();
    }

    [Theory]
    [InlineData("0", "Cash", "")]
    [InlineData("abc", "Cash", "")]
    [InlineData("10.001", "BankTransfer", "YH-1")]
    [InlineData("10", "BankTransfer", "")]
    [InlineData("10", "Purse", "")]
    [InlineData("10", "WeChatPay", "42")]
    public async Task What_cannot_be_prepaid_is_refused_and_nothing_is_booked(string amount, string method, string reference)
    {
        var desk = await PurseDesk.OpenAsync();
        var (clerk, company) = await SignInAsync(desk, Role.Collector);
        var prepay = $"{company}/Purses/Prepay/{desk.Li.Id}";

        var answer = await Desk.PostAsync(clerk, prepay, prepay, new() { ["Input.RequestId"] = Guid.NewGuid().ToString(), ["Input.Class"] = "Property", ["Input.Amount"] = amount, ["Input.Method"] = method, ["Input.Reference"] = reference });

        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal((0, 0), (await desk.Till.SeeAsync(db => db.Payments.CountAsync()), await desk.Till.SeeAsync(db => db.PurseEntries.CountAsync())));
    }

    [Fact]
    public async Task A_clerk_asks_for_a_release_and_a_manager_approves_it()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.PrepayAsync(desk.Li, PurseClass.Parking, 100m);
        var (clerk, company) = await SignInAsync(desk, Role.Collector);
        var (manager, _) = await SignInAsync(desk, Role.Manager);
        var release = $"{company}/Purses/Release/{desk.Li.Id}";

        var asked = await Desk.PostAsync(clerk, release, release, new() { ["From"] = "Parking", ["To"] = "Property", ["Amount"] = "60", ["Reason"] = "车位已退" });
        var id = asked.Headers.Location!.OriginalString.Split('/')[^1];
        var decide = $"{company}/Purses/Decide/{id}";
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync(decide)).StatusCode);
        Assert.Contains("车位已退", await ReadAsync(manager, $"{company}/Approvals"), StringComparison.Ordinal);
        await Desk.PostAsync(manager, decide, decide + "?handler=Approve", []);

        Assert.Equal((Money.Exact(40m), Money.Exact(60m)), (await desk.BalanceAsync(desk.Li, PurseClass.Parking), await desk.BalanceAsync(desk.Li, PurseClass.Property)));
        Assert.Contains("预存款调剂单 P-000001", await ReadAsync(clerk, asked.Headers.Location!.OriginalString), StringComparison.Ordinal);
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_manager_sets_how_purses_pay_and_records_what_an_owner_agreed_to()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.PrepayAsync(desk.Li, PurseClass.Parking, 1000m);
        var (manager, company) = await SignInAsync(desk, Role.Manager);
        var (settings, consent) = ($"{company}/Communities/Purses/{desk.Till.Own.Community.Id}", $"{company}/Purses/Consent/{desk.Li.Id}");

        await Desk.PostAsync(manager, settings, settings, new() { ["PayBills"] = "true" });
        await Desk.PostAsync(manager, consent, consent + "?handler=Agree", new() { ["evidence"] = "同意书 12 号" });
        Assert.Contains("同意书 12 号", await ReadAsync(manager, $"{company}/Purses/Owner/{desk.Li.Id}"), StringComparison.Ordinal);
        var run = await desk.PublishMayAsync();

        Assert.Equal(Money.Zero, await desk.OwedAsync(desk.Li));
        Assert.Equal(Money.Exact(1000m - (3 * 258.40m)), await desk.BalanceAsync(desk.Li, PurseClass.Parking));
        Assert.Contains("预存款抵扣（1 户）", await ReadAsync(manager, $"{company}/BillRuns/Details/{run}"), StringComparison.Ordinal);
        await Desk.PostAsync(manager, consent, consent + "?handler=End", []);
        Assert.NotNull(await desk.Till.SeeAsync(db => db.PurseConsents.Select(c => c.EndedAt).SingleAsync()));
    }

    [Fact]
    public async Task An_owner_sees_the_own_purse_and_nobody_elses()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.PrepayAsync(desk.Li, PurseClass.Property, 123.45m);
        await desk.PrepayAsync(desk.Zhang, PurseClass.General, 678.90m);
        await desk.UseAsync(desk.Li);
        await desk.PrepayAsync(desk.Li, PurseClass.Parking, 55.55m);
        var li = await desk.Till.Desk.SignInAsync(user => Membership.OfOwner(desk.Li, user));

        var page = await ReadAsync(li, $"/{desk.Till.Desk.Company.Slug}/Portal/Purse");

        Assert.Contains("停车费预存", page, StringComparison.Ordinal);
        Assert.Contains("-¥123.45", page, StringComparison.Ordinal);
        Assert.Contains("P-000001", page, StringComparison.Ordinal);
        Assert.DoesNotContain("678.90", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await li.GetAsync($"/{desk.Till.Desk.Company.Slug}/Purses/Owner/{desk.Li.Id}")).StatusCode);
    }

    private static async Task<(HttpClient Browser, string Company)> SignInAsync(PurseDesk desk, Role role) =>
        (await desk.Till.Desk.SignInAsync(role), $"/{desk.Till.Desk.Company.Slug}");

    private static async Task<string> ReadAsync(HttpClient browser, string page) => WebUtility.HtmlDecode(await browser.GetStringAsync(page));

    [GeneratedRegex("<td>(?<kind>[^<]+)<div class=\"text-secondary small\">", RegexOptions.ExplicitCapture)]
    private static partial Regex Kinds();
}
