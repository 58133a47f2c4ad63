using System.Globalization;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.IntegrationTests.Documents;

public sealed class PrintingBills
{
    [Fact]
    public void A_bill_says_whose_it_is_what_is_due_and_how_it_was_computed()
    {
        var text = Chinese(PaperBills.Of()).Text;

        Assert.Contains("阳光物业服务有限公司缴费通知单翠湖花园", text, StringComparison.Ordinal);
        Assert.Contains("业主：欧阳䶮", text, StringComparison.Ordinal);
        Assert.Contains("房号：1-101", text, StringComparison.Ordinal);
        Assert.Contains("账单编号：202505-00001", text, StringComparison.Ordinal);
        Assert.Contains("缴费截止：2025-06-20", text, StringComparison.Ordinal);
        Assert.Contains("89.50㎡×2.80元×15/31天+89.50㎡×3.20元×16/31天", text, StringComparison.Ordinal);
        Assert.Contains("水费（代收）1024→1050，用量26m³×3.45元/m³¥89.70", text, StringComparison.Ordinal);
        Assert.Contains("单价3.20元/㎡·月，自2025-05-16起执行", text, StringComparison.Ordinal);
        Assert.Contains("按建筑面积分摊：660户共45210.3㎡，本户89.5㎡", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_total_due_counts_what_was_paid_and_what_is_open_from_before()
    {
        var paper = PaperBills.Of(paid: 10000, arrears: 23456);
        var text = Chinese(paper).Text;

        Assert.Contains("本期已缴：¥100.00", text, StringComparison.Ordinal);
        Assert.Contains("以前月份未缴：¥234.56", text, StringComparison.Ordinal);
        Assert.Contains($"应缴总额：{paper.Bill.Total - new Domain.Money(10000) + new Domain.Money(23456)}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ordinary_bill_is_one_page()
    {
        Assert.Single(Chinese(PaperBills.Of()).Pages);
    }

    [Fact]
    public void A_long_bill_goes_over_pages_each_with_the_head_of_the_table_and_its_number()
    {
        var pages = Chinese(PaperBills.Of(extraLines: 60)).Pages;

        Assert.True(pages.Count >= 3);
        Assert.All(pages.Skip(1).Take(pages.Count - 1), page => Assert.Contains("收费项目", page[..20], StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, pages.Count), i => Assert.EndsWith($"第{i}页/共{pages.Count}页", pages[i - 1], StringComparison.Ordinal));
        Assert.Contains("补收项目60", string.Concat(pages), StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_says_that_it_is_one_and_asks_for_no_money()
    {
        var text = Chinese(PaperBills.Of(state: BillRunState.Draft)).Text;

        Assert.Contains("草稿，未发布", text, StringComparison.Ordinal);
        Assert.DoesNotContain("到小区物业服务中心缴费", text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_English_only_names_stay_Chinese()
    {
        using var printed = In.Language("en", () => new Printed(BillDocument.Of(PaperBills.Letterhead, PaperBills.Of(paid: 100, arrears: 100))));
        var names = new[] { "阳光物业服务有限公司", "翠湖花园", "欧阳䶮", "物业服务费", "电梯运行费", "水费", "公共照明分摊", "公区照明" };
        var rest = names.Aggregate(printed.Text, (text, name) => text.Replace(name, "", StringComparison.Ordinal));

        Assert.Contains("Paymentnotice", printed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(rest, c => c is >= '\u4E00' and <= '\u9FFF');
    }

    [Fact]
    public void A_batch_of_a_thousand_is_under_ten_megabytes_with_the_bills_under_their_building()
    {
        using var printed = In.Language("zh-CN", () => new Printed(BillDocument.Batch(
            PaperBills.Letterhead, "2025-05", Enumerable.Range(1, 1000).Select(i => PaperBills.Of(i, NameOf(i))))));
        Assert.True(printed.Pdf.TryGetBookmarks(out var bookmarks));

        Assert.InRange(printed.Bytes.Length, 1, 10 * 1024 * 1024);
        Assert.Equal(1000, printed.Result.Pages);
        Assert.Equal(Enumerable.Range(1, 10).Select(b => $"{b}栋"), bookmarks.Roots.Select(b => b.Title));
        Assert.Equal($"1-101 {NameOf(1)}", bookmarks.Roots[0].Children[0].Title);
        Assert.Contains(NameOf(1000), printed.Pdf.GetPage(1000).Text, StringComparison.Ordinal);
    }

    private static string NameOf(int i) => string.Create(CultureInfo.InvariantCulture, $"{"张王李赵陈杨黄吴镕㛃"[i % 10]}{(char)(0x4E00 + (i * 19 % 0x5000))}");

    private static Printed Chinese(BillPaper paper) => In.Language("zh-CN", () => new Printed(BillDocument.Of(PaperBills.Letterhead, paper)));
}
