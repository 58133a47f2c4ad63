using System.Text.RegularExpressions;

namespace PropertyDesk.Domain.Visitors;

/// <summary>How a visit stands.</summary>
public enum VisitState
{
    /// <summary>待到访: announced, not here yet.</summary>
    Expected,

    /// <summary>在场</summary>
    Inside,

    /// <summary>已离开</summary>
    Left,

    /// <summary>已取消: by whoever announced it.</summary>
    Cancelled,

    /// <summary>已拒绝: not let in at the gate.</summary>
    Refused,
}

/// <summary>What is told of a visitor.</summary>
/// <param name="People">How many come, the visitor included.</param>
public sealed record VisitFacts(string? Name, string? Phone, string? Plate, int People, string? Purpose);

/// <summary>From when until when somebody may come in.</summary>
public sealed record VisitWindow(DateTimeOffset From, DateTimeOffset To);

/// <summary>One way of writing for what is compared: plates in capitals without spaces and dots, phones as digits.</summary>
public static partial class VisitorMarks
{
    /// <summary>沪A·12345 is 沪A12345; null where nothing is left.</summary>
    public static string? Plate(string? text)
    {
        var plate = Sought(text ?? "");
        return plate.Length switch
        {
            0 => null,
            <= 12 => plate,
            _ => throw new RuleViolation("“{0}”不像车牌号。", [plate], "Plate"),
        };
    }

    /// <summary>A part of a plate, written like the whole of it.</summary>
    public static string Sought(string text) => Separators().Replace(text, "").ToUpperInvariant();

    /// <summary>Digits only; null where there are none.</summary>
    public static string? Phone(string? text)
    {
        var digits = text is null ? "" : string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length switch
        {
            0 => null,
            >= 5 and <= 20 => digits,
            _ => throw new RuleViolation("“{0}”不像电话号码。", [text!], "Phone"),
        };
    }

    [GeneratedRegex(@"[\s·•.\-]")]
    private static partial Regex Separators();
}
