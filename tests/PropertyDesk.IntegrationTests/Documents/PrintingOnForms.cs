using PropertyDesk.Application.Deposits;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Documents;

/// <summary>Receipts on the papers that a desk may use, the lowest form above all.</summary>
public sealed class PrintingOnForms
{
    private const float PointsOfMillimetre = 72f / 25.4f;

    public static TheoryData<ReceiptPaper, float, float> Papers => new()
    {
        { ReceiptPaper.A5, 210, 148 },
        { ReceiptPaper.HalfForm, 241, 140 },
        { ReceiptPaper.ThirdForm, 241, 93.3f },
    };

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_usual_receipt_fits_on_one_form_of_the_size(ReceiptPaper paper, float width, float height)
    {
        using var printed = In.Language("zh-CN", () => new Printed(ReceiptDocument.Of(PaperBills.Letterhead, Payment(lines: 6, paper), "https://example.com/account/receipt/1-23456789ABCD")));

        var page = Assert.Single(printed.Pdf.GetPages());
        Assert.Equal(width * PointsOfMillimetre, page.Width, 0.5);
        Assert.Equal(height * PointsOfMillimetre, page.Height, 0.5);
        foreach (var text in new[] { "编号A-000123", "缴款人：李娜", "收费项目6", "人民币（大写）：陆佰元整", "收款人：刘敏", "第2次打印", "1-23456789ABCD" })
        {
            Assert.Contains(text, printed.Text, StringComparison.Ordinal);
        }

        // Nothing runs over the edge, and nothing into the holes of a continuous form.
        var side = paper == ReceiptPaper.A5 ? 0 : 18 * PointsOfMillimetre;
        Assert.All(page.Letters, l => Assert.True(l.BoundingBox.Left >= side && l.BoundingBox.Right <= page.Width - side && l.BoundingBox.Bottom >= 0 && l.BoundingBox.Top <= page.Height, $"{l.Value} at {l.BoundingBox}"));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(60)]
    public void What_does_not_fit_goes_on_to_the_next_form_with_its_heading_and_number(int lines)
    {
        using var printed = In.Language("zh-CN", () => new Printed(ReceiptDocument.Of(PaperBills.Letterhead, Payment(lines, ReceiptPaper.ThirdForm))));

        Assert.Equal(lines > 6, printed.Pages.Count > 1);
        Assert.All(printed.Pages, p => Assert.Contains("收据A-000123", p, StringComparison.Ordinal));
        Assert.All(printed.Pages.Where(p => p.Contains("202505-00001", StringComparison.Ordinal)), p => Assert.Contains("账单编号", p, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, lines), i => Assert.Contains($"收费项目{i}¥", printed.Text, StringComparison.Ordinal));
        Assert.Contains("人民币（大写）", printed.Pages[^1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_deposit_is_printed_when_taken_and_when_given_back(ReceiptPaper paper, float width, float height)
    {
        var taken = new DepositPaper("D-000001", "ABCDEFGHJKMN", 1, false, "翠湖花园", paper, "李娜", "装修押金", new DateOnly(2025, 5, 20), PaymentMethod.Cash, null, Money.Exact(2000m), Money.Exact(2000m), [], null, "刘敏");
        var back = taken with { Receipt = "D-000002", GivenBack = true, Amount = Money.Exact(1700m), Deducted = [("墙面损坏", Money.Exact(300m))], Other = "D-000001", PrintCount = 2 };

        using var first = In.Language("zh-CN", () => new Printed(DepositDocument.Of(PaperBills.Letterhead, taken, "https://example.com/account/receipt/1-ABCDEFGHJKMN")));
        using var second = In.Language("zh-CN", () => new Printed(DepositDocument.Of(PaperBills.Letterhead, back)));

        Assert.Equal(width * PointsOfMillimetre, first.Pdf.GetPage(1).Width, 0.5);
        Assert.Equal(height * PointsOfMillimetre, second.Pdf.GetPage(1).Height, 0.5);
        Assert.Contains("押金收据编号D-000001", first.Text, StringComparison.Ordinal);
        Assert.Contains("贰仟元整", first.Text, StringComparison.Ordinal);
        Assert.Contains("1-ABCDEFGHJKMN", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("次打印", first.Text, StringComparison.Ordinal);
        Assert.Contains("扣除：墙面损坏-¥300.00实退¥1,700.00", second.Text, StringComparison.Ordinal);
        Assert.Contains("凭押金收据D-000001退还。", second.Text, StringComparison.Ordinal);
        Assert.Contains("第2次打印", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_purse_document_says_what_was_paid_from_where()
    {
        var use = new UseDetails(
            Guid.Empty, "P-000007", Guid.Empty, "李娜", "翠湖花园", Money.Exact(258.40m), new DateTimeOffset(2025, 5, 31, 17, 0, 0, TimeSpan.Zero), "刘敏", null, PaperBills.May, false, new UseTwin(Guid.Empty, "P-000009"),
            [new UseLine(Guid.Empty, "202505-00001", PaperBills.May, "1-101", "物业费", PurseClass.Property, Money.Exact(258.40m))]) { Paper = ReceiptPaper.ThirdForm };

        using var printed = In.Language("zh-CN", () => new Printed(PurseUseDocument.Of(PaperBills.Letterhead, use, at => DateOnly.FromDateTime(at.UtcDateTime.AddHours(8)))));

        Assert.Single(printed.Pages);
        Assert.Contains("预存款抵扣单编号P-000007", printed.Text, StringComparison.Ordinal);
        Assert.Contains("日期：2025-06-01", printed.Text, StringComparison.Ordinal);
        Assert.Contains("物业费物业费预存¥258.40", printed.Text, StringComparison.Ordinal);
        Assert.Contains("本单已撤销，见红字抵扣单P-000009", printed.Text, StringComparison.Ordinal);
    }

    private static PaymentDetails Payment(int lines, ReceiptPaper paper) => new(
        Guid.Empty, new DateOnly(2025, 5, 20), PaperBills.Letterhead.PrintedAt, Guid.Empty, "李娜", "翠湖花园",
        [new Tender(PaymentMethod.BankTransfer, new Money(lines * 10000), "20250520-7788")], "刘敏", new Money(lines * 10000), Money.Zero, Guid.Empty, "A-000123", "23456789ABCD", 2, new Money(5678),
        [.. Enumerable.Range(1, lines).Select(i => new PaidLine(Guid.Empty, "202505-00001", PaperBills.May, "1-101", $"收费项目{i}", new Money(30000), new Money(10000)))], null) { Paper = paper };
}
