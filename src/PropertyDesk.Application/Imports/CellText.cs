using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PropertyDesk.Application.Imports;

/// <summary>Reads what offices write in cells: full-width digits, spaces, units, text dates. Answers null rather than guess.</summary>
public static partial class CellText
{
    private static readonly string[] Units = ["㎡", "平方米", "平米", "m²", "m2", "元", "¥", "￥", "吨", "m³", "度", "kwh"];

    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>Trimmed text; full-width letters, digits and spaces become ordinary ones.</summary>
    public static string Of(object? cell) => cell switch
    {
        null => "",
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Narrow(cell.ToString() ?? "").Trim(),
    };

    /// <summary>The cell as it stands in the sheet, for messages.</summary>
    public static string Shown(object? cell) => cell as string ?? Of(cell);

    /// <summary>A number with its unit of measure taken off; null for anything else, such as 1,28.60.</summary>
    public static decimal? Number(object? cell)
    {
        if (cell is decimal number)
        {
            return number;
        }

        var text = Of(cell).Replace(" ", "", StringComparison.Ordinal);
        foreach (var unit in Units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                text = text[..^unit.Length];
            }
            else if (text.StartsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                text = text[unit.Length..];
            }
        }

        return NumberForm().IsMatch(text)
            && decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read)
            ? read
            : null;
    }

    /// <summary>A day; null for anything that is not plainly one, such as 二〇二一年.</summary>
    public static DateOnly? Date(object? cell) => cell switch
    {
        DateTime date => DateOnly.FromDateTime(date),
        // A date column without a date format: the day's number since 1899-12-30.
        decimal serial when serial is > 20_000 and < 80_000 && decimal.Truncate(serial) == serial => new DateOnly(1899, 12, 30).AddDays((int)serial),
        string => DateOnly.TryParseExact(Of(cell).Replace(" ", "", StringComparison.Ordinal), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        _ => null,
    };

    /// <summary>Digits of a telephone number without spaces and hyphens; null if it is no plausible number.</summary>
    public static string? Phone(object? cell)
    {
        var digits = Separators().Replace(Of(cell), "");
        return PhoneForm().IsMatch(digits) ? digits : null;
    }

    /// <summary>Text that a spreadsheet or a browser could take for a formula or a script; kept as plain text, but worth a look.</summary>
    public static bool LooksLikeCode(string text) => text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' || text.Contains('<', StringComparison.Ordinal));

    private static string Narrow(string text)
    {
        var narrow = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            narrow.Append(c switch
            {
                >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '．' or '－' or '＃' or '，' => (char)(c - 0xFEE0),
                '\u3000' or '\u00A0' => ' ',
                _ => c,
            });
        }

        return narrow.ToString();
    }

    [GeneratedRegex(@"^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"[\s-]", RegexOptions.ExplicitCapture)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(1\d{10}|0\d{9,11}|[2-9]\d{6,7})$", RegexOptions.ExplicitCapture)]
    private static partial Regex PhoneForm();
}
