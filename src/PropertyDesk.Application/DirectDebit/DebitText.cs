using System.Globalization;
using System.Text;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Application.DirectDebit;

/// <summary>How a format writes characters, amounts and days; reading is as strict as writing.</summary>
internal static class DebitText
{
    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Throws where something cannot be written or read.</summary>
    public static Encoding Characters(this DebitFormat format) => format.Encoding == DebitFileEncoding.Utf8 ? Utf8 : Gb18030;

    public static string Write(this DebitFormat format, Money amount) => format.Unit == DebitAmountUnit.Fen
        ? amount.Fen.ToString(CultureInfo.InvariantCulture)
        : amount.Yuan.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Write(this DebitFormat format, DateOnly day) => day.ToString(Pattern(format), CultureInfo.InvariantCulture);

    /// <summary>Null where it is no amount of this format.</summary>
    public static Money? Amount(this DebitFormat format, string text)
    {
        if (format.Unit == DebitAmountUnit.Fen)
        {
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var fen) ? new Money(fen) : null;
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan.Scale <= 2 && yuan < 100_000_000_000m ? Money.Exact(yuan) : null;
    }

    /// <summary>Null where it is no day of this format.</summary>
    public static DateOnly? Day(this DebitFormat format, string text) =>
        DateOnly.TryParseExact(text, Pattern(format), CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Null where it is no whole number.</summary>
    public static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Pattern(DebitFormat format) => format.DashedDays ? "yyyy-MM-dd" : "yyyyMMdd";
}
