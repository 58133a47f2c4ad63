using PropertyDesk.Application.Documents;
using PropertyDesk.Infrastructure.Documents;

namespace PropertyDesk.IntegrationTests.Documents;

public sealed class PrintingBatches
{
    private const int Bills = 1000;
    private const int TenMegabytes = 10 * 1024 * 1024;

    private static readonly string[] Surnames = ["张", "王", "李", "赵", "欧阳", "司马", "诸葛", "慕容", "尉迟", "𠮷田"];

    [Fact]
    public void A_thousand_bills_are_one_file_under_ten_megabytes_with_bookmarks_by_building()
    {
        using var printed = new Printed(Batch(Bills));
        Assert.True(printed.Pdf.TryGetBookmarks(out var bookmarks));

        Assert.InRange(printed.Bytes.Length, 1, TenMegabytes);
        Assert.Equal(Bills, printed.Pdf.NumberOfPages);
        Assert.Equal(10, bookmarks.Roots.Count);
        Assert.All(bookmarks.Roots, building => Assert.Equal(100, building.Children.Count));
        Assert.Empty(printed.Result.MissingCharacters);
        foreach (var i in new[] { 0, 499, Bills - 1 })
        {
            Assert.Contains(NameOf(i), printed.Pdf.GetPage(i + 1).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes_from_every_thread()
    {
        var renderer = new PdfRenderer();
        var expected = Render(renderer, Batch(20));
        var again = new byte[8][];
        Parallel.For(0, again.Length, i => again[i] = Render(renderer, Batch(20)));

        Assert.All(again, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public void A_batch_is_written_while_it_is_composed()
    {
        var output = new MemoryStream();
        var seen = new List<long>();
        new PdfRenderer().Render(new PrintDocument(Printed.Info("批量"), PageFormat.A4, Sections()), output);

        Assert.Equal(seen.Order().Distinct(), seen);

        IEnumerable<PrintSection> Sections()
        {
            for (var i = 0; i < 5; i++)
            {
                seen.Add(output.Length);
                yield return Section(i);
            }
        }
    }

    private static byte[] Render(PdfRenderer renderer, PrintDocument document)
    {
        using var output = new MemoryStream();
        renderer.Render(document, output);
        return output.ToArray();
    }

    private static PrintDocument Batch(int count) => new(Printed.Info("缴费通知单 批量"), PageFormat.A4, Enumerable.Range(0, count).Select(Section));

    /// <summary>Surname and two characters that differ from bill to bill, over the whole range of everyday and rarer ones.</summary>
    private static string NameOf(int i) => $"{Surnames[i % Surnames.Length]}{(char)(0x4E00 + (i * 19 % 0x5000))}{(char)(0x5200 + (i * 7 % 0x3000))}";

    private static PrintSection Section(int i)
    {
        var (building, unit) = ((i / 100) + 1, $"{(i / 100) + 1}-{(i % 100) + 101}");
        var plain = new TextStyle();
        return new PrintSection(
        [
            new Columns(
            [
                new Column(4, new Paragraph("阳光物业服务有限公司", new TextStyle(11, true)), new Paragraph("物业服务费缴费通知单", new TextStyle(18, true)), new Paragraph($"账单编号：202505-{i:00000}", plain)),
                new Column(1, new QrCode($"https://desk.example.cn/yangguang/Portal/Bills/{i:00000000}-5c1f-4d7a-9f62-0e5b6f0a4c11", 76, TextAlign.End)),
            ]),
            new Box([new Paragraph($"业主：{NameOf(i)}　房号：{unit}　应缴：¥{1000 + (i * 1.37m):0.00}", plain)], Ink.SoftFill, Ink.Hairline),
            new Table(
                [new("项目", 2), new("计算", 4), new("金额", 1, TextAlign.End)],
                [.. Enumerable.Range(1, 10).Select(k => (IReadOnlyList<string>)[$"收费项目{k}", $"{60 + (i * 0.17m):0.00} ㎡ × {k}.{i % 100:00} 元", $"¥{i * k * 0.31m:0.00}"])]),
        ],
        new PageFooter(unit, PageFooter.Page), new Bookmark($"{unit} {NameOf(i)}", $"{building}栋"));
    }
}
