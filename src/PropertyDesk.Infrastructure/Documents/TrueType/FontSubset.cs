using System.Buffers.Binary;

namespace PropertyDesk.Infrastructure.Documents.TrueType;

/// <summary>A font file with only the glyphs of one document, numbered in the order of their first use.</summary>
internal sealed class FontSubset
{
    private readonly TrueTypeFont _font;
    private readonly List<int> _glyphs;
    private readonly Dictionary<int, int> _numbers = [];

    private FontSubset(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        (_font, _glyphs) = (font, [.. glyphs]);
        for (var i = 0; i < _glyphs.Count; i++)
        {
            _numbers.TryAdd(_glyphs[i], i);
        }
    }

    /// <param name="glyphs">The first one must be 0, the glyph for "not there".</param>
    public static byte[] Write(TrueTypeFont font, IEnumerable<int> glyphs) => new FontSubset(font, glyphs).Write();

    private byte[] Write()
    {
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        (tables["glyf"], tables["loca"]) = Outlines();
        tables["hmtx"] = Measures();
        tables["head"] = WithNumber("head", at: 50, value: 1);
        tables["hhea"] = WithNumber("hhea", at: 34, _glyphs.Count);
        tables["maxp"] = WithNumber("maxp", at: 4, _glyphs.Count);
        return FontFile.Write(tables);
    }

    /// <summary>The outlines and where each begins. Parts of composed glyphs join the list while it is walked.</summary>
    private (byte[] Outlines, byte[] Places) Outlines()
    {
        using var outlines = new MemoryStream();
        using var places = new MemoryStream();
        for (var i = 0; i < _glyphs.Count; i++)
        {
            WritePlace(places, outlines.Length);
            var outline = _font.Outline(_glyphs[i]).ToArray();
            CompositeGlyph.Renumber(outline, NumberOf);
            outlines.Write(outline);
            outlines.SetLength((outlines.Length + 3) & ~3L);
            outlines.Position = outlines.Length;
        }

        WritePlace(places, outlines.Length);
        return (outlines.ToArray(), places.ToArray());
    }

    private int NumberOf(int glyph)
    {
        if (!_numbers.TryGetValue(glyph, out var number))
        {
            number = _numbers[glyph] = _glyphs.Count;
            _glyphs.Add(glyph);
        }

        return number;
    }

    private byte[] Measures()
    {
        var measures = new byte[4 * _glyphs.Count];
        for (var i = 0; i < _glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(measures.AsSpan(4 * i), (ushort)_font.Advance(_glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(measures.AsSpan((4 * i) + 2), _font.Bearing(_glyphs[i]));
        }

        return measures;
    }

    private byte[] WithNumber(string tag, int at, int value)
    {
        var table = _font.Data.Copy(_font.Table(tag));
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at), checked((ushort)value));
        return table;
    }

    private static void WritePlace(MemoryStream places, long offset)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)offset);
        places.Write(bytes);
    }
}
