using System.Globalization;
using PropertyDesk.Application.Documents;

namespace PropertyDesk.Application.Reports;

/// <summary>A report on A4 across under the company's header.</summary>
public static class FigureDocument
{
    private const int MostDrawn = 40;
    private static readonly TextStyle Heading = new(11, Bold: true);
    private static readonly TextStyle Plain = new(8.5f, Ink: Ink.Text);

    /// <param name="madeAt">When the report was made, in the company's time.</param>
    public static PrintDocument Of(Letterhead letterhead, FigureReport report, string madeAt)
    {
        Block[] body =
        [
            new Paragraph(letterhead.Company, new TextStyle(10, Bold: true, Ink.Accent)),
            new Paragraph(report.Title, new TextStyle(17, Bold: true, LineHeight: 1.6f)),
            new Paragraph(Texts.Of("{0}，截至 {1}，{2} 生成", report.Scope, report.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), madeAt), Plain),
            new Rule(Ink.Accent, 1.2f),
            new Space(4),
            .. report.Tables.SelectMany(Blocks),
        ];
        return PrintDocument.Of(letterhead.Info(report.Title), PageFormat.A4Landscape, new PrintSection(body, letterhead.Footer(report.Title)));
    }

    private static IEnumerable<Block> Blocks(FigureTable table)
    {
        yield return new Paragraph(table.Title, Heading, KeepWithNext: true);
        if (table.Drawn.Count > 0 && table.Rows.Count is > 1 and <= MostDrawn)
        {
            var isShare = FigureCells.IsShare(table);
            yield return new BarChart(
                table.Title, [.. table.Drawn.Select(c => table.Columns[c])],
                [.. table.Rows.Select(r => new BarGroup(FigureCells.Text(r.Cells[0]), [.. table.Drawn.Select(c => FigureCells.Drawn(r.Cells[c]))]))],
                isShare ? "%" : "", isShare ? 100 : 0, 170);
            yield return new Space(4);
        }

        yield return new Table(
            [.. table.Columns.Select((c, i) => new TableColumn(c, i == 0 ? 2 : 1.4f, FigureCells.IsNumber(table, i) ? TextAlign.End : TextAlign.Start))],
            [.. table.Rows.Select(Cells)], table.Total is { } total ? [Cells(total)] : null, Size: 7.5f);
        yield return new Space(4);
        yield return new Box([.. table.Definitions.Select(text => new Paragraph(text, Plain))], Frame: Ink.Hairline);
        yield return new Space(10);
    }

    private static IReadOnlyList<string> Cells(FigureRow row) => [.. row.Cells.Select(FigureCells.Text)];
}
