namespace PropertyDesk.Domain.DirectDebit;

/// <summary>Numbers of bank accounts: as typed, and as shown.</summary>
public static class BankAccount
{
    private const int Shortest = 8;
    private const int Longest = 32;

    /// <summary>The digits alone.</summary>
    /// <exception cref="RuleViolation">It is no account number.</exception>
    public static string Clean(string? typed)
    {
        var digits = (typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Trim();
        return digits.Length is >= Shortest and <= Longest && digits.All(char.IsAsciiDigit)
            ? digits
            : throw new RuleViolation("账号须为 {0} 至 {1} 位数字。", [Shortest, Longest], "Account");
    }

    /// <summary>The last four digits: all that is ever shown.</summary>
    public static string Tail(string digits) => digits[^4..];

    /// <summary>****1234</summary>
    public static string Masked(string tail) => "****" + tail;
}

/// <summary>An account number as it is kept: encrypted, with its last four digits beside it.</summary>
public sealed record ProtectedAccount(string Cipher, string Tail);
