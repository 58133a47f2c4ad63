using PropertyDesk.Application.Documents;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Documents;

public sealed class PrintingReceipts
{
    [Fact]
    public void A_receipt_says_who_paid_what_and_is_no_invoice()
    {
        using var printed = In.Language("zh-CN", () => new Printed(ReceiptDocument.Of(PaperBills.Letterhead, Payment(lines: 3))));
        var text = printed.Text;

        Assert.Single(printed.Pages);
        Assert.Contains("编号A-000123", text, StringComparison.Ordinal);
        Assert.Contains("缴款人：𠮷田花子", text, StringComparison.Ordinal);
        Assert.Contains("收款方式：银行转账20250520-7788", text, StringComparison.Ordinal);
        Assert.Contains("202505-000012025-051-101收费项目1¥300.00¥100.00", text, StringComparison.Ordinal);
        Assert.Contains("人民币（大写）：叁佰元整¥300.00", text, StringComparison.Ordinal);
        Assert.Contains("收款后尚欠：¥56.78", text, StringComparison.Ordinal);
        Assert.Contains("收款人：刘敏", text, StringComparison.Ordinal);
        Assert.Contains("本收据不作发票使用。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("次打印", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_print_says_so()
    {
        using var printed = In.Language("zh-CN", () => new Printed(ReceiptDocument.Of(PaperBills.Letterhead, Payment(lines: 1) with { PrintCount = 2 })));

        Assert.Contains("第2次打印", printed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_English_the_capitals_stay_Chinese_because_they_count_in_law()
    {
        using var printed = In.Language("en", () => new Printed(ReceiptDocument.Of(PaperBills.Letterhead, Payment(lines: 3))));

        Assert.Contains("Renminbiincapitals:叁佰元整", printed.Text, StringComparison.Ordinal);
        Assert.Contains("Thisreceiptisnotaninvoice.", printed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(40)]
    public void Continuous_paper_takes_a_receipt_of_any_length(int lines)
    {
        using var printed = In.Language("zh-CN", () => new Printed(ReceiptDocument.Of(PaperBills.Letterhead, Payment(lines), paper: PageFormat.Continuous241)));

        Assert.Equal(lines == 4, printed.Pages.Count == 1);
        Assert.Contains($"收费项目{lines}", printed.Text, StringComparison.Ordinal);
        Assert.Contains("本收据不作发票使用。", printed.Pages[^1], StringComparison.Ordinal);
    }

    private static PaymentDetails Payment(int lines) => new(
        Guid.Empty, new DateOnly(2025, 5, 20), PaperBills.Letterhead.PrintedAt, Guid.Empty, "𠮷田花子", "翠湖花园",
        [new Tender(PaymentMethod.BankTransfer, new Money(lines * 10000), "20250520-7788")], "刘敏", new Money(lines * 10000), Money.Zero, Guid.Empty, "A-000123", "23456789ABCD", 1, new Money(5678),
        [.. Enumerable.Range(1, lines).Select(i => new PaidLine(Guid.Empty, "202505-00001", PaperBills.May, "1-101", $"收费项目{i}", new Money(30000), new Money(10000)))], null);
}
