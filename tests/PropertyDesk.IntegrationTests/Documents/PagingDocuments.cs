using PropertyDesk.Application.Documents;
using UglyToad.PdfPig.Outline;

namespace PropertyDesk.IntegrationTests.Documents;

public sealed class PagingDocuments
{
    private static readonly PageFooter Footer = new("阳光花园", $"第 {PageFooter.Page} 页 / 共 {PageFooter.Pages} 页");
    private static readonly TextStyle Plain = new();

    [Fact]
    public void A_table_over_several_pages_repeats_its_header_and_loses_no_row()
    {
        using var printed = Printed.Of(TableOf(150));

        Assert.True(printed.Pages.Count >= 3);
        Assert.All(printed.Pages, page => Assert.StartsWith("项目金额", page, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 150), i => Assert.Contains($"第{i}行", printed.Text, StringComparison.Ordinal));
        Assert.Contains("合计¥150.00", printed.Pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_totals_never_stand_alone_on_a_page()
    {
        for (var rows = 40; rows < 60; rows++)
        {
            using var printed = Printed.Of(TableOf(rows));
            Assert.Contains($"第{rows}行", printed.Pages[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_row_higher_than_a_page_goes_on_over_the_next_pages()
    {
        var text = string.Concat(Enumerable.Range(1, 2000).Select(i => $"{i}号；"));
        using var printed = Printed.Of(new Table([new("说明", 1)], [[text]]));

        Assert.True(printed.Pages.Count > 1);
        Assert.All(Enumerable.Range(1, 2000), i => Assert.Contains($"{i}号", printed.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_section_counts_its_own_pages()
    {
        using var printed = new Printed(Printed.Document(
            new PrintSection([new Paragraph("甲", Plain), new PageBreak(), new Paragraph("乙", Plain)], Footer),
            new PrintSection([new Paragraph("丙", Plain)], Footer)));

        Assert.Equal(3, printed.Result.Pages);
        Assert.EndsWith("第1页/共2页", printed.Pages[0], StringComparison.Ordinal);
        Assert.EndsWith("第2页/共2页", printed.Pages[1], StringComparison.Ordinal);
        Assert.EndsWith("第1页/共1页", printed.Pages[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Bookmarks_stand_under_their_group_and_lead_to_their_page()
    {
        using var printed = new Printed(Printed.Document(
            Marked("1-101 张伟", "1栋"), Marked("1-102 𠮷田", "1栋"), Marked("2-101 李娜", "2栋"), Marked("汇总", null)));
        Assert.True(printed.Pdf.TryGetBookmarks(out var bookmarks));

        Assert.Equal(["1栋", "2栋", "汇总"], bookmarks.Roots.Select(b => b.Title));
        Assert.Equal(["1-101 张伟", "1-102 𠮷田"], bookmarks.Roots[0].Children.Select(b => b.Title));
        Assert.Equal([1, 1, 2, 3, 3, 4], bookmarks.GetNodes().OfType<DocumentBookmarkNode>().Select(b => b.PageNumber).Order());
    }

    [Fact]
    public void A_page_break_at_the_top_of_a_page_leaves_no_empty_page()
    {
        using var printed = Printed.Of(new PageBreak(), new Paragraph("甲", Plain), new PageBreak(), new PageBreak(), new Paragraph("乙", Plain));

        Assert.Equal(["甲", "乙"], printed.Pages);
    }

    [Fact]
    public void A_heading_goes_with_what_it_heads()
    {
        using var printed = Printed.Of(new Space(PageFormat.A4.BodyHeight - 20), new Paragraph("计算过程", Plain, KeepWithNext: true), TableOf(3));

        Assert.Equal("", printed.Pages[0]);
        Assert.StartsWith("计算过程项目", printed.Pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_box_goes_on_over_the_next_page()
    {
        var box = new Box([.. Enumerable.Range(1, 100).Select(i => new Paragraph($"第{i}条", Plain))], Ink.SoftFill, Ink.Hairline);
        using var printed = Printed.Of(box);

        Assert.Equal(2, printed.Pages.Count);
        Assert.Equal(string.Concat(Enumerable.Range(1, 100).Select(i => $"第{i}条")), printed.Text);
    }

    [Fact]
    public void What_cannot_be_divided_and_does_not_fit_is_refused_rather_than_cut_off() =>
        Assert.Throws<InvalidOperationException>(() => Printed.Of(new QrCode("https://example.cn/", 900)));

    [Theory]
    [InlineData(595.28, 841.89)]
    [InlineData(595.28, 419.53)]
    [InlineData(683.15, 396.85)]
    public void Pages_have_the_size_of_the_paper(double width, double height)
    {
        var format = new[] { PageFormat.A4, PageFormat.A5Landscape, PageFormat.Continuous241 }.Single(f => Math.Abs(f.Width - width) < 0.1 && Math.Abs(f.Height - height) < 0.1);
        using var printed = new Printed(PrintDocument.Of(Printed.Info("收据"), format, new PrintSection([TableOf(30)], Footer)));
        var page = printed.Pdf.GetPage(1);

        Assert.Equal(width, page.Width, 0.1);
        Assert.Equal(height, page.Height, 0.1);
        Assert.All(printed.Pdf.GetPages().SelectMany(p => p.Letters), l => Assert.InRange(l.StartBaseLine.X, format.Side - 1, width - format.Side + 1));
    }

    private static Table TableOf(int rows) => new(
        [new("项目", 2), new("金额", 1, TextAlign.End)],
        [.. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<string>)[$"第 {i} 行", "¥1.00"])],
        [["合计", $"¥{rows}.00"]]);

    private static PrintSection Marked(string title, string? group) => new([new Paragraph(title, Plain)], Bookmark: new Bookmark(title, group));
}
