using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Vouchers;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Vouchers;
using PropertyDesk.IntegrationTests.Ledger;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Vouchers;

/// <summary>The small community's month as vouchers: complete, balanced, marked, and handed out again as it was.</summary>
public sealed class ExportingVouchers
{
    [Theory]
    [InlineData(VoucherGrouping.ByDay)]
    [InlineData(VoucherGrouping.WholeMonth)]
    public async Task The_vouchers_come_to_what_a_replay_of_the_ledger_comes_to(VoucherGrouping grouping)
    {
        var till = await OpenAsync();
        await till.TakeAsync(await till.AskAsync(till.Own.Li));
        await ChangeAsync(till, item: new("600101", "物业服务费收入"));

        var draft = await DraftAsync(till, grouping);

        var balances = (await till.WithAsync((JournalQueries q) => q.BalancesAsync())).ToDictionary(b => b.Account);
        Assert.Equal(balances.Values.Select(b => b.Debits).Aggregate(Money.Zero, (a, b) => a + b), Money.Sum(draft.Vouchers.Select(v => v.Debits)));
        Assert.Equal(balances.Values.Select(b => b.Credits).Aggregate(Money.Zero, (a, b) => a + b), Money.Sum(draft.Vouchers.Select(v => v.Credits)));
        Assert.All(draft.Vouchers, v => Assert.Equal(v.Debits, v.Credits));
        var lines = draft.Vouchers.SelectMany(v => v.Lines).ToLookup(l => l.Subject.Code);
        Assert.Equal(balances[Account.Receivable].Debits, Money.Sum(lines["1122"].Select(l => l.Debit)));
        Assert.Equal(balances[Account.Receivable].Credits, Money.Sum(lines["1122"].Select(l => l.Credit)));
        // Six bills with a property fee of 236.23 without VAT; what else was earned stays with the account.
        Assert.Equal(Money.Exact(6 * 236.23m), Money.Sum(lines["600101"].Select(l => l.Credit)));
        Assert.Equal(balances[Account.Income].Credits - Money.Exact(6 * 236.23m), Money.Sum(lines["6001"].Select(l => l.Credit)));
    }

