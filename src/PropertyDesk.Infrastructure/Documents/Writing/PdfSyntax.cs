using System.Globalization;
using System.Text;
using PropertyDesk.Application.Documents;

namespace PropertyDesk.Infrastructure.Documents.Writing;

/// <summary>How values are written in a PDF.</summary>
internal static class PdfSyntax
{
    public static string Number(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Reference(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");

    public static string References(IEnumerable<int> ids) => string.Join(' ', ids.Select(Reference));

    /// <summary>Any text, as UTF-16 in hexadecimal.</summary>
    public static string Text(string value) => $"<FEFF{Utf16(value)}>";

    public static string Utf16(string value) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value));

    /// <summary>Three shares from 0 to 1.</summary>
    public static string Colour(Ink ink) => $"{Share(ink.Rgb >> 16)} {Share(ink.Rgb >> 8)} {Share(ink.Rgb)}";

    /// <summary>An instant with its offset, such as D:20250520093000+08'00'.</summary>
    public static string Date(DateTimeOffset instant) =>
        $"(D:{instant.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}{instant.ToString("zzz", CultureInfo.InvariantCulture).Replace(':', '\'')}')";

    private static string Share(int channel) => ((channel & 0xFF) / 255f).ToString("0.###", CultureInfo.InvariantCulture);
}
