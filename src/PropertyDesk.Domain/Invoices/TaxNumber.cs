namespace PropertyDesk.Domain.Invoices;

/// <summary>
/// 统一社会信用代码 (GB 32100-2015), which is a company's tax number: 17 characters and one that checks them, so that a wrong
/// or swapped character is found before an invoice is made out to nobody.
/// </summary>
public static class TaxNumber
{
    public const int Length = 18;

    // The standard leaves out I, O, S, V and Z.
    private const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Base = 3;

    /// <summary>The number as it is written: upper case, without spaces.</summary>
    /// <exception cref="RuleViolation">Not 18 of the standard's characters, or the last one does not fit the others.</exception>
    public static string Read(string? text)
    {
        var number = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (number.Length != Length || number.Any(c => !Characters.Contains(c, StringComparison.Ordinal)))
        {
            throw new RuleViolation("税号应为 18 位统一社会信用代码（数字和大写字母，不含 I、O、S、V、Z）。", field: "TaxNumber");
        }

        return CheckOf(number) == number[^1] ? number : throw new RuleViolation("税号“{0}”的校验位不对，请核对后再填。", [number], "TaxNumber");
    }

    /// <summary>The character that checks the first 17.</summary>
    internal static char CheckOf(string number)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in number.Take(Length - 1))
        {
            sum += Characters.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * Base % Characters.Length;
        }

        return Characters[(Characters.Length - (sum % Characters.Length)) % Characters.Length];
    }
}
