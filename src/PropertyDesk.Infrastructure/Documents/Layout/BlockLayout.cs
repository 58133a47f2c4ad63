using PropertyDesk.Application.Documents;
using PropertyDesk.Infrastructure.Documents.Pictures;

namespace PropertyDesk.Infrastructure.Documents.Layout;

/// <summary>Turns blocks into pieces of a width.</summary>
internal sealed class BlockLayout(Typesetter text, PictureStore pictures)
{
    private const float RuleHeight = 5;
    private const float FrameThickness = 0.5f;

    /// <summary>A box up to this height is kept on one page.</summary>
    private const float WholeBox = 160;

    private readonly TableLayout _tables = new(text);
    private readonly ChartLayout _charts = new(text);

    public IEnumerable<Piece> Pieces(IEnumerable<Block> blocks, float width) => blocks.SelectMany(b => Pieces(b, width));

    private IEnumerable<Piece> Pieces(Block block, float width) => block switch
    {
        Paragraph paragraph => Lines(paragraph, width),
        Space space => [new Piece(space.Height)],
        Rule rule => [new Piece(RuleHeight) { Drawing = [new DrawLine(0, RuleHeight / 2, width, 0, rule.Thickness, rule.Ink)] }],
        PageBreak => [new Piece(0) { StartsPage = true }],
        Columns columns => [SideBySide(columns, width)],
        Box box => Boxed(box, width),
        Table table => _tables.Pieces(table, width),
        QrCode code => [new Piece(code.Size) { Drawing = [QrLayout.Squares(code, Start(code.Align, width - code.Size))] }],
        Picture picture => [Placed(picture, width)],
        BarChart chart => [new Piece(chart.Height) { Drawing = _charts.Draw(chart, width) }],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No layout for this kind of block."),
    };

    private static float Start(TextAlign align, float room) => align switch
    {
        TextAlign.End => room,
        TextAlign.Centre => room / 2,
        _ => 0,
    };

    private List<Piece> Lines(Paragraph paragraph, float width)
    {
        var height = paragraph.Style.Size * paragraph.Style.LineHeight;
        var pieces = new List<Piece>();
        foreach (var line in text.Wrap(paragraph.Text, paragraph.Style, width))
        {
            var piece = new Piece(height) { KeepWithNext = paragraph.KeepWithNext };
            text.Line(piece.Drawing, line, paragraph.Style, new Area(0, 0, width, height));
            pieces.Add(piece);
        }

        return pieces;
    }

    private Piece SideBySide(Columns columns, float width)
    {
        var unit = (width - (columns.Gap * (columns.Parts.Count - 1))) / columns.Parts.Sum(c => c.Weight);
        var drawing = new List<DrawingOperation>();
        var (x, height) = (0f, 0f);
        foreach (var column in columns.Parts)
        {
            height = Math.Max(height, Stack(Pieces(column.Body, column.Weight * unit), x, drawing));
            x += (column.Weight * unit) + columns.Gap;
        }

        return new Piece(height) { Drawing = drawing };
    }

    private static float Stack(IEnumerable<Piece> pieces, float x, List<DrawingOperation> drawing, float y = 0)
    {
        foreach (var piece in pieces)
        {
            drawing.AddRange(piece.Drawing.Select(o => o.Moved(x, y)));
            y += piece.Height;
        }

        return y;
    }

    private IEnumerable<Piece> Boxed(Box box, float width)
    {
        var padding = new Piece(box.Padding);
        List<Piece> inner = [padding, .. Pieces(box.Body, width - (2 * box.Padding)), padding];
        if (inner.Sum(p => p.Height) > WholeBox)
        {
            return inner.Select((piece, i) => Framed(box, [piece], width, first: i == 0, last: i == inner.Count - 1));
        }

        return [Framed(box, inner, width, first: true, last: true)];
    }

    private static Piece Framed(Box box, List<Piece> inner, float width, bool first, bool last)
    {
        var content = new List<DrawingOperation>();
        var height = Stack(inner, box.Padding, content);
        var piece = new Piece(height) { KeepWithNext = first && !last };
        if (box.Fill is { } fill)
        {
            piece.Drawing.Add(new FillAreas(0, 0, [new Area(0, 0, width, height)], fill));
        }

        if (box.Frame is { } frame)
        {
            piece.Drawing.Add(new DrawLine(0, 0, 0, height, FrameThickness, frame));
            piece.Drawing.Add(new DrawLine(width, 0, 0, height, FrameThickness, frame));
            piece.Drawing.AddRange(new[] { (first, 0), (last, height) }.Where(e => e.Item1).Select(e => new DrawLine(0, e.Item2, width, 0, FrameThickness, frame)));
        }

        piece.Drawing.AddRange(content);
        return piece;
    }

    private Piece Placed(Picture picture, float width)
    {
        var stored = pictures.Store(picture.File);
        var height = picture.Width * stored.Height / stored.Width;
        return new Piece(picture.Floating ? 0 : height)
        {
            KeepWithNext = picture.Floating,
            Drawing = [new DrawPicture(Start(picture.Align, width - picture.Width), 0, picture.Width, height, stored)],
        };
    }
}
