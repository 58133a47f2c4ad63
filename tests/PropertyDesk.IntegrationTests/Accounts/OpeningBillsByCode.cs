using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.IntegrationTests.Security;

namespace PropertyDesk.IntegrationTests.Accounts;

[Collection(AccountsDesk.Clock)]
public sealed class OpeningBillsByCode
{
    private const string Page = "/account/bill";
    private const string Refusal = "代码与所填信息对不上";

    [Fact]
    public async Task The_code_and_the_phone_open_exactly_that_bill_and_nothing_else()
    {
        var (desk, bill, other) = await BilledAsync();
        var browser = desk.Anonymous();

        var answer = await OpenAsync(browser, CodeOf(bill), "4321");

        Assert.Equal("/account/bill/opened", answer.Headers.Location?.ToString());
        var page = await browser.GetStringAsync("/account/bill/opened");
        Assert.Contains(bill.Number, page, StringComparison.Ordinal);
        Assert.Contains(bill.UnitCode, page, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Number, page, StringComparison.Ordinal);
        Assert.DoesNotContain("13887654321", page, StringComparison.Ordinal);
        foreach (var closed in new[] { "/account", $"/{desk.Company.Slug}/portal", $"/{desk.Company.Slug}/portal/bills/details/{bill.Id}", $"/{desk.Company.Slug}/portal/bills/{bill.Id}.pdf" })
        {
            using var refused = await browser.GetAsync(closed);
            Assert.StartsWith("/account/login", refused.Headers.Location?.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }

        using var stranger = await desk.Anonymous().GetAsync("/account/bill/opened");
        Assert.Equal("/account/bill", stranger.Headers.Location?.ToString());
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_wrong_answer_and_no_such_code_are_answered_alike()
    {
        var (desk, bill, _) = await BilledAsync();
        var none = PrintedCode.Write(desk.Company.Id, PrintedCode.New());

        var wrong = await OpenAsync(desk.Anonymous(), CodeOf(bill), "0000");
        var unknown = await OpenAsync(desk.Anonymous(), none, "0000");
        var nonsense = await OpenAsync(desk.Anonymous(), "nonsense", "0000");

        var pages = new List<string>();
        foreach (var (answer, code) in new[] { (wrong, CodeOf(bill)), (unknown, none), (nonsense, "nonsense") })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = (await answer.Content.ReadAsStringAsync()).Replace(code, "", StringComparison.Ordinal);
            pages.Add(System.Text.RegularExpressions.Regex.Replace(page, "(name=\"__RequestVerificationToken\"[^>]*)", ""));
        }

        Assert.Contains(Refusal, pages[0], StringComparison.Ordinal);
        Assert.Equal(pages[0], pages[1]);
        Assert.Equal(pages[0], pages[2]);
        Assert.Equal(1, await desk.See(db => db.BillOpenings.Where(o => o.BillId == bill.Id).Select(o => o.WrongAnswers).SingleAsync()));
    }

    [Fact]
    public async Task Five_wrong_answers_rest_the_code_for_an_hour_and_twenty_end_it()
    {
        var (desk, bill, _) = await BilledAsync();
        for (var round = 1; round <= 4; round++)
        {
            for (var i = 0; i < 5; i++)
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(desk.Anonymous(), CodeOf(bill), "0000")).StatusCode);
            }

            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(desk.Anonymous(), CodeOf(bill), "4321")).StatusCode);
            desk.Clock.Advance(BillOpening.Rest);
            Assert.Equal(round < 4 ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, (await OpenAsync(desk.Anonymous(), CodeOf(bill), "4321")).StatusCode);
        }
    }

    [Fact]
    public async Task Without_a_phone_name_and_room_are_asked()
    {
        var (desk, bill, _) = await BilledAsync(phone: null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(desk.Anonymous(), CodeOf(bill), "4321")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(desk.Anonymous(), CodeOf(bill), null, bill.OwnerName, "9-9-909")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await OpenAsync(desk.Anonymous(), CodeOf(bill), null, bill.OwnerName, bill.UnitCode)).StatusCode);
    }

    [Fact]
    public async Task An_account_is_opened_with_it_once_and_the_phone_on_file_is_told()
    {
        var (desk, bill, _) = await BilledAsync();
        var (browser, late) = (desk.Anonymous(), desk.Anonymous());
        await OpenAsync(browser, CodeOf(bill), "4321");
        await OpenAsync(late, CodeOf(bill), "4321");
        var lateInvitation = (await Desk.PostAsync(late, "/account/bill/opened", "/account/bill/opened", [])).Headers.Location!.ToString();
        var invitation = (await Desk.PostAsync(browser, "/account/bill/opened", "/account/bill/opened", [])).Headers.Location!.ToString();

        var login = AccountsDesk.NewPhone();
        var made = await AcceptAsync(browser, invitation, login);

        Assert.Equal($"/{desk.Company.Slug}/", made.Headers.Location?.ToString());
        Assert.Contains(bill.UnitCode, await browser.GetStringAsync($"/{desk.Company.Slug}/portal/bills/details/{bill.Id}"), StringComparison.Ordinal);
        Assert.Contains(bill.Number, await desk.TextAsync(DeliveryKind.AccountNotice, "13887654321"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AcceptAsync(late, lateInvitation, AccountsDesk.NewPhone())).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(desk.Anonymous(), CodeOf(bill), "4321")).StatusCode);
        using var again = await browser.GetAsync($"/account/bill/{CodeOf(bill)}");
        Assert.Equal($"/{desk.Company.Slug}/portal/bills/details/{bill.Id}", again.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_payer_is_added_to_a_login_that_there_is()
    {
        var (desk, bill, _) = await BilledAsync();
        var (user, _) = await desk.OwnerWithLoginAsync();
        var browser = await desk.SignInAsync(user);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync($"/account/bill/{CodeOf(bill)}"));
        await OpenAsync(browser, CodeOf(bill), "4321");
        var invitation = (await Desk.PostAsync(browser, "/account/bill/opened", "/account/bill/opened", [])).Headers.Location!.ToString();

        await Desk.PostAsync(browser, invitation, invitation + "&handler=Join", []);

        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync($"/{desk.Company.Slug}/portal/bills/details/{bill.Id}"));
    }

    [Fact]
    public async Task An_old_bill_and_a_draft_open_nothing()
    {
        var (desk, bill, _) = await BilledAsync();
        await desk.In((SecuritySettings settings) => settings.ChangeAsync(new SecurityRules([], 1, false)));
        var draft = await desk.In(async (BillRuns runs) =>
        {
            await runs.DraftAsync(bill.CommunityId, new BillingMonth(2025, 6));
            return await desk.See(db => db.Bills.FirstAsync(b => b.IssuedOn == null && b.OwnerId == bill.OwnerId));
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(desk.Anonymous(), CodeOf(draft), "4321")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await OpenAsync(desk.Anonymous(), CodeOf(bill), "4321")).StatusCode);
        desk.Clock.Advance(TimeSpan.FromDays(32));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(desk.Anonymous(), CodeOf(bill), "4321")).StatusCode);
    }

    private static string CodeOf(Bill bill) => PrintedCode.Write(bill.CompanyId, bill.Code);

    private static async Task<(Desk Desk, Bill Bill, Bill Other)> BilledAsync(string? phone = "13887654321")
    {
        var desk = await AccountsDesk.OpenAsync();
        var (community, _, _) = await desk.ImportAsync("jinxiu-messy.xlsx");
        var draft = await desk.In((BillRuns runs) => runs.DraftAsync(community, new BillingMonth(2025, 5)));
        await desk.In((BillPublishing publishing) => publishing.PublishAsync(draft.RunId));
        return await desk.In(async (DeskDbContext db) =>
        {
            var bills = await db.Bills.Include(b => b.Owner).Where(b => b.Total.Fen > 0).OrderBy(b => b.Number).ToListAsync();
            bills[0].Owner.SetContact(phone, null);
            await db.SaveChangesAsync();
            return (desk, bills[0], bills.First(b => b.OwnerId != bills[0].OwnerId));
        });
    }

    private static Task<HttpResponseMessage> OpenAsync(HttpClient browser, string code, string? tail, string? name = null, string? unit = null) => Desk.PostAsync(
        browser, Page, Page, new() { ["Input.Code"] = code, ["Input.PhoneTail"] = tail ?? "", ["Input.Name"] = name ?? "", ["Input.Unit"] = unit ?? "" });

    private static Task<HttpResponseMessage> AcceptAsync(HttpClient browser, string invitation, string login) => Desk.PostAsync(
        browser, invitation, invitation, new() { ["Input.Login"] = login, ["Input.Password"] = Desk.Password, ["Input.Repeat"] = Desk.Password });
}