    [Fact]
    public async Task Entries_exported_for_all_and_again_for_one_community_are_marked()
    {
        var till = await OpenAsync();
        var month = BillingMonth.Of(till.Today);
        var all = await till.WithAsync((ExportVouchers e) => e.RunAsync(new VoucherScope(month, null, VoucherGrouping.ByDay)));
        var one = await till.WithAsync((ExportVouchers e) => e.RunAsync(new VoucherScope(month, till.Own.Community.Id, VoucherGrouping.ByDay)));

        var first = (await till.WithAsync((VoucherQueries q) => q.FindAsync(all))).Row;
        var second = (await till.WithAsync((VoucherQueries q) => q.FindAsync(one))).Row;
        Assert.Equal((0, first.Entries), (first.Elsewhere, second.Elsewhere));
        Assert.Contains($"其中 {first.Entries} 笔分录已在其他范围导出", second.Mark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_mapping_is_named_and_nothing_is_exported()
    {
        var till = await Till.OpenAsync();
        await till.WithAsync((SubjectMapping m) => m.FillAsync());
        await ChangeAsync(till, account: new(null, null));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => ExportAsync(till));

        Assert.Contains("主营业务收入", refused.Message, StringComparison.Ordinal);
        Assert.Equal("account-Income", Assert.Single((await DraftAsync(till)).Missing).Anchor);
        Assert.Equal(0, await till.SeeAsync(db => db.VoucherExports.CountAsync()));
        var finance = await till.Desk.SignInAsync(Role.Finance);
        var page = await finance.GetStringAsync($"/{till.Desk.Company.Slug}/Vouchers?month={BillingMonth.Of(till.Today)}");
        Assert.Contains("/Vouchers/Mapping#account-Income", page, StringComparison.Ordinal);
        Assert.DoesNotContain("导出凭证</button>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_community_without_its_auxiliary_is_named_once_another_has_one()
    {
        var till = await OpenAsync();
        Assert.Empty((await DraftAsync(till)).Missing);
        var other = await till.SeeAsync(async db =>
        {
            var community = new Domain.Communities.Community(await db.Companies.SingleAsync(c => c.Id == till.Desk.Company.Id), "和谐苑");
            db.Add(community);
            await db.SaveChangesAsync();
            return community.Id;
        });
        await till.WithAsync((SubjectMapping m) => m.ChangeAsync(Change(communities: new() { [other] = new("02", "和谐苑") })));

        Assert.Equal($"community-{till.Own.Community.Id}", Assert.Single((await DraftAsync(till)).Missing).Anchor);

        await till.WithAsync((SubjectMapping m) => m.ChangeAsync(Change(communities: new() { [till.Own.Community.Id] = new("01", "翠湖") })));
        Assert.All((await DraftAsync(till)).Vouchers.SelectMany(v => v.Lines), l => Assert.Equal("01", l.Auxiliary?.Code));
    }

    [Fact]
    public async Task Exported_again_it_is_marked_and_says_what_came_since()
    {
        var till = await OpenAsync();
        var first = await ExportAsync(till);
        await till.TakeAsync(await till.AskAsync(till.Own.Li));

        var draft = await DraftAsync(till);
        Assert.Equal((2, JournalKind.PaymentReceived, Money.Exact(516.80m)), (draft.Number, Assert.Single(draft.Added).Kind, draft.Added[0].Debits));
        var second = await ExportAsync(till);
        var third = await ExportAsync(till);

        var details = await FindAsync(till, second);
        Assert.Equal((2, 1), (details.Row.Number, details.Row.Added));
        Assert.Equal(Money.Exact(516.80m), Assert.Single(details.Added).Debits);
        Assert.False(details.SameAsBefore);
        Assert.All(details.Files, f => Assert.Contains("第 2 次导出 未关账", f.Name, StringComparison.Ordinal));
        Assert.True((await FindAsync(till, third)).SameAsBefore);
        Assert.DoesNotContain((await FindAsync(till, first)).Files, f => f.Name.Contains("次导出", StringComparison.Ordinal));
        var (_, csv) = await FileAsync(till, second, VoucherFormat.Csv);
        Assert.Contains("第 2 次导出 · 未关账", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        var book = Book((await FileAsync(till, second, VoucherFormat.Xlsx)).Content);
        Assert.Equal(3, book.Sheets.Count);
        Assert.Contains("第 2 次导出 · 未关账", book.Sheets[0].Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_month_carries_no_mark_and_an_opened_one_does()
    {
        // Entries of an earlier month: nobody can be made to post them in the past.
        var till = await OpenAsync(await UnguardedBooks.OpenAsync());
        var month = BillingMonth.Of(till.Today).Previous;
        await till.SeeAsync(db => db.JournalEntries.ExecuteUpdateAsync(j => j.SetProperty(x => x.Date, month.LastDay)));
        await till.SeeAsync(db => db.JournalLines.ExecuteUpdateAsync(l => l.SetProperty(x => x.Date, month.LastDay)));
        await till.WithAsync((PeriodClosings p) => p.CloseAsync(month));

        var closed = await FindAsync(till, await ExportAsync(till, month));
        var closing = (await till.WithAsync((PeriodClosings p) => p.HistoryAsync())).Single();
        await till.WithAsync((PeriodClosings p) => p.ReopenAsync(closing.Id, "补记"));
        var open = await FindAsync(till, await ExportAsync(till, month));

        Assert.Equal(("", "第 2 次导出 · 未关账"), (closed.Row.Mark, open.Row.Mark));
        Assert.Equal(closed.Row.ContentHash, open.Row.ContentHash);
    }

    [Fact]
    public async Task The_files_hold_real_numbers_and_dates_and_no_formula()
    {
        var till = await OpenAsync();
        await ChangeAsync(till, account: new("=6001", "+主营\"收入\""));
        var export = await ExportAsync(till);

        var (name, csv) = await FileAsync(till, export, VoucherFormat.Csv);
        Assert.EndsWith(".csv", name, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetPreamble(), csv[..3]);
        var lines = Encoding.UTF8.GetString(csv[3..]).Split("\r\n");
        Assert.StartsWith("\"日期\",\"凭证字\"", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.Contains("\"'=6001\",\"'+主营\"\"收入\"\"\"", StringComparison.Ordinal));
        var book = Book((await FileAsync(till, export, VoucherFormat.Xlsx)).Content);
        Assert.True(book.Sheets[0].Frozen);
        Assert.DoesNotContain(book.Cells, c => c.Elements().Any(e => e.Name.LocalName == "f"));
        Assert.Contains(book.Cells, c => c.Attribute("t") is null && c.Value == "1630.4");
        var days = till.Today.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
        Assert.Contains(book.Cells, c => c.Attribute("t") is null && c.Value == days.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(book.Cells, c => (string?)c.Attribute("t") == "inlineStr" && c.Value == "1122");
    }

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("+1", true)]
    [InlineData("-1", true)]
    [InlineData("@x", true)]
    [InlineData("\t=1", true)]
    [InlineData("\rx", true)]
    [InlineData("  =1", true)]
    [InlineData("＝1", true)]
    [InlineData("＠x", true)]
    [InlineData("物业费=1", false)]
    [InlineData("", false)]
    public void A_text_that_would_be_a_formula_gets_an_apostrophe(string text, bool dangerous)
    {
        var csv = Application.Spreadsheets.SafeCsv.Write(new Application.Spreadsheets.Sheet("", [new("列")], [[text, new Money(-150), 7, new DateOnly(2025, 5, 31), null]]));

        Assert.Equal($"\"列\"\r\n\"{(dangerous ? "'" : "")}{text}\",\"-1.50\",\"7\",\"2025-05-31\",\"\"\r\n", Encoding.UTF8.GetString(csv[3..]));
    }

    [Fact]
    public async Task Handed_out_again_it_is_the_same_byte_by_byte_and_to_nobody_else()
    {
        var till = await OpenAsync();
        var finance = await till.Desk.SignInAsync(Role.Finance);
        var page = $"/{till.Desk.Company.Slug}/Vouchers";
        var answer = await Desk.PostAsync(finance, $"{page}?month={BillingMonth.Of(till.Today)}", page, new() { ["month"] = BillingMonth.Of(till.Today).ToString(), ["grouping"] = "WholeMonth" });
        var export = await till.SeeAsync(db => db.VoucherExports.Select(e => e.Id).SingleAsync());
        Assert.EndsWith($"/Vouchers/Details/{export}", answer.Headers.Location!.OriginalString, StringComparison.OrdinalIgnoreCase);

        var first = await finance.GetByteArrayAsync($"{page}/{export}.xlsx");
        await till.TakeAsync(await till.AskAsync(till.Own.Li));
        await ChangeAsync(till, account: new("9999", "别的"));
        Assert.Equal(first, await finance.GetByteArrayAsync($"{page}/{export}.xlsx"));
        var kept = (await FindAsync(till, export)).Files.Single(f => f.Format == VoucherFormat.Xlsx);
        Assert.Equal(kept.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(first)));

        var limited = await till.Desk.SignInAsync(Role.Finance, null, till.Own.Community);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await limited.GetAsync($"{page}/{export}.xlsx")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await limited.GetAsync(page)).StatusCode);
        var collector = await till.Desk.SignInAsync(Role.Collector);
        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await collector.GetAsync($"{page}/{export}.xlsx")).StatusCode);
    }

    [Fact]
    public async Task Two_people_exporting_at_once_never_share_a_number()
    {
        var till = await OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => ExportAsync(till)))));

        Assert.All(answers.Where(a => a is not null), a => Assert.IsType<RuleViolation>(a));
        var numbers = await till.SeeAsync(db => db.VoucherExports.Select(e => e.Number).OrderBy(n => n).ToListAsync());
        Assert.Equal(Enumerable.Range(1, answers.Count(a => a is null)), numbers);
    }

    [Fact]
    public async Task The_mapping_is_kept_on_the_page_and_a_row_by_half_is_refused()
    {
        var till = await OpenAsync();
        var finance = await till.Desk.SignInAsync(Role.Finance);
        var page = $"/{till.Desk.Company.Slug}/Vouchers/Mapping";

        var half = await Desk.PostAsync(finance, page, page, new() { ["Accounts[Cash].Code"] = "100101", ["Accounts[Cash].Name"] = "" });
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, half.StatusCode);
        var body = System.Net.WebUtility.HtmlDecode(await half.Content.ReadAsStringAsync());
        Assert.Contains("库存现金：科目编码", body, StringComparison.Ordinal);
        Assert.Contains("value=\"100101\"", body, StringComparison.Ordinal);

        var saved = await Desk.PostAsync(finance, page, page, new()
        {
            ["Accounts[Cash].Code"] = "100101",
            ["Accounts[Cash].Name"] = "库存现金-物业",
            ["Kinds[PaymentReceived].Word"] = "收",
            ["Kinds[PaymentReceived].Summary"] = "{日期} 收款",
        });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, saved.StatusCode);
        await till.TakeAsync(await till.AskAsync(till.Own.Li));
        var received = (await DraftAsync(till)).Vouchers.Single(v => v.Kind == JournalKind.PaymentReceived);
        Assert.Equal(("收", $"{till.Today:yyyy-MM-dd} 收款", "100101"), (received.Word, received.Summary, received.Lines[0].Subject.Code));
    }

    private static async Task<Till> OpenAsync(Till? on = null)
    {
        var till = on ?? await Till.OpenAsync();
        await till.WithAsync((SubjectMapping m) => m.FillAsync());
        return till;
    }

    private static Task<VoucherDraft> DraftAsync(Till till, VoucherGrouping grouping = VoucherGrouping.ByDay) =>
        till.WithAsync((DraftVouchers d) => d.OfAsync(new VoucherScope(BillingMonth.Of(till.Today), null, grouping)));

    private static Task<Guid> ExportAsync(Till till, BillingMonth? month = null) =>
        till.WithAsync((ExportVouchers e) => e.RunAsync(new VoucherScope(month ?? BillingMonth.Of(till.Today), null, VoucherGrouping.ByDay)));

    private static Task<ExportDetails> FindAsync(Till till, Guid export) => till.WithAsync((VoucherQueries q) => q.FindAsync(export));

    private static Task<(string Name, byte[] Content)> FileAsync(Till till, Guid export, VoucherFormat format) => till.WithAsync((VoucherQueries q) => q.FileAsync(export, format));

    /// <summary>Changes the subject of income, and that of the property fee.</summary>
    private static async Task ChangeAsync(Till till, TypedSubject? account = null, TypedSubject? item = null)
    {
        var fee = await till.SeeAsync(db => db.ChargeItems.Where(i => !i.OnBehalf && i.VatRate > 0).Select(i => i.Id).FirstAsync());
        await till.WithAsync((SubjectMapping m) => m.ChangeAsync(Change(account is null ? [] : new() { [Account.Income] = account }, item is null ? [] : new() { [fee] = item })));
    }

    private static SubjectChange Change(Dictionary<Account, TypedSubject>? accounts = null, Dictionary<Guid, TypedSubject>? items = null, Dictionary<Guid, TypedSubject>? communities = null) =>
        new(accounts ?? [], items ?? [], communities ?? [], new Dictionary<JournalKind, TypedRule>());

    private static (IReadOnlyList<(string Name, bool Frozen)> Sheets, IReadOnlyList<XElement> Cells) Book(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        XDocument Part(string name)
        {
            using var stream = zip.GetEntry(name)!.Open();
            return XDocument.Load(stream);
        }

        var names = Part("xl/workbook.xml").Descendants().Where(e => e.Name.LocalName == "sheet").Select(e => (string)e.Attribute("name")!).ToList();
        var parts = names.Select((_, i) => Part($"xl/worksheets/sheet{i + 1}.xml")).ToList();
        return (
            [.. names.Zip(parts, (name, part) => (name, part.Descendants().Any(e => e.Name.LocalName == "pane" && (string?)e.Attribute("state") == "frozen")))],
            [.. parts.SelectMany(p => p.Descendants().Where(e => e.Name.LocalName == "c"))]);
    }
}
