using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using PropertyDesk.Infrastructure.Documents.TrueType;
using static PropertyDesk.Infrastructure.Documents.Writing.PdfSyntax;

namespace PropertyDesk.Infrastructure.Documents.Writing;

/// <summary>Writes a font as PDF wants it for thousands of characters: two-byte codes that are glyph numbers of the subset.</summary>
internal static class FontObjects
{
    private const int LengthOfTag = 6;

    /// <summary>Entries that one block of the character map may have, by the specification of CMap files.</summary>
    private const int MostInBlock = 100;

    public static void Write(PdfFile file, FontUse use)
    {
        var name = $"{Tag(use)}+{use.Font.Name}";
        var subset = FontSubset.Write(use.Font, use.Glyphs);
        var data = file.AddPacked(string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Length}"), subset);
        var descriptor = file.Add(Descriptor(use.Font, name, data));
        var widths = string.Join(' ', use.Glyphs.Select(g => use.Font.PerMille(use.Font.Advance(g)).ToString(CultureInfo.InvariantCulture)));
        var descendant = file.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {Reference(descriptor)}/DW 1000/W[0[{widths}]]/CIDToGIDMap/Identity>>");
        var toUnicode = file.AddPacked("", Encoding.ASCII.GetBytes(ToUnicode(use.Characters)));
        file.Add(use.Id, $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{Reference(descendant)}]/ToUnicode {Reference(toUnicode)}>>");
    }

    private static string Descriptor(TrueTypeFont font, string name, int data) => string.Create(
        CultureInfo.InvariantCulture,
        $"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{string.Join(' ', font.Box)}]/ItalicAngle 0/Ascent {font.Ascent}/Descent {font.Descent}/CapHeight {font.CapHeight}/StemV 80/FontFile2 {Reference(data)}>>");

    /// <summary>Six letters that tell subsets of the same font apart, from what is in them.</summary>
    private static string Tag(FontUse use)
    {
        var content = MemoryMarshal.AsBytes<int>(use.Characters.ToArray());
        return string.Concat(SHA256.HashData(content).Take(LengthOfTag).Select(b => (char)('A' + (b % 26))));
    }

    /// <summary>Which character each code is: makes the text of the file searchable and copied out right.</summary>
    private static string ToUnicode(IReadOnlyList<int> characters)
    {
        var map = new StringBuilder(
            """
            /CIDInit/ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000><FFFF>
            endcodespacerange

            """);
        foreach (var block in characters.Select((character, i) => (Code: i + 1, character)).Chunk(MostInBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (code, character) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}><{Utf16(char.ConvertFromUtf32(character))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n").ToString();
    }
}
