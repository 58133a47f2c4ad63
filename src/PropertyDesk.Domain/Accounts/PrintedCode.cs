using System.Globalization;
using System.Security.Cryptography;

namespace PropertyDesk.Domain.Accounts;

/// <summary>The code printed on a bill, such as 12-7KQ2-MFXW-9TRB: the company's number, and what nobody can guess (59 bits).</summary>
public static class PrintedCode
{
    public const int Length = 12;

    // Without letters and digits that are read for one another.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Signs, Length);

    /// <summary>As it is printed.</summary>
    public static string Write(int companyId, string code) =>
        string.Create(CultureInfo.InvariantCulture, $"{companyId}-{string.Join('-', code.Chunk(4).Select(part => new string(part)))}");

    /// <summary>What somebody typed or scanned; null where it cannot be such a code.</summary>
    public static (int CompanyId, string Code)? Read(string? text)
    {
        var parts = (text ?? "").Trim().ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal).Split('-', 2);
        var code = parts is [_, var rest] ? rest.Replace("-", "", StringComparison.Ordinal) : "";
        return code.Length == Length && code.All(sign => Signs.Contains(sign, StringComparison.Ordinal))
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var company)
            ? (company, code)
            : null;
    }
}
