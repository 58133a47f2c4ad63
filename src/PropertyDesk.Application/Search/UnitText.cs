using System.Text;
using System.Text.RegularExpressions;

namespace PropertyDesk.Application.Search;

/// <summary>Turns what people type for a dwelling into its short form: 3栋2单元1801室, 3#2-1801 → 3-2-1801.</summary>
public static partial class UnitText
{
    /// <summary>Full-width characters made plain, blanks at the ends dropped.</summary>
    public static string Plain(string? text) => (text ?? "").Normalize(NormalizationForm.FormKC).Trim();

    /// <summary>The short form as far as it was typed, such as 3-2-18.</summary>
    public static string Code(string text)
    {
        var marked = Marks().Replace(Plain(text).TrimEnd('室', '号', '房', '户'), "-");
        return string.Join('-', marked.Split(['-', '—', '－', '/', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToUpperInvariant();
    }

    /// <summary>
    /// What 321801 may stand for: 3-2-1801, and every other way to part the digits into a building, perhaps its entrance, and a
    /// room of three or four digits; and 3.2.1801, which a flat's number may truly be. Nothing for any other text.
    /// </summary>
    public static IReadOnlyList<string> Guesses(string text)
    {
        if (Dotted().IsMatch(text))
        {
            return [text.Replace('.', '-')];
        }

        if (text.Length is < 5 or > 8 || !text.All(char.IsAsciiDigit))
        {
            return [];
        }

        var codes = new List<string>();
        foreach (var room in new[] { 4, 3 })
        {
            var (before, number) = (text[..^room], text[^room..]);
            if (before.Length <= 2)
            {
                codes.Add($"{before}-{number}");
            }

            codes.AddRange(Enumerable.Range(1, before.Length - 1).Where(at => at <= 2 && before.Length - at <= 2).Select(at => $"{before[..at]}-{before[at..]}-{number}"));
        }

        return codes;
    }

    [GeneratedRegex(@"^\d+(\.\d+){1,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dotted();

    [GeneratedRegex("号楼|单元|[栋幢座楼#]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
