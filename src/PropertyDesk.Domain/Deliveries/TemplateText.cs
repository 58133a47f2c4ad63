using System.Text;

namespace PropertyDesk.Domain.Deliveries;

/// <summary>Text with places such as {owner}: nothing but substitution, so that no template can do anything. {{ and }} stand for braces.</summary>
public static class TemplateText
{
    private static readonly string[] OfCode = ["purpose", "code", "minutes"];
    private static readonly string[] OfAccountNotice = ["notice"];
    private static readonly string[] OfNotice = ["owner", "company", "community", "title", "summary", "text", "when", "phone", "link"];

    /// <summary>The places that tell of a bill.</summary>
    public static IReadOnlyList<string> Places { get; } = ["owner", "company", "community", "unit", "month", "number", "amount", "open", "due", "phone", "link"];

    /// <summary>The places that there are in a kind of message.</summary>
    public static IReadOnlyList<string> PlacesOf(DeliveryKind kind) => kind switch
    {
        DeliveryKind.OneTimeCode => OfCode,
        DeliveryKind.AccountNotice => OfAccountNotice,
        DeliveryKind.Notice or DeliveryKind.UrgentNotice or DeliveryKind.Survey or DeliveryKind.Answer => OfNotice,
        _ => Places,
    };

    /// <param name="places">The places that there are; null: those of a bill.</param>
    /// <exception cref="RuleViolation">A place is unknown or not closed; it is named.</exception>
    public static void Check(string text, IReadOnlyList<string>? places = null) => Fill(text, _ => "", places);

    /// <param name="value">The value of a place, by its name.</param>
    /// <param name="places">The places that there are; null: those of a bill.</param>
    /// <exception cref="RuleViolation">A place is unknown or not closed; it is named.</exception>
    public static string Fill(string text, Func<string, string> value, IReadOnlyList<string>? places = null)
    {
        var filled = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('{' or '}'))
            {
                filled.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == text[i])
            {
                filled.Append(text[i++]);
            }
            else if (text[i] == '}')
            {
                throw new RuleViolation("第 {0} 个字的右花括号没有配对；要写花括号请写两遍。", [i + 1]);
            }
            else
            {
                i = Place(text, i, value, places ?? Places, filled);
            }
        }

        return filled.ToString();
    }

    private static int Place(string text, int open, Func<string, string> value, IReadOnlyList<string> places, StringBuilder filled)
    {
        var close = text.IndexOf('}', open);
        if (close < 0)
        {
            throw new RuleViolation("第 {0} 个字的左花括号没有配对；要写花括号请写两遍。", [open + 1]);
        }

        var name = text[(open + 1)..close].Trim();
        filled.Append(places.Contains(name) ? value(name) : throw new RuleViolation("没有“{0}”这个占位符，可以用：{1}。", [name, string.Join(' ', places)]));
        return close;
    }
}
