using PropertyDesk.Application.Search;

namespace PropertyDesk.Application.Calls;

/// <summary>What is looked for in the knowledge base, word by word.</summary>
public static class SearchWords
{
    /// <summary>Stands before what LIKE would read as a wildcard.</summary>
    public const string Escape = "\\";

    private const int Most = 6;
    private const int MostPairs = 12;
    private const int Longest = 100;
    private static readonly char[] Ends = [' ', '\t', '\r', '\n', '，', ',', '。', '？', '?', '！', '!', '、', '；', ';', '：', ':', '“', '”'];

    // Chinese leaves no blanks between words: what only asks stands between what is asked about.
    private static readonly string[] Asking =
    [
        "请问一下", "请问", "为什么", "怎么样", "什么时候", "是不是", "能不能", "可不可以", "有没有", "多少钱", "怎么办", "怎么", "怎样", "如何", "什么", "哪里", "哪儿", "哪些", "多少", "几点", "多久", "可以", "需要",
        "一下", "我想", "我家", "我们", "你们", "咱们", "的", "吗", "呢", "吧", "了", "我", "你", "要", "是", "在", "想", "能",
    ];

    /// <summary>Words apart by blanks or punctuation, in capitals, each once.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        var plain = UnitText.Plain(text);
        return [.. (plain.Length > Longest ? plain[..Longest] : plain).ToUpperInvariant().Split(Ends, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>The words of a question that say what it is about.</summary>
    public static IReadOnlyList<string> OfQuestion(string? text)
    {
        var plain = UnitText.Plain(text);
        foreach (var word in Asking)
        {
            plain = plain.Replace(word, " ", StringComparison.Ordinal);
        }

        // A question of such words alone is about one of them: 几点, 多少钱.
        return Of(plain) is { Count: > 0 } words ? words : Of(text);
    }

    /// <summary>Each two signs that stand beside each other, each pair once: what is left of a question where no word of it is found.</summary>
    public static IReadOnlyList<string> Pairs(IEnumerable<string> words) =>
        [.. words.SelectMany(w => Enumerable.Range(0, Math.Max(0, w.Length - 1)).Select(i => w.Substring(i, 2))).Distinct(StringComparer.Ordinal).Take(MostPairs)];

    /// <summary>Whatever holds the word as it is: %, _ and SQL Server's [ are signs like others.</summary>
    public static string Pattern(string word) => "%" + word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal) + "%";
}
