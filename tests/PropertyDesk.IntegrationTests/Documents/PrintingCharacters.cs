using PropertyDesk.Application.Documents;

namespace PropertyDesk.IntegrationTests.Documents;

public sealed class PrintingCharacters
{
    private static readonly TextStyle Plain = new();

    [Fact]
    public void Chinese_text_is_copied_out_as_it_was_put_in()
    {
        using var printed = Printed.Of(new Paragraph("物业服务费：建筑面积 89.50 ㎡ × 2.80 元 = ￥250.60（含税）", Plain));

        Assert.Contains("物业服务费：建筑面积89.50㎡×2.80元=￥250.60（含税）", printed.Text, StringComparison.Ordinal);
        Assert.Empty(printed.Result.MissingCharacters);
    }

    [Theory]
    [InlineData("吴镕基", false)]
    [InlineData("司马㛃", false)]
    [InlineData("欧阳䶮", true)]
    [InlineData("𠮷田花子", true)]
    public void Rare_characters_of_names_print_and_copy_out(string name, bool bold)
    {
        using var printed = Printed.Of(new Paragraph("业主：" + name, new TextStyle(Bold: bold)));

        Assert.Contains(name, printed.Text, StringComparison.Ordinal);
        Assert.Empty(printed.Result.MissingCharacters);
    }

    [Fact]
    public void A_character_that_no_font_has_prints_a_geta_and_is_reported_once()
    {
        using var printed = Printed.Of(new Paragraph("张\U0002CEB0伟，李\U0002CEB0", Plain), new Paragraph("王\U0001F600", new TextStyle(Bold: true)));

        Assert.Contains("张〓伟，李〓", printed.Text, StringComparison.Ordinal);
        Assert.Contains("王〓", printed.Text, StringComparison.Ordinal);
        Assert.Equal(["\U0001F600", "\U0002CEB0"], printed.Result.MissingCharacters);
    }

    [Fact]
    public void Control_characters_and_variation_selectors_print_nothing()
    {
        using var printed = Printed.Of(new Paragraph("葛\U000E0100\u200B\u0007城", Plain));

        Assert.Equal("葛城", printed.Text);
        Assert.Empty(printed.Result.MissingCharacters);
    }

    [Fact]
    public void No_closing_mark_begins_a_line_and_no_opening_mark_ends_one()
    {
        using var printed = Printed.Of(new Columns(
        [
            new Column(1, new Paragraph("一二三四五六七八九十，一二三四五六七八九（一二三四五六七八九十）", new TextStyle(10))),
            new Column(4),
        ]));
        var lines = printed.Pdf.GetPage(1).Letters.GroupBy(l => Math.Round(l.StartBaseLine.Y))
            .Select(line => string.Concat(line.OrderBy(l => l.StartBaseLine.X).Select(l => l.Value))).ToList();

        Assert.True(lines.Count > 2);
        Assert.DoesNotContain(lines, line => "，）".Contains(line[0]) || line.EndsWith('（'));
    }

    [Fact]
    public void A_word_wider_than_the_column_is_cut_and_not_lost()
    {
        var word = string.Concat(Enumerable.Repeat("abcdefghij", 40));
        using var printed = Printed.Of(new Paragraph(word, Plain));

        Assert.Equal(word, printed.Text);
        Assert.All(printed.Pdf.GetPage(1).Letters, letter => Assert.True(letter.EndBaseLine.X <= PageFormat.A4.Width - PageFormat.A4.Side + 0.5));
    }
}
