using System.Text;

namespace PropertyDesk.Infrastructure.Documents.TrueType;

/// <summary>A parsed TrueType font: measures, character map, outlines. Immutable, so that all threads share it.</summary>
internal sealed class TrueTypeFont
{
    private const uint Version1 = 0x00010000;

    private readonly Dictionary<string, FontTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _glyphs;
    private readonly int[] _outlines;
    private readonly int _measuredGlyphs;

    /// <param name="name">PostScript name that the PDF gives the font.</param>
    public TrueTypeFont(string name, byte[] file)
    {
        (Name, Data) = (name, new BigEndianData(file));
        ReadTables();
        var (head, hhea) = (Table("head").Offset, Table("hhea").Offset);
        UnitsPerEm = Data.UInt16(head + 18);
        Box = [.. new[] { 36, 38, 40, 42 }.Select(at => PerMille(Data.Int16(head + at)))];
        (Ascent, Descent) = (PerMille(Data.Int16(hhea + 4)), PerMille(Data.Int16(hhea + 6)));
        CapHeight = PerMille(Data.Int16(Table("OS/2").Offset + 88));
        _measuredGlyphs = Data.UInt16(hhea + 34);
        _outlines = ReadOutlinePlaces(wide: Data.Int16(head + 50) != 0);
        _glyphs = CharacterMap.Read(Data, Table("cmap").Offset);
    }

    public string Name { get; }

    public BigEndianData Data { get; }

    public int UnitsPerEm { get; }

    /// <summary>Left, bottom, right, top of all glyphs; like the other measures in thousandths of the type size.</summary>
    public IReadOnlyList<int> Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    public FontTable Table(string tag) =>
        _tables.TryGetValue(tag, out var table) ? table : throw new InvalidDataException($"The font has no table {tag}.");

    /// <summary>The glyph of a character; 0 when the font has none.</summary>
    public int Glyph(int character) => _glyphs.GetValueOrDefault(character);

    /// <summary>Width of a glyph in font units.</summary>
    public int Advance(int glyph) => Data.UInt16(Table("hmtx").Offset + (4 * Math.Min(glyph, _measuredGlyphs - 1)));

    /// <summary>Left side bearing of a glyph in font units.</summary>
    public short Bearing(int glyph)
    {
        var table = Table("hmtx").Offset;
        return Data.Int16(glyph < _measuredGlyphs
            ? table + (4 * glyph) + 2
            : table + (4 * _measuredGlyphs) + (2 * (glyph - _measuredGlyphs)));
    }

    /// <summary>The outline of a glyph as it stands in the file; empty for a blank.</summary>
    public ReadOnlySpan<byte> Outline(int glyph) =>
        Data.Span(Table("glyf").Offset + _outlines[glyph], _outlines[glyph + 1] - _outlines[glyph]);

    public int PerMille(int units) => (int)MathF.Round(units * 1000f / UnitsPerEm);

    private void ReadTables()
    {
        if (Data.UInt32(0) != Version1)
        {
            throw new InvalidDataException("The font has no TrueType outlines.");
        }

        for (var i = 0; i < Data.UInt16(4); i++)
        {
            var entry = 12 + (16 * i);
            _tables[Encoding.ASCII.GetString(Data.Span(entry, 4))] = new FontTable(Data.Int32(entry + 8), Data.Int32(entry + 12));
        }
    }

    private int[] ReadOutlinePlaces(bool wide)
    {
        var (table, count) = (Table("loca").Offset, Data.UInt16(Table("maxp").Offset + 4));
        var places = new int[count + 1];
        for (var i = 0; i <= count; i++)
        {
            places[i] = wide ? Data.Int32(table + (4 * i)) : 2 * Data.UInt16(table + (2 * i));
        }

        return places;
    }
}
