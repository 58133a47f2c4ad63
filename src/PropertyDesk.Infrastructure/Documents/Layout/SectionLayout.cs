using System.Globalization;
using PropertyDesk.Application.Documents;

namespace PropertyDesk.Infrastructure.Documents.Layout;

/// <summary>Divides a section into pages.</summary>
internal sealed class SectionLayout(PageFormat format, BlockLayout blocks, Typesetter text)
{
    private const float Tolerance = 0.01f;
    private const float FooterHeight = 14;

    private static readonly TextStyle FooterStyle = new(7.5f, Ink: Ink.Muted);

    public List<LaidOutPage> Pages(PrintSection section)
    {
        var pieces = blocks.Pieces(section.Body, format.BodyWidth).ToList();
        var pages = new List<LaidOutPage> { new() };
        var y = 0f;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (y > 0 && (pieces[i].StartsPage || y + HeightKept(pieces, i) > format.BodyHeight + Tolerance))
            {
                pages.Add(new LaidOutPage());
                y = Place(pages[^1], pieces[i].Header, 0);
            }

            y = Place(pages[^1], pieces[i], y);
        }

        Footers(pages, section.Footer);
        return pages;
    }

    /// <summary>Height of a piece with those that must stay on its page; a chain longer than half a page may break.</summary>
    private float HeightKept(List<Piece> pieces, int first)
    {
        var height = pieces[first].Height;
        for (var i = first; i + 1 < pieces.Count && pieces[i].KeepWithNext && height < format.BodyHeight / 2; i++)
        {
            height += pieces[i + 1].Height;
        }

        return height;
    }

    private float Place(LaidOutPage page, Piece? piece, float y)
    {
        if (piece is null)
        {
            return y;
        }

        if (piece.Height > format.BodyHeight)
        {
            throw new InvalidOperationException($"A block of {piece.Height:0} points does not fit on a page of {format.BodyHeight:0} points.");
        }

        page.Place(piece, format.Side, format.Top + y);
        return y + piece.Height;
    }

    private void Footers(List<LaidOutPage> pages, PageFooter? footer)
    {
        if (footer is null)
        {
            return;
        }

        var top = format.Height - format.Bottom + 8;
        var band = new Area(format.Side, top + 2, format.BodyWidth, FooterHeight);
        for (var i = 0; i < pages.Count; i++)
        {
            pages[i].Drawing.Add(new DrawLine(format.Side, top, format.BodyWidth, 0, 0.4f, Ink.Hairline));
            text.Line(pages[i].Drawing, Filled(footer.Left, i + 1, pages.Count), FooterStyle, band);
            text.Line(pages[i].Drawing, Filled(footer.Right, i + 1, pages.Count), FooterStyle with { Align = TextAlign.End }, band);
        }
    }

    private static string Filled(string footer, int page, int pages) => footer
        .Replace(PageFooter.Page, page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(PageFooter.Pages, pages.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
