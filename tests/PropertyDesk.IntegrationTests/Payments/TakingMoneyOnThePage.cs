using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Payments;

public sealed class TakingMoneyOnThePage
{
    [Fact]
    public async Task Leads_from_the_search_to_the_receipt()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";

        var hits = await collector.GetStringAsync($"{company}/Search?handler=Suggest&to=take&q=3-2-1801");
        var page = await collector.GetStringAsync(take);
        var answer = await Desk.PostAsync(collector, take, take, Form(till, amount: "100.00", seenFen: "111360"));
        var taken = await collector.GetStringAsync(answer.Headers.Location!.ToString());

        Assert.Contains($"href=\"{take}?unit=3-2-1801\"", hits, StringComparison.Ordinal);
        Assert.Contains("¥1,113.60", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("A-000001", taken, StringComparison.Ordinal);
        Assert.Contains("¥1,013.60", taken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_debt_as_it_is_now_when_another_clerk_was_faster()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";
        await till.TakeAsync((await till.AskAsync(till.Own.Zhang)).Paying(new(10_000)));

        var answer = await Desk.PostAsync(collector, take, take, Form(till, amount: "1113.60", seenFen: "111360"));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("待收金额已由 ¥1,113.60 变为 ¥1,013.60", html, StringComparison.Ordinal);
        Assert.Contains("name=\"Input.SeenFen\" value=\"101360\"", html, StringComparison.Ordinal);
        Assert.Equal(1, await till.SeeAsync(db => db.Payments.CountAsync()));
    }

    [Theory]
    [InlineData("abc", "Cash", "")]
    [InlineData("0", "Cash", "")]
    [InlineData("12.345", "Cash", "")]
    [InlineData("12,5", "Cash", "")]
    [InlineData("1,00", "Cash", "")]
    [InlineData("1e2", "Cash", "")]
    [InlineData("-5", "Cash", "")]
    [InlineData("5000", "Cash", "")]
    [InlineData("10", "BankTransfer", "")]
    [InlineData("10", "Cheque", "")]
    public async Task Refuses_what_cannot_be_taken(string amount, string method, string reference)
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";

        var answer = await Desk.PostAsync(collector, take, take, Form(till, amount, "111360", method, reference));

        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Matches("field-validation-error|alert-danger", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, await till.SeeAsync(db => db.Payments.CountAsync()));
    }

    [Fact]
    public async Task Books_nothing_without_the_token_of_the_page()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await SignInAsync(till, Role.Collector);
        using var form = new FormUrlEncodedContent(Form(till, "100.00", "111360"));

