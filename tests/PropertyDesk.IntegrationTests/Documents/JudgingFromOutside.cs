using PropertyDesk.Application.Documents;

namespace PropertyDesk.IntegrationTests.Documents;

/// <summary>Programs that know nothing of ours read the files.</summary>
public sealed class JudgingFromOutside
{
    [Fact]
    public async Task Qpdf_finds_nothing_wrong()
    {
        using var printed = new Printed(AllBlocks());
        var (code, output) = await Tool.JudgeAsync(printed.Bytes, "qpdf", "--check", "FILE");

        Assert.True(code == 0 && output.Contains("No syntax or stream encoding errors found", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task Poppler_copies_out_every_name()
    {
        using var printed = new Printed(AllBlocks());
        var (code, output) = await Tool.JudgeAsync(printed.Bytes, "pdftotext", "-layout", "FILE", "-");

        Assert.Equal(0, code);
        Assert.All(["吴镕基", "司马㛃", "欧阳䶮", "𠮷田花子", "café"], name => Assert.Contains(name, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Poppler_finds_every_font_embedded_and_searchable()
    {
        using var printed = new Printed(AllBlocks());
        var (code, output) = await Tool.JudgeAsync(printed.Bytes, "pdffonts", "FILE");
        var fonts = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

        Assert.Equal(0, code);
        Assert.Equal(4, fonts.Length);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+Noto.*Identity-H\s+yes yes yes", font));
    }

    private static PrintDocument AllBlocks() => Printed.Document(new PrintSection(
        [
            new Columns([new Column(3, new Paragraph("缴费通知单", new TextStyle(16, Bold: true))), new Column(1, new QrCode("https://example.cn/b/1", 72, TextAlign.End))]),
            new Rule(Ink.Accent),
            new Box([new Paragraph("吴镕基 司马㛃 欧阳䶮 𠮷田花子 café", new TextStyle())], Ink.SoftFill, Ink.Hairline),
            new Table([new("项目", 1), new("金额", 1, TextAlign.End)], [["物业费", "¥1.00"]], [["合计", "¥1.00"]]),
            new BarChart("收缴率", ["当期"], [new("1栋", [86.5m]), new("2栋", [null])], "%"),
        ],
        new PageFooter("阳光花园", $"第 {PageFooter.Page} 页 / 共 {PageFooter.Pages} 页"),
        new Bookmark("1-101", "1栋")));
}
