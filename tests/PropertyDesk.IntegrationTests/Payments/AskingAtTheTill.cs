using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Deposits;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Payments;

/// <summary>What the till asks before it books, what it ticks by itself, and what it keeps of the cash.</summary>
public sealed class AskingAtTheTill
{
    [Fact]
    public async Task Only_the_bills_of_the_flat_that_was_searched_for_are_ticked()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);

        var page = await ReadAsync(collector, $"{company}/Payments/Take/{till.Own.Zhang.Id}?unit=3-2-1802");

        // Two months of 258.40, where the owner owes 1,113.60 for both flats.
        Assert.Contains("""id="amount" name="Input.Amount" inputmode="decimal" autocomplete="off" required value="516.80" """, page, StringComparison.Ordinal);
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(page, """name="Input.BillIds" [^>]*checked"""));
        Assert.True(page.IndexOf("<h2 class=\"card-title\">3-2-1802</h2>", StringComparison.Ordinal) < page.IndexOf("<h2 class=\"card-title\">3-2-1801</h2>", StringComparison.Ordinal));
        Assert.Contains("只选了 3-2-1802；另有 1 套房屋的账单没有勾选。", page, StringComparison.Ordinal);
        Assert.Contains("value=\"1113.60\"", await ReadAsync(collector, $"{company}/Payments/Take/{till.Own.Zhang.Id}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3-2-1802", "?unit=3-2-1802")]
    [InlineData("沪F70510", "?unit=3-2-1801")]
    [InlineData("3-2", "")]
    [InlineData("张伟", "")]
    public async Task A_hit_names_the_flat_where_the_text_means_one(string text, string leads)
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);

        var hits = await ReadAsync(collector, $"{company}/Search?handler=Suggest&to=take&q={Uri.EscapeDataString(text)}");

        Assert.Contains($"href=\"{company}/Payments/Take/{till.Own.Zhang.Id}{leads}\"", hits, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3-2-1803")]
    [InlineData("321803")]
    public async Task Who_lives_in_the_flat_stands_before_who_has_a_meter_that_ends_alike_and_owes(string text)
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);
        await till.TakeAsync(await till.AskAsync(till.Own.Li));
        await till.SeeAsync(db => db.Meters.ExecuteUpdateAsync(m => m.SetProperty(x => x.Number, "W321803").SetProperty(x => x.SearchNumber, SearchKey.Backwards("W321803"))));

        var hits = await ReadAsync(collector, $"{company}/Search?handler=Suggest&to=take&q={text}");

        var (lives, meter) = (hits.IndexOf(till.Own.Li.Id.ToString(), StringComparison.Ordinal), hits.IndexOf(till.Own.Zhang.Id.ToString(), StringComparison.Ordinal));
        Assert.True(lives > 0 && meter > lives, $"{lives} {meter}");
    }

    [Fact]
    public async Task Cash_handed_over_and_its_change_stand_on_the_receipt()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";
        var form = TakingMoneyOnThePage.Form(till, "1113.60", "111360");
        form["Input.Handed"] = "1200";

        var taken = (await Desk.PostAsync(collector, take, take, form)).Headers.Location!.ToString();

        Assert.Contains("找零 ¥86.40", await ReadAsync(collector, taken), StringComparison.Ordinal);
        var details = await till.WithAsync(async (PaymentQueries q) => await q.FindAsync(Guid.Parse(taken.Split('/')[^1])));
        Assert.Equal(new Tender(PaymentMethod.Cash, new(111360), null, new(120000)), Assert.Single(details.Tenders));
        var print = await Desk.PostAsync(collector, taken, $"{company}/receipts/{details.ReceiptId}/print", []);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await print.Content.ReadAsByteArrayAsync());
        Assert.Contains("收到现金¥1,200.00，找零¥86.40", string.Concat(pdf.GetPages().Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receipts_screen_names_the_flats_and_takes_the_next_name_without_another_page()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";

        var taken = await ReadAsync(collector, (await Desk.PostAsync(collector, take, take, TakingMoneyOnThePage.Form(till, "1113.60", "111360"))).Headers.Location!.ToString());

        Assert.Contains("张伟</span> 3-2-1801, 3-2-1802 · 现金", taken, StringComparison.Ordinal);
        Assert.Matches("""<a [^>]*data-focus="desk-search-take" """, taken);
        // It waits: P prints the receipt first.
        Assert.Matches("""id="desk-search-take"[^>]*data-search="[^"]*to=take">""", taken);
    }

    [Fact]
    public async Task Who_unticks_every_bill_and_keeps_the_rest_prepays_all_of_it()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";
        var form = TakingMoneyOnThePage.Form(till, "100.00", "111360");
        (form["Input.RestToPurse"], form["Input.IsNoneTicked"]) = ("true", "true");
        // A refusal ticks nothing again.
        form["Input.Amount"] = "12,5";
        var refused = await (await Desk.PostAsync(collector, take, take, form)).Content.ReadAsStringAsync();
        Assert.Equal(0, System.Text.RegularExpressions.Regex.Count(refused, """name="Input.BillIds" [^>]*checked"""));
        form["Input.Amount"] = "100.00";

        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(collector, take, take, form)).StatusCode);

        Assert.Equal(10000, await till.SeeAsync(db => db.Purses.Select(p => p.Balance.Fen).SingleAsync()));
        Assert.Equal(0, await till.SeeAsync(db => db.Allocations.CountAsync()));
        Assert.Empty((await till.AuditAsync()).Checks.Where(c => c.Wrong > 0).Select(c => c.Law));
    }

    [Fact]
    public async Task After_an_owner_who_owes_nothing_the_next_name_is_typed_at_once_and_a_deposit_says_whose_flat_it_is()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);
        await till.TakeAsync(await till.AskAsync(till.Own.Zhang));

        Assert.Matches("""id="desk-search-take"[^>]* autofocus""", await ReadAsync(collector, $"{company}/Payments/Take/{till.Own.Zhang.Id}"));
        var deposit = await ReadAsync(collector, $"{company}/Deposits/Take/{till.Own.Zhang.Id}");
        Assert.Contains("张伟</b> 138****1234 · ", deposit, StringComparison.Ordinal);
        Assert.Contains("3-2-1801, 3-2-1802", deposit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comma_for_a_point_is_named_as_such()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";

        var page = WebUtility.HtmlDecode(await (await Desk.PostAsync(collector, take, take, TakingMoneyOnThePage.Form(till, "12,5", "111360"))).Content.ReadAsStringAsync());

        Assert.Matches("""data-valmsg-for="Input.Amount"[^>]*>“12,5”里的逗号看不懂""", page);
        Assert.Equal(0, await till.SeeAsync(db => db.Payments.CountAsync()));
    }

    [Fact]
    public async Task Whoever_comes_to_leave_a_deposit_is_found_in_its_own_room()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);

        Assert.Contains("id=\"desk-search-deposit\"", await ReadAsync(collector, $"{company}/Deposits"), StringComparison.Ordinal);
        Assert.Equal($"{company}/Deposits/Take/{till.Own.Zhang.Id}", (await collector.GetAsync($"{company}/Search?to=deposit&q=张伟")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Ten_times_what_is_due_is_asked_about_before_it_is_prepaid()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";
        var form = TakingMoneyOnThePage.Form(till, "11136.00", "111360");
        form["Input.RestToPurse"] = "true";

        var asked = await Desk.PostAsync(collector, take, take, form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        Assert.Matches("""data-valmsg-for="Input.Amount"[^>]*>本次收款 ¥11,136.00 是待收 ¥1,113.60 的 10 倍以上""", page);
        Assert.Contains("Input.IsSoMuch", page, StringComparison.Ordinal);
        Assert.Equal(0, await till.SeeAsync(db => db.Payments.CountAsync()));

        form["Input.IsSoMuch"] = "true";
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(collector, take, take, form)).StatusCode);
        Assert.Equal(1002240, await till.SeeAsync(db => db.Purses.Select(p => p.Balance.Fen).SingleAsync()));
    }

    [Fact]
    public async Task The_same_amount_with_the_same_number_is_asked_about_whatever_the_method_and_at_its_own_field()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";
        await Desk.PostAsync(collector, take, take, TakingMoneyOnThePage.Form(till, "100.00", "111360", "BankCard", "0871"));

        var other = await Desk.PostAsync(collector, take, take, TakingMoneyOnThePage.Form(till, "100.00", "101360", "QrCode", "0871"));
        Assert.Matches("""data-valmsg-for="Input.Reference"[^>]*>单号 0871 已用于收据 A-000001：张伟""", WebUtility.HtmlDecode(await other.Content.ReadAsStringAsync()));

        var split = TakingMoneyOnThePage.Form(till, "300.00", "101360");
        (split["Input.Others[0].Amount"], split["Input.Others[1].Amount"], split["Input.Others[1].Method"], split["Input.Others[1].Reference"]) = ("", "100.00", "QrCode", "０８７１");
        var part = WebUtility.HtmlDecode(await (await Desk.PostAsync(collector, take, take, split)).Content.ReadAsStringAsync());
        Assert.Matches("""data-valmsg-for="Input.Others\[1\].Reference"[^>]*>单号 0871 已用于收据 A-000001""", part);
        Assert.Equal(1, await till.SeeAsync(db => db.Payments.CountAsync()));
    }

    [Fact]
    public async Task A_slip_of_a_payment_is_asked_about_where_it_is_prepaid_or_taken_as_a_deposit()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Finance);
        var (prepay, hold) = ($"{company}/Purses/Prepay/{till.Own.Li.Id}", $"{company}/Deposits/Take/{till.Own.Li.Id}");
        Dictionary<string, string> Form(string reference, string amount) => new(StringComparer.Ordinal)
        {
            ["Input.RequestId"] = Guid.NewGuid().ToString(),
            ["Input.Class"] = "General",
            ["Input.Purpose"] = "装修押金",
            ["Input.Amount"] = amount,
            ["Input.Method"] = "BankTransfer",
            ["Input.Reference"] = reference,
        };

        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(collector, hold, hold, Form("YH-77", "2000"))).StatusCode);
        var prepaid = await Desk.PostAsync(collector, prepay, prepay, Form("YH-77", "2000"));
        Assert.Contains("单号 YH-77 已用于收据 D-000001：李娜", await prepaid.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await till.SeeAsync(db => db.Payments.CountAsync()));

        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(collector, prepay, prepay, Form("YH-78", "50"))).StatusCode);
        var held = await Desk.PostAsync(collector, hold, hold, Form("YH-78", "60"));
        Assert.Contains("单号 YH-78 已用于收据 A-000001：李娜", await held.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await till.SeeAsync(db => db.Deposits.CountAsync()));
        var meant = Form("YH-78", "60");
        meant["Input.IsSameMoney"] = "true";
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(collector, hold, hold, meant)).StatusCode);
    }

    [Fact]
    public async Task After_another_clerk_was_faster_the_amount_is_what_is_due_now_and_a_part_payment_stays()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";
        await till.TakeAsync((await till.AskAsync(till.Own.Zhang)).Paying(new(10_000)));

        async Task<string> AmountAsync(string typed) => System.Text.RegularExpressions.Regex.Match(
            await (await Desk.PostAsync(collector, take, take, TakingMoneyOnThePage.Form(till, typed, "111360"))).Content.ReadAsStringAsync(), """id="amount"[^>]*value="(?<amount>[^"]*)""").Groups["amount"].Value;

        Assert.Equal("1013.60", await AmountAsync("1113.60"));
        Assert.Equal("50.00", await AmountAsync("50"));
    }

    [Fact]
    public async Task A_slip_finds_its_receipt_and_the_list_shows_the_part_that_came_by_the_method()
    {
        var till = await Till.OpenAsync();
        var request = await till.AskAsync(till.Own.Zhang);
        var taken = await till.TakeAsync(request with { Tenders = [new Tender(PaymentMethod.Cash, new(100000)), new Tender(PaymentMethod.BankCard, new(11360), "SLIP-9")] });
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);

        Assert.Equal($"{company}/Payments/Details/{taken.PaymentId}", (await collector.GetAsync($"{company}/Search?to=owner&q=SLIP-9")).Headers.Location!.ToString());
        var card = Assert.Single((await till.WithAsync((PaymentQueries q) => q.ListAsync(new PaymentFilter(till.Today, till.Today, PaymentMethod.BankCard)))).Page.Rows);
        var all = Assert.Single((await till.WithAsync((PaymentQueries q) => q.ListAsync(new PaymentFilter(till.Today, till.Today)))).Page.Rows);
        Assert.Equal((new Money(11360), "SLIP-9"), (card.Amount, card.Reference));
        Assert.Equal((new Money(111360), "SLIP-9"), (all.Amount, all.Reference));
    }

    [Fact]
    public async Task A_refused_void_says_so_once_and_keeps_the_reason()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);
        var (take, prepay) = ($"{company}/Payments/Take/{till.Own.Zhang.Id}", $"{company}/Purses/Prepay/{till.Own.Zhang.Id}");
        var prepaid = (await Desk.PostAsync(collector, prepay, prepay, new() { ["Input.RequestId"] = Guid.NewGuid().ToString(), ["Input.Class"] = "General", ["Input.Amount"] = "20", ["Input.Method"] = "Cash" })).Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(collector, take, take, TakingMoneyOnThePage.Form(till, "20.00", "111360", "Purse"))).StatusCode);

        var details = prepaid.Replace("Taken", "Details", StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await (await Desk.PostAsync(collector, details, details + "?handler=Void", new() { ["reason"] = "收错了人" })).Content.ReadAsStringAsync());

        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(page, "预存款余额 ¥0.00，不够 ¥20.00。"));
        Assert.Contains("name=\"reason\" value=\"收错了人\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_flat_now_is_shown_what_the_one_before_still_owes_for_it()
    {
        var till = await Till.OpenAsync();
        await till.SeeAsync(async db =>
        {
            var sold = await db.Ownerships.SingleAsync(o => o.UnitId == till.Own.Units[1].Id);
            sold.End(till.Today.AddDays(-1));
            db.Attach(till.Own.Li);
            db.Add(new Domain.Owners.Ownership(await db.Units.SingleAsync(u => u.Id == till.Own.Units[1].Id), till.Own.Li, till.Today));
            return await db.SaveChangesAsync();
        });
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);

        var page = await ReadAsync(collector, $"{company}/Payments/Take/{till.Own.Li.Id}");

        Assert.Contains($"href=\"{company}/Payments/Take/{till.Own.Zhang.Id}?unit=3-2-1802\">3-2-1802 张伟 ¥516.80</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("同一房屋里其他人的待收", await ReadAsync(collector, $"{company}/Payments/Take/{till.Own.Zhang.Id}"), StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(HttpClient client, string address) => WebUtility.HtmlDecode(await client.GetStringAsync(address));
}
