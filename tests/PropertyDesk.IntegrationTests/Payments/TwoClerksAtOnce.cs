using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;

namespace PropertyDesk.IntegrationTests.Payments;

public sealed class TwoClerksAtOnce
{
    private const string AlreadyPaid = "该账单已收款，请勿重复收取。";

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public async Task One_succeeds_and_the_others_are_told(int clerks)
    {
        var till = await Till.OpenAsync();
        var bill = await till.SeeAsync(db => db.Bills.OrderBy(b => b.Number).FirstAsync(b => b.OwnerId == till.Own.Li.Id));
        var request = (await till.AskAsync(till.Own.Li) with { BillIds = [bill.Id] }).Paying(bill.Total);

        var answers = await Task.WhenAll(Enumerable.Range(0, clerks)
            .Select(_ => Task.Run(() => till.TryTakeAsync(request with { RequestId = Guid.NewGuid() }))));

        Assert.Equal(clerks - 1, answers.Count(a => a == AlreadyPaid));
        Assert.Single(answers, "A-000001");
        Assert.Equal(1, await till.SeeAsync(db => db.Receipts.CountAsync()));
        Assert.True((await till.AuditAsync()).IsSound);
    }

    [Fact]
    public async Task Clerks_with_different_customers_all_succeed_and_the_numbers_have_no_gap()
    {
        var till = await Till.OpenAsync();
        var zhang = await till.AskAsync(till.Own.Zhang);
        var li = await till.AskAsync(till.Own.Li);

        var receipts = await Task.WhenAll(new[] { zhang, li }.Select(r => Task.Run(() => till.TakeAsync(r))));

        Assert.Equal(["A-000001", "A-000002"], receipts.Select(r => r.ReceiptNumber).Order(StringComparer.Ordinal));
        Assert.True((await till.AuditAsync()).IsSound);
    }

    /// <summary>The worked case paid-twice-at-once says: one success, one refusal "already paid", one receipt.</summary>
    [Fact]
    public void The_golden_case_expects_just_that()
    {
        var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden-cases.json"))).RootElement.GetProperty("cases")
            .EnumerateArray().Single(c => c.GetProperty("id").GetString() == "paid-twice-at-once").GetProperty("expect");
        Assert.Equal((1, 1), (golden.GetProperty("success").GetInt32(), golden.GetProperty("receipts").GetInt32()));
        Assert.Contains(golden.GetProperty("refused").GetString()!, English(), StringComparison.Ordinal);
    }

    private static string English()
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
            return PropertyDesk.Application.Texts.Of(AlreadyPaid);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }
}
