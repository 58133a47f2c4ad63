using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.IntegrationTests.Documents;

public sealed class PrintingCollectionRates
{
    [Fact]
    public void The_report_prints_rates_tables_a_chart_definitions_and_the_check()
    {
        using var printed = Print("zh-CN", Report());
        var text = printed.Text;

        Assert.Contains("2025-05收缴率报表", text, StringComparison.Ordinal);
        Assert.Contains("当期收缴率80.00%", text, StringComparison.Ordinal);
        Assert.Contains("按楼栋：收缴率（%）", text, StringComparison.Ordinal);
        Assert.Contains("12栋", text, StringComparison.Ordinal);
        Assert.Contains("口径说明", text, StringComparison.Ordinal);
        Assert.Contains("核对：¥1,200.00+¥12,000.00−¥0.00−¥0.00−¥10,200.00=¥3,000.00，账单上未收¥3,000.00，相符。", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_was_due_the_rate_is_a_dash()
    {
        var empty = new CollectionRow("空置楼", CollectionFigures.None, Money.Zero);
        using var printed = Print("zh-CN", Report() with { Total = empty, Groups = [new("按楼栋", [empty, empty])] });

        Assert.Contains("当期收缴率—", printed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", printed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_that_do_not_close_are_not_passed_off_as_right()
    {
        var report = Report();
        using var printed = Print("zh-CN", report with { Total = report.Total with { Open = new Money(1) } });

        Assert.Contains("不符，请报告。", printed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_English_only_names_stay_Chinese()
    {
        using var printed = Print("en", Report());
        var rest = new[] { "阳光物业服务有限公司", "翠湖花园", "按楼栋", "按收费项目", "物业费", "栋", "合计" }.Aggregate(printed.Text, (text, name) => text.Replace(name, "", StringComparison.Ordinal));

        Assert.DoesNotContain(rest, c => c is >= '\u4E00' and <= '\u9FFF');
    }

    private static Printed Print(string language, CollectionReport report) =>
        In.Language(language, () => new Printed(CollectionRateDocument.Of(PaperBills.Letterhead, report)));

    private static CollectionReport Report()
    {
        var buildings = Enumerable.Range(1, 12).Select(i => Row($"{i}栋")).ToList();
        var figures = buildings.Aggregate(CollectionFigures.None, (sum, row) => sum + row.Figures);
        var total = new CollectionRow("合计", figures, Money.Sum(buildings.Select(b => b.Open)));
        return new CollectionReport("翠湖花园", PaperBills.May, new DateOnly(2025, 5, 31), total, [new("按楼栋", buildings), new("按收费项目", [total with { Name = "物业费" }])]);
    }

    private static CollectionRow Row(string name)
    {
        var figures = new CollectionFigures
        {
            Opening = new Money(10000),
            PriorCollected = new Money(5000),
            Billed = new Money(100000),
            Collected = new Money(80000),
            Households = 10,
            HouseholdsPaid = 8,
        };
        return new CollectionRow(name, figures, new Money(25000));
    }
}
