using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Reports;

/// <summary>Every report as page and as files, what each opens to, and who may change what waivers count as.</summary>
[Collection(nameof(RandomHistory))]
public sealed class OpeningTheReports
{
    [Fact]
    public async Task Every_report_opens_as_page_as_workbook_and_as_paper()
    {
        var till = await Till.OpenAsync();
        await till.TakeAsync((await till.AskAsync(till.Own.Li)).Paying(Money.Exact(100m), Domain.Payments.PaymentMethod.BankTransfer, "T-1"));
        var client = await till.Desk.SignInAsync(Role.Manager);
        var home = $"/{till.Desk.Company.Slug}";
        foreach (var (page, title) in new[] { ("Trend", "收缴趋势"), ("Arrears", "欠费报表"), ("Money", "资金报表"), ("Today", "今日要事") })
        {
            var html = WebUtility.HtmlDecode(await client.GetStringAsync($"{home}/Reports/{page}?asOf={till.Today:yyyy-MM-dd}&community={till.Own.Community.Id}"));
            Assert.Contains($"<h1>{title}</h1>", html, StringComparison.Ordinal);
            Assert.Contains(till.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), html, StringComparison.Ordinal);

            using var foreign = await client.GetAsync(new Uri($"{home}/Reports/{page}?community={till.Foreign.Community.Id}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
            var files = $"{home}/reports/{page.ToUpperInvariant()}";
            Assert.Equal("%PDF"u8.ToArray(), (await client.GetByteArrayAsync($"{files}.pdf?asOf={till.Today:yyyy-MM-dd}"))[..4]);
            using var book = new ZipArchive(new MemoryStream(await client.GetByteArrayAsync($"{files}.xlsx")));
            foreach (var sheet in book.Entries.Where(e => e.FullName.Contains("worksheets/sheet", StringComparison.Ordinal)))
            {
                var xml = await new StreamReader(sheet.Open()).ReadToEndAsync(TestContext.Current.CancellationToken);
                Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
                Assert.Contains("frozen", xml, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task In_English_only_names_stay_Chinese()
    {
        var till = await Till.OpenAsync();
        var choice = new FigureChoice(till.Today.AddDays(-30), till.Today, null);
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = new("en");
        try
        {
            FigureReport[] reports =
            [
                await till.WithAsync((CollectionTrend t) => t.ReportAsync(choice)), await till.WithAsync((ArrearsFigures a) => a.ReportAsync(choice, withDebtors: true)),
                await till.WithAsync((MoneyFigures m) => m.ReportAsync(choice)), await till.WithAsync((TodayFigures t) => t.ReportAsync(choice)),
            ];
            var texts = reports.SelectMany(r => r.Tables.SelectMany(t => t.Columns.Concat(t.Definitions).Append(t.Title)).Append(r.Title).Append(r.Scope)).ToList();
            Assert.DoesNotContain(texts, text => text.Any(c => c is >= '\u4E00' and <= '\u9FFF'));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task An_age_of_arrears_opens_to_its_bills()
    {
        var till = await Till.OpenAsync();
        var choice = new FigureChoice(till.Today, till.Today.AddDays(60), null);
        var ages = (await till.WithAsync((ArrearsFigures a) => a.ReportAsync(choice, withDebtors: false))).Tables[0];
        var client = await till.Desk.SignInAsync(Role.Manager);
        Assert.Contains(ages.Rows, r => (Money)r.Cells[2]! > Money.Zero);
        foreach (var row in ages.Rows)
        {
            var html = WebUtility.HtmlDecode(await client.GetStringAsync($"/{till.Desk.Company.Slug}{row.Link}"));
            Assert.Contains((int)row.Cells[1]! == 0 ? "这个数字下面没有账单。" : $"<td class=\"money\">{row.Cells[2]}</td>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_largest_debtors_are_put_on_the_call_list_once()
    {
        var history = await RandomHistory.OpenAsync(1);
        history.Till.Desk.Clock.Advance(TimeSpan.FromDays(60));
        var debtors = await history.Till.WithAsync((ArrearsFigures a) => a.LargestAsync(new FigureChoice(history.Today, history.Today, null)));
        var collector = await history.Till.Desk.SignInAsync(Role.Finance);
        var page = $"/{history.Till.Desk.Company.Slug}/Reports/Arrears";

        foreach (var _ in new[] { 1, 2 })
        {
            using var done = await Desk.PostAsync(collector, page, page + "?handler=Call", []);
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        var called = await history.Till.SeeAsync(db => db.DunningContacts.Where(c => c.Kind == Domain.Dunning.DunningKind.Call && c.Slot != null).Select(c => c.OwnerId).ToListAsync());
        Assert.Equal(2, called.Count);
        Assert.Equal(debtors.Order(), called.Order());
        Assert.Equal(2, (await history.Till.WithAsync((Application.Dunning.CallList l) => l.TodayAsync())).Count);
        Assert.Equal(0, await history.Till.Desk.In<Application.DeskDbContext, int>(history.Till.Desk.Foreign, db => db.DunningContacts.CountAsync()));
    }

    [Fact]
    public async Task A_figure_opens_to_the_bills_that_make_it_up()
    {
        var till = await Till.OpenAsync();
        await till.TakeAsync((await till.AskAsync(till.Own.Li)).Paying(Money.Exact(100m), Domain.Payments.PaymentMethod.BankTransfer, "T-2"));
        var client = await till.Desk.SignInAsync(Role.Finance);
        var html = WebUtility.HtmlDecode(await client.GetStringAsync($"/{till.Desk.Company.Slug}/Reports/CollectionRate?month=2025-03&asOf={till.Today:yyyy-MM-dd}"));
        var link = System.Text.RegularExpressions.Regex.Match(html, "href=\"(?<to>[^\"]*figure=Collected)\"").Groups["to"].Value;

        var rows = WebUtility.HtmlDecode(await client.GetStringAsync(link));

        Assert.Contains("3-2-1803", rows, StringComparison.Ordinal);
        Assert.Contains("¥100.00", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("3-2-1802", rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_whoever_sees_the_whole_company_says_where_waivers_count()
    {
        var till = await Till.OpenAsync();
        var page = $"/{till.Desk.Company.Slug}/Reports/CollectionRate";
        var limited = await till.Desk.SignInAsync(Role.Manager, null, till.Own.Community);
        Assert.DoesNotContain("asCollected", await limited.GetStringAsync(page), StringComparison.Ordinal);
        using var refused = await Desk.PostAsync(limited, $"/{till.Desk.Company.Slug}/Payments/Take", page + "?handler=Waivers", new() { ["asCollected"] = "true" });
        Assert.NotEqual(HttpStatusCode.Redirect, refused.StatusCode);

        var manager = await till.Desk.SignInAsync(Role.Manager);
        using var done = await Desk.PostAsync(manager, page, page + "?handler=Waivers", new() { ["asCollected"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.True((await till.WithAsync((CollectionRates r) => r.ReportAsync(Till.March, till.Today))).WaiversAsCollected);
        Assert.Contains("减免计入分子", WebUtility.HtmlDecode(await manager.GetStringAsync(page)), StringComparison.Ordinal);
        var collector = await till.Desk.SignInAsync(Role.Collector);
        Assert.Equal(HttpStatusCode.Forbidden, (await collector.GetAsync($"/{till.Desk.Company.Slug}/Reports/Arrears")).StatusCode);
    }
}
