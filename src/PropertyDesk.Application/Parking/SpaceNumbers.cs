using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Parking;

/// <summary>Reads the numbers of parking spaces: a range such as B1-001~B1-050 (or B1-001~050), a list, or both.</summary>
internal static partial class SpaceNumbers
{
    private const int Most = 2000;

    /// <exception cref="RuleViolation">It is empty, twice the same, or no range; the message names the part.</exception>
    public static IReadOnlyList<string> Read(string? text)
    {
        var parts = (text ?? "").Normalize(NormalizationForm.FormKC).Split([',', '、', ';', '\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var numbers = new List<string>();
        foreach (var part in parts)
        {
            numbers.AddRange(part.Contains('~', StringComparison.Ordinal) ? Between(part) : [part]);
            if (numbers.Count > Most)
            {
                throw Refuse("一次最多新增 {0} 个车位。", Most);
            }
        }

        return (numbers.Count, numbers.Distinct(StringComparer.Ordinal).Count()) switch
        {
            (0, _) => throw Refuse("请填写车位号。"),
            var (all, distinct) when all != distinct => throw Refuse("车位号有重复。"),
            _ => numbers,
        };
    }

    private static IEnumerable<string> Between(string part)
    {
        var range = Range().Match(part);
        var (head, again) = (range.Groups["head"].Value, range.Groups["again"].Value);
        if (!range.Success || (again.Length > 0 && again != head)
            || !int.TryParse(range.Groups["from"].Value, CultureInfo.InvariantCulture, out var from) || !int.TryParse(range.Groups["to"].Value, CultureInfo.InvariantCulture, out var to)
            || to < from || to - from >= Most)
        {
            throw Refuse("读不懂“{0}”，应写成 B1-001~B1-050 的样子。", part);
        }

        var width = "D" + range.Groups["from"].Length.ToString(CultureInfo.InvariantCulture);
        return Enumerable.Range(from, to - from + 1).Select(n => head + n.ToString(width, CultureInfo.InvariantCulture));
    }

    private static RuleViolation Refuse(string message, params object[] arguments) => new(message, arguments, "Numbers");

    [GeneratedRegex(@"^(?<head>.*?)(?<from>[0-9]+)~(?<again>.*?)(?<to>[0-9]+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Range();
}
