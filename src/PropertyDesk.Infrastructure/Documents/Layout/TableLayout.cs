using PropertyDesk.Application.Documents;

namespace PropertyDesk.Infrastructure.Documents.Layout;

/// <summary>Turns a table into one piece a row, each knowing the header to repeat.</summary>
internal sealed class TableLayout(Typesetter text)
{
    private const float Padding = 3;

    /// <summary>Over and under the text, as a share of its size.</summary>
    private const float PaddingOfSize = 0.3f;

    private const float LineHeight = 1.35f;
    private const float Thickness = 0.4f;

    /// <summary>A row with more lines continues as a further piece, so that no row can outgrow a page.</summary>
    private const int LinesOfPiece = 14;

    public List<Piece> Pieces(Table table, float width)
    {
        var unit = width / table.Head.Sum(c => c.Weight);
        var widths = table.Head.Select(c => c.Weight * unit).ToArray();
        var body = new TextStyle(table.Size, LineHeight: LineHeight);
        var bold = body with { Bold = true };
        TextStyle[] Aligned(TextStyle style) => [.. table.Head.Select(c => style with { Align = c.Align })];

        var header = Row(table.Head.Select(c => c.Title).ToList(), [.. table.Head.Select(_ => bold with { Align = TextAlign.Centre })], widths, Ink.HeadFill, null).Single();
        header.Drawing.Add(new DrawLine(0, 0, width, 0, Thickness, Ink.Hairline));
        header.KeepWithNext = true;
        var pieces = new List<Piece> { header };
        foreach (var row in table.Rows)
        {
            pieces.AddRange(Row(row, Aligned(body), widths, null, header));
        }

        foreach (var row in table.Footer ?? [])
        {
            pieces[^1].KeepWithNext = true;
            pieces.AddRange(Row(row, Aligned(bold), widths, Ink.SoftFill, header));
        }

        return pieces;
    }

    private IEnumerable<Piece> Row(IReadOnlyList<string> cells, TextStyle[] styles, float[] widths, Ink? fill, Piece? header)
    {
        var lines = cells.Select((cell, i) => text.Wrap(cell, styles[i], widths[i] - (2 * Padding))).ToList();
        var count = lines.Max(l => l.Count);
        for (var from = 0; from < count; from += LinesOfPiece)
        {
            var taken = lines.Select(l => (IReadOnlyList<string>)[.. l.Skip(from).Take(LinesOfPiece)]).ToList();
            yield return Band(taken, styles, widths, fill, header, last: from + LinesOfPiece >= count);
        }
    }

    private Piece Band(List<IReadOnlyList<string>> cells, TextStyle[] styles, float[] widths, Ink? fill, Piece? header, bool last)
    {
        var line = styles[0].Size * LineHeight;
        var width = widths.Sum();
        var piece = new Piece((cells.Max(c => c.Count) * line) + (2 * PaddingOfSize * styles[0].Size)) { Header = header };
        if (fill is { } ink)
        {
            piece.Drawing.Add(new FillAreas(0, 0, [new Area(0, 0, width, piece.Height)], ink));
        }

        var x = 0f;
        for (var i = 0; i < cells.Count; i++)
        {
            Cell(piece, cells[i], styles[i], new Area(x, 0, widths[i], line));
            piece.Drawing.Add(new DrawLine(x, 0, 0, piece.Height, Thickness, Ink.Hairline));
            x += widths[i];
        }

        piece.Drawing.Add(new DrawLine(width, 0, 0, piece.Height, Thickness, Ink.Hairline));
        if (last)
        {
            piece.Drawing.Add(new DrawLine(0, piece.Height, width, 0, Thickness, Ink.Hairline));
        }

        return piece;
    }

    /// <summary>The lines of a cell, in the middle of the row's height.</summary>
    private void Cell(Piece row, IReadOnlyList<string> lines, TextStyle style, Area first)
    {
        var y = (row.Height - (lines.Count * first.Height)) / 2;
        foreach (var line in lines)
        {
            text.Line(row.Drawing, line, style, new Area(first.X + Padding, y, first.Width - (2 * Padding), first.Height));
            y += first.Height;
        }
    }
}
