namespace PropertyDesk.Infrastructure.Documents.TrueType;

/// <summary>Reads the cmap table: which glyph shows which character.</summary>
internal static class CharacterMap
{
    private const int UnicodePlatform = 0;
    private const int WindowsPlatform = 3;
    private const int Segments = 4;
    private const int Groups = 12;

    public static Dictionary<int, int> Read(BigEndianData data, int table)
    {
        var (offset, format) = Best(data, table);
        var glyphs = new Dictionary<int, int>();
        if (format == Groups)
        {
            ReadGroups(data, offset, glyphs);
        }
        else
        {
            ReadSegments(data, offset, glyphs);
        }

        return glyphs;
    }

    /// <summary>The table with the widest range: format 12 knows characters beyond U+FFFF, format 4 does not.</summary>
    private static (int Offset, int Format) Best(BigEndianData data, int table)
    {
        var best = (Offset: 0, Format: 0);
        for (var i = 0; i < data.UInt16(table + 2); i++)
        {
            var entry = table + 4 + (8 * i);
            var offset = table + data.Int32(entry + 4);
            var format = data.UInt16(offset);
            if (data.UInt16(entry) is UnicodePlatform or WindowsPlatform && format is Segments or Groups && format > best.Format)
            {
                best = (offset, format);
            }
        }

        return best.Format == 0 ? throw new InvalidDataException("The font has no Unicode character map.") : best;
    }

    private static void ReadGroups(BigEndianData data, int table, Dictionary<int, int> glyphs)
    {
        for (var i = 0; i < data.Int32(table + 12); i++)
        {
            var group = table + 16 + (12 * i);
            var (first, last, glyph) = (data.Int32(group), data.Int32(group + 4), data.Int32(group + 8));
            for (var character = first; character <= last; character++)
            {
                glyphs[character] = glyph + character - first;
            }
        }
    }

    private static void ReadSegments(BigEndianData data, int table, Dictionary<int, int> glyphs)
    {
        var length = data.UInt16(table + 6);
        var (ends, starts) = (table + 14, table + 16 + length);
        var (deltas, ranges) = (starts + length, starts + (2 * length));
        for (var at = 0; at < length; at += 2)
        {
            var (first, last) = (data.UInt16(starts + at), data.UInt16(ends + at));
            var (delta, range) = (data.UInt16(deltas + at), data.UInt16(ranges + at));
            for (int character = first; character <= last && character != 0xFFFF; character++)
            {
                var glyph = range == 0 ? character : data.UInt16(ranges + at + range + (2 * (character - first)));
                if (range == 0 || glyph != 0)
                {
                    glyphs[character] = (glyph + delta) & 0xFFFF;
                }
            }
        }
    }
}
