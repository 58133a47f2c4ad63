using System.Globalization;
using System.Text;

namespace PropertyDesk.Domain.Charges;

/// <summary>The text form of tiers, as offices keep it in a cell: low-high:price, joined by semicolons.</summary>
internal static class TierText
{
    public static string Of(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    public static IReadOnlyList<Tier> Read(string text, string? field)
    {
        // FormKC turns full-width digits, colons and semicolons into the plain ones.
        var plain = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
        return [.. plain.Trim(';').Split(';').Select(part => ReadTier(part) ?? throw Unreadable(text, field))];
    }

    private static Tier? ReadTier(string part)
    {
        var colon = part.Split(':');
        var range = colon[0].Split('-');
        return colon.Length == 2 && range.Length == 2
            && ReadNumber(range[0], out var above) && ReadNumber(colon[1], out var price)
            && ReadEnd(range[1], out var upTo)
            ? new Tier(above, upTo, price)
            : null;
    }

    private static bool ReadEnd(string text, out decimal? end)
    {
        var ok = ReadNumber(text, out var number);
        end = ok ? number : null;
        return ok || text.Length == 0;
    }

    /// <summary>Neither sign, nor exponent, nor grouping, nor more than six decimals: none of them belongs in a threshold or price.</summary>
    private static bool ReadNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && decimal.Round(number, 6, MidpointRounding.ToZero) == number && number < 1_000_000_000;

    private static RuleViolation Unreadable(string text, string? field) =>
        new("读不懂阶梯价“{0}”，应写成 0-180:5;180-260:7;260-:9 的样子。", [text], field);
}
