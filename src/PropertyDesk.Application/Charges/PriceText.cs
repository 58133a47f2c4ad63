using System.Globalization;
using System.Text;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Charges;

/// <summary>Reads a price as people type it.</summary>
internal static class PriceText
{
    private const decimal Highest = 1_000_000;

    /// <summary>A price of at most six decimals; null for an empty text. Full-width digits are accepted.</summary>
    /// <exception cref="RuleViolation">It is no price.</exception>
    public static decimal? Read(string? text)
    {
        var plain = (text ?? "").Normalize(NormalizationForm.FormKC).Trim();
        if (plain.Length == 0)
        {
            return null;
        }

        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price <= Highest && decimal.Round(price, 6) == price
            ? price
            : throw new RuleViolation("“{0}”不是价格，请写成如 2.80 的数字。", [plain], "Price");
    }
}
