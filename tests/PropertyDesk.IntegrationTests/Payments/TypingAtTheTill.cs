using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Payments;

/// <summary>What collectors type: numbers of papers, amounts, slips.</summary>
public sealed class TypingAtTheTill
{
    [Fact]
    public async Task Opens_the_receipt_or_the_bill_whose_number_was_asked_for()
    {
        var till = await Till.OpenAsync();
        var taken = await till.TakeAsync((await till.AskAsync(till.Own.Zhang)).Paying(new(10_000)));
        var bill = await till.SeeAsync(db => db.Bills.Where(b => b.OwnerId == till.Own.Li.Id).OrderBy(b => b.Number).Select(b => new { b.Id, b.Number }).FirstAsync());
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);

        async Task<string> LeadsToAsync(string to, string text) => (await collector.GetAsync($"{company}/Search?to={to}&q={text}")).Headers.Location!.ToString();

        Assert.Equal($"{company}/Payments/Details/{taken.PaymentId}", await LeadsToAsync("owner", taken.ReceiptNumber));
        Assert.Equal($"{company}/Bills/Details/{bill.Id}", await LeadsToAsync("owner", bill.Number));
        Assert.Equal($"{company}/Owners/Details/{till.Own.Li.Id}", await LeadsToAsync("owner", "李娜"));
        Assert.Equal($"{company}/Payments/Take/{till.Own.Zhang.Id}", await LeadsToAsync("take", taken.ReceiptNumber));
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public async Task Says_that_more_was_found_than_fits_under_the_box(int owners, bool more)
    {
        var till = await Till.OpenAsync();
        await till.SeeAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, owners).Select(n => new Domain.Owners.Owner(till.Own.Community, $"欧阳{n}")));
            return db.SaveChangesAsync();
        });
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);

        var hits = await collector.GetStringAsync($"{company}/Search?handler=Suggest&to=take&q=欧阳");

        Assert.Equal(8, System.Text.RegularExpressions.Regex.Count(hits, "/Payments/Take/"));
        Assert.Equal(more, hits.Contains("还有更多", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shows_what_is_prepaid_for_some_charges_beside_what_pays_everything()
    {
        var till = await Till.OpenAsync();
        await till.TakeAsync((await till.AskAsync(till.Own.Zhang)).Paying(Domain.Money.Exact(30m)) with { Into = PurseClass.Property });
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);

        var page = await collector.GetStringAsync($"{company}/Payments/Take/{till.Own.Zhang.Id}");

        Assert.Contains("¥30.00", page, StringComparison.Ordinal);
        Assert.Contains("专用预存款：", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Purse\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,100.50", 110_050)]
    [InlineData("１００．５", 10_050)]
    [InlineData(" 100。5 ", 10_050)]
    public async Task Reads_amounts_as_they_are_typed(string amount, long fen)
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";

        var answer = await Desk.PostAsync(collector, take, take, TakingMoneyOnThePage.Form(till, amount, "111360"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(fen, await till.SeeAsync(db => db.Payments.Select(p => p.Amount.Fen).SingleAsync()));
    }

    [Fact]
    public async Task Keeps_a_slip_s_number_in_plain_digits_and_none_of_money_that_has_no_slip()
    {
        var till = await Till.OpenAsync();
        var (collector, company) = await TakingMoneyOnThePage.SignInAsync(till, Role.Collector);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";

        await Desk.PostAsync(collector, take, take, TakingMoneyOnThePage.Form(till, "10", "111360", "Cash", "112233"));
        await Desk.PostAsync(collector, take, take, TakingMoneyOnThePage.Form(till, "10", "110360", "BankCard", "１１２２３３ "));
        var again = await Desk.PostAsync(collector, take, take, TakingMoneyOnThePage.Form(till, "10", "109360", "BankCard", "112233"));

        Assert.Equal([null, "112233"], await till.SeeAsync(db => db.PaymentTenders.OrderBy(t => t.Payment.RecordedAt).Select(t => t.Reference).ToListAsync()));
        Assert.Contains("单号 112233 已用于收据 A-000002", WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