        var answer = await collector.PostAsync($"{company}/Payments/Take/{till.Own.Zhang.Id}", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await till.SeeAsync(db => db.Payments.CountAsync()));
    }

    [Theory]
    [InlineData(Role.Collector, true)]
    [InlineData(Role.Finance, true)]
    [InlineData(Role.Manager, true)]
    [InlineData(Role.ServiceDesk, false)]
    [InlineData(Role.RepairWorker, false)]
    public async Task Is_open_to_those_who_take_money(Role role, bool open)
    {
        var till = await Till.OpenAsync();
        var (member, company) = await SignInAsync(till, role);
        var answer = await member.GetAsync($"{company}/Payments/Take/{till.Own.Zhang.Id}");
        Assert.Equal(open, answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Prints_the_receipt_and_counts_each_print()
    {
        var till = await Till.OpenAsync();
        var taken = await till.TakeAsync(await till.AskAsync(till.Own.Zhang));
        var (collector, company) = await SignInAsync(till, Role.Collector);

        await Desk.PostAsync(collector, $"{company}/Payments/Taken/{taken.PaymentId}", $"{company}/receipts/{taken.ReceiptId}/print", []);
        var print = await Desk.PostAsync(collector, $"{company}/Payments/Taken/{taken.PaymentId}", $"{company}/receipts/{taken.ReceiptId}/print", []);

        Assert.Equal("application/pdf", print.Content.Headers.ContentType?.MediaType);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await print.Content.ReadAsByteArrayAsync());
        var text = string.Concat(pdf.GetPages().Select(p => p.Text));
        Assert.Contains("A-000001", text, StringComparison.Ordinal);
        Assert.Contains("第 2 次打印", text, StringComparison.Ordinal);
        Assert.Equal(2, await till.SeeAsync(db => db.Receipts.Select(r => r.PrintCount).SingleAsync()));
    }

    [Fact]
    public async Task Proves_a_receipt_to_whoever_holds_it_and_names_nobody()
    {
        var till = await Till.OpenAsync();
        await till.TakeAsync(await till.AskAsync(till.Own.Zhang));
        var code = $"{till.Desk.Company.Id}-{await till.SeeAsync(db => db.Receipts.Select(r => r.Code).SingleAsync())}";
        var anybody = till.Desk.Anonymous();

        var real = WebUtility.HtmlDecode(await anybody.GetStringAsync($"/account/receipt/{code.ToLowerInvariant()}"));
        var other = WebUtility.HtmlDecode(await anybody.GetStringAsync($"/account/receipt?code={till.Desk.Foreign.Id}-{code.Split('-')[1]}"));

        Assert.Contains("¥1,113.60", real, StringComparison.Ordinal);
        Assert.Contains("A-000001", real, StringComparison.Ordinal);
        Assert.DoesNotContain("张伟", real, StringComparison.Ordinal);
        Assert.Contains("没有这样的收据", other, StringComparison.Ordinal);
        Assert.Contains("核验码", await anybody.GetStringAsync("/account/receipt/;DROP"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_no_receipt_of_another_company()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await SignInAsync(till, Role.Collector);
        var foreign = await till.Desk.In(till.Desk.Foreign, (TakePayment t) => t.RunAsync(
            new PaymentRequest(Guid.NewGuid(), till.Foreign.Zhang.Id, [], new(111360), [new Tender(PaymentMethod.Cash, new(111360))])));

        var answer = await Desk.PostAsync(collector, $"{company}/Payments/Take/{till.Own.Zhang.Id}", $"{company}/receipts/{foreign.ReceiptId}/print", []);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Takes_cash_in_an_open_shift_only_and_a_transfer_at_any_time()
    {
        var till = await Till.OpenAsync();
        var company = "/" + till.Desk.Company.Slug;
        var collector = await till.Desk.SignInAsync(Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";

        var cash = await Desk.PostAsync(collector, take, take, Form(till, "100.00", "111360"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, cash.StatusCode);
        Assert.Contains("收付现金前请先开班。", await cash.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var transfer = await Desk.PostAsync(collector, take, take, Form(till, "100.00", "111360", "BankTransfer", "T1"));
        Assert.Equal(HttpStatusCode.Redirect, transfer.StatusCode);
        Assert.Equal(1, await till.SeeAsync(db => db.Receipts.CountAsync()));
    }

    [Fact]
    public async Task Takes_a_part_in_another_way_and_keeps_the_rest_as_prepaid()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";
        var form = Form(till, "1200.00", "111360");
        (form["Input.Others[0].Amount"], form["Input.Others[0].Method"], form["Input.Others[0].Reference"]) = ("200.00", "QrCode", "Q1");
        (form["Input.Others[1].Amount"], form["Input.Others[1].Method"], form["Input.Others[1].Reference"]) = ("300.00", "BankCard", "C1");
        (form["Input.Others[2].Amount"], form["Input.RestToPurse"]) = ("", "true");

        var answer = await Desk.PostAsync(collector, take, take, form);
        var taken = WebUtility.HtmlDecode(await collector.GetStringAsync(answer.Headers.Location!.ToString()));

        Assert.Contains("现金 ¥700.00；扫码 Q1 ¥200.00；刷卡 C1 ¥300.00", taken, StringComparison.Ordinal);
        Assert.Equal(86_40, await till.SeeAsync(db => db.Purses.Select(p => p.Balance.Fen).SingleAsync()));
    }

    [Fact]
    public async Task Too_little_cash_books_nothing_and_a_missing_number_is_told_at_its_part()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";
        var form = Form(till, "1113.60", "111360");
        form["Input.Handed"] = "100";

        var little = await Desk.PostAsync(collector, take, take, form);
        var page = WebUtility.HtmlDecode(await little.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, little.StatusCode);
        Assert.Matches("""data-valmsg-for="Input.Handed"[^>]*>收到现金 ¥100.00，不够 ¥1,113.60""", page);
        (form["Input.Handed"], form["Input.Others[0].Amount"], form["Input.Others[0].Method"], form["Input.Others[0].Reference"]) = ("1000", "200.00", "QrCode", "");
        var unproven = await Desk.PostAsync(collector, take, take, form);
        Assert.Matches("""data-valmsg-for="Input.Others\[0\].Reference"[^>]*>请填写扫码的单号。""", WebUtility.HtmlDecode(await unproven.Content.ReadAsStringAsync()));
        Assert.Equal(0, await till.SeeAsync(db => db.Payments.CountAsync()));

        form["Input.Others[0].Reference"] = "Q1";
        var taken = await Desk.PostAsync(collector, take, take, form);
        Assert.Contains("收到现金 ¥1,000.00 · <b class=\"h3\">找零 ¥86.40</b>", WebUtility.HtmlDecode(await collector.GetStringAsync(taken.Headers.Location!.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_that_stands_on_another_receipt_is_asked_about_before_it_is_taken_again()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";
        var first = Form(till, "100.00", "111360", "BankCard", "0871");
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(collector, take, take, first)).StatusCode);
        // The answer was lost, and the browser sent it again: that is no second slip.
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(collector, take, take, first)).StatusCode);

        var again = Form(till, "50.00", "101360", "BankCard", " 0871 ");
        var asked = await Desk.PostAsync(collector, take, take, again);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Matches("""data-valmsg-for="Input.Reference"[^>]*>单号 0871 已用于收据 A-000001：张伟""", WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()));
        Assert.Equal(1, await till.SeeAsync(db => db.Payments.CountAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(collector, take, take, Form(till, "50.00", "101360", "BankTransfer", "0871"))).StatusCode);
        (again["Input.IsSameMoney"], again["Input.SeenFen"]) = ("true", "96360");
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(collector, take, take, again)).StatusCode);
        Assert.Equal(3, await till.SeeAsync(db => db.Payments.CountAsync()));
    }

    // With an open shift, as somebody who is about to take cash.
    internal static async Task<(HttpClient Client, string Company)> SignInAsync(Till till, Role role)
    {
        var (client, company) = (await till.Desk.SignInAsync(role), "/" + till.Desk.Company.Slug);
        if (role is Role.Collector or Role.Finance or Role.Manager)
        {
            await Desk.PostAsync(client, company + "/Shifts", company + "/Shifts", new() { ["Input.Community"] = till.Own.Community.Id.ToString(), ["Input.Float"] = "0" });
        }

        return (client, company);
    }

    internal static Dictionary<string, string> Form(Till till, string amount, string seenFen, string method = "Cash", string reference = "") => new(StringComparer.Ordinal)
    {
        ["OwnerId"] = till.Own.Zhang.Id.ToString(),
        ["Input.RequestId"] = Guid.NewGuid().ToString(),
        ["Input.SeenFen"] = seenFen,
        ["Input.Amount"] = amount,
        ["Input.Method"] = method,
        ["Input.Reference"] = reference,
    };
}
