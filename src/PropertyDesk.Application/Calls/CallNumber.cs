using PropertyDesk.Application.Search;

namespace PropertyDesk.Application.Calls;

/// <summary>The number that somebody calls from.</summary>
public static class CallNumber
{
    private const int ShortestWhole = 7;
    private const int OfMobile = 11;

    /// <summary>Digits of a number as it is shown or typed, with blanks or dashes, without China's +86.</summary>
    public static string Digits(string? number)
    {
        var plain = UnitText.Plain(number);
        var digits = string.Concat(plain.Where(char.IsAsciiDigit));
        return digits.StartsWith("86", StringComparison.Ordinal) && (plain.StartsWith('+') || digits.Length == OfMobile + 2) ? digits[2..] : digits;
    }

    /// <summary>Whether it can be called, and not only the end of it is known.</summary>
    public static bool IsWhole(string digits) => digits.Length >= ShortestWhole;

    /// <summary>As calls keep it, so that the same number is the same text; null where nothing was typed.</summary>
    public static string? Kept(string? number) => Digits(number) is { Length: > 0 } digits ? digits : null;
}
