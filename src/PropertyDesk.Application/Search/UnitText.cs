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

    [GeneratedRegex("号楼|单元|[栋幢座楼#]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
