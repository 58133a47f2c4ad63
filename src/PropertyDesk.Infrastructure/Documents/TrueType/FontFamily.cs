namespace PropertyDesk.Infrastructure.Documents.TrueType;

/// <summary>
/// The faces that documents are printed with. The everyday characters are in one regular and one bold face; the faces with
/// rarer characters are read only when a document needs one, and serve both weights.
/// </summary>
internal sealed class FontFamily
{
    /// <summary>Printed for a character that no face has; both everyday faces have it.</summary>
    public const int Geta = 0x3013;

    private readonly Lazy<TrueTypeFont> _regular = Face("NotoSansSC-Regular", "NotoSansSC-400Regular-gb2312.ttf");
    private readonly Lazy<TrueTypeFont> _bold = Face("NotoSansSC-Bold", "NotoSansSC-700Bold-gb2312.ttf");
    private readonly Lazy<TrueTypeFont> _rest = Face("NotoSansSC-Rest", "NotoSansSC-400Regular-rest.ttf");
    private readonly Lazy<TrueTypeFont> _rare = Face("NotoSansCJKsc-Rare", "NotoSansCJKsc-rare.ttf");

    /// <summary>The first face that has the character; null when none has.</summary>
    public PlacedGlyph? Find(int character, bool bold)
    {
        foreach (var face in (ReadOnlySpan<Lazy<TrueTypeFont>>)[bold ? _bold : _regular, _rest, _rare])
        {
            if (face.Value.Glyph(character) is var glyph and > 0)
            {
                return new PlacedGlyph(face.Value, character, face.Value.Advance(glyph) / (float)face.Value.UnitsPerEm);
            }
        }

        return null;
    }

    private static Lazy<TrueTypeFont> Face(string name, string file) => new(() => new TrueTypeFont(name, Read(file)));

    private static byte[] Read(string file)
    {
        using var stream = typeof(FontFamily).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The font {file} is not among the program's files.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>A character with the face that shows it.</summary>
/// <param name="Advance">Width as a multiple of the type size.</param>
internal readonly record struct PlacedGlyph(TrueTypeFont Font, int Character, float Advance);
