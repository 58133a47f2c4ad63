using System.Globalization;
using System.Text;
using PropertyDesk.Application.Documents;
using PropertyDesk.Infrastructure.Documents.TrueType;

namespace PropertyDesk.Infrastructure.Documents.Layout;

/// <summary>Measures, wraps and places text for one document, and remembers the characters that no face has.</summary>
internal sealed class Typesetter(FontFamily fonts)
{
    /// <summary>From the middle of a line down to its baseline, as a share of the type size.</summary>
    private const float BaselineFromMiddle = 0.36f;

    private readonly Dictionary<(int Character, bool Bold), PlacedGlyph> _glyphs = [];
    private readonly SortedSet<int> _missing = [];

    public IReadOnlyList<string> MissingCharacters => [.. _missing.Select(char.ConvertFromUtf32)];

    public float Width(string text, TextStyle style) => Glyphs(text, style.Bold).Sum(g => g.Advance) * style.Size;

    /// <summary>The lines of a text in a width; a word that is too long is cut.</summary>
    public IReadOnlyList<string> Wrap(string text, TextStyle style, float width)
    {
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            WrapLine(Glyphs(line, style.Bold), width / style.Size, lines);
        }

        return lines;
    }

    /// <summary>Places a line in a band of the given height.</summary>
    public void Line(List<DrawingOperation> drawing, string text, TextStyle style, Area band)
    {
        var glyphs = Glyphs(text, style.Bold);
        var room = band.Width - (glyphs.Sum(g => g.Advance) * style.Size);
        var x = band.X + style.Align switch { TextAlign.End => room, TextAlign.Centre => room / 2, _ => 0 };
        var baseline = band.Y + (band.Height / 2) + (style.Size * BaselineFromMiddle);
        for (var start = 0; start < glyphs.Count;)
        {
            var end = start;
            while (end < glyphs.Count && glyphs[end].Font == glyphs[start].Font)
            {
                end++;
            }

            drawing.Add(new DrawText(x, baseline, Text(glyphs, start, end), glyphs[start].Font, style.Size, style.Ink));
            for (; start < end; start++)
            {
                x += glyphs[start].Advance * style.Size;
            }
        }
    }

    private static void WrapLine(List<PlacedGlyph> glyphs, float width, List<string> lines)
    {
        var start = 0;
        do
        {
            var end = EndOfLine(glyphs, start, width);
            lines.Add(Text(glyphs, start, end).TrimEnd(' '));
            for (start = end; start < glyphs.Count && glyphs[start].Character == ' ';)
            {
                start++;
            }
        }
        while (start < glyphs.Count);
    }

    private static int EndOfLine(List<PlacedGlyph> glyphs, int start, float width)
    {
        var (used, lastBreak) = (0f, start);
        for (var i = start; i < glyphs.Count; i++)
        {
            if (i > start && LineBreaks.Allowed(glyphs[i - 1].Character, glyphs[i].Character))
            {
                lastBreak = i;
            }

            used += glyphs[i].Advance;
            if (used > width + 0.001f && i > start)
            {
                return lastBreak > start ? lastBreak : i;
            }
        }

        return glyphs.Count;
    }

    private static string Text(List<PlacedGlyph> glyphs, int start, int end)
    {
        var text = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            text.Append(char.ConvertFromUtf32(glyphs[i].Character));
        }

        return text.ToString();
    }

    private List<PlacedGlyph> Glyphs(string text, bool bold)
    {
        var glyphs = new List<PlacedGlyph>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsPrinted(rune))
            {
                glyphs.Add(GlyphOf(rune.Value == '\t' ? ' ' : rune.Value, bold));
            }
        }

        return glyphs;
    }

    /// <summary>Control characters, joiners and variation selectors choose a shape; alone they print nothing.</summary>
    private static bool IsPrinted(Rune rune) =>
        rune.Value == '\t' || (rune.Value is not ((>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF))
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format));

    private PlacedGlyph GlyphOf(int character, bool bold)
    {
        if (_glyphs.TryGetValue((character, bold), out var known))
        {
            return known;
        }

        if (fonts.Find(character, bold) is not { } glyph)
        {
            _missing.Add(character);
            glyph = fonts.Find(FontFamily.Geta, bold)!.Value;
        }

        return _glyphs[(character, bold)] = glyph;
    }
}
