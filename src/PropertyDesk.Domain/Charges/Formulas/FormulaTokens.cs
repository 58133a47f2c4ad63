using System.Globalization;
using System.Text;

namespace PropertyDesk.Domain.Charges.Formulas;

internal enum TokenKind
{
    Number,

    Name,

    Sign,

    End,
}

/// <param name="Position">Place of its first character in the text, from 1.</param>
internal sealed record Token(TokenKind Kind, string Text, int Position, decimal Number = 0);

/// <summary>Cuts the text of a formula into numbers, names and signs.</summary>
internal static class FormulaTokens
{
    public static IReadOnlyList<Token> Read(string text)
    {
        // Full-width characters and the signs of the schoolbook become the plain ones, place by place.
        var plain = string.Concat(text.Select(Plain));
        var tokens = new List<Token>();
        for (var i = 0; i < plain.Length;)
        {
            if (char.IsWhiteSpace(plain[i]))
            {
                i++;
                continue;
            }

            var token = Next(plain, i);
            tokens.Add(token);
            i += token.Text.Length;
        }

        tokens.Add(new Token(TokenKind.End, "", plain.Length + 1));
        return tokens;
    }

    private static Token Next(string text, int at)
    {
        if (char.IsAsciiDigit(text[at]))
        {
            var number = Take(text, at, c => char.IsAsciiDigit(c) || c == '.');
            return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                ? new Token(TokenKind.Number, number, at + 1, value)
                : throw FormulaText.Refuse("第 {0} 个字处的数“{1}”读不懂。", at + 1, number);
        }

        if (char.IsLetter(text[at]))
        {
            return new Token(TokenKind.Name, Take(text, at, char.IsLetter), at + 1);
        }

        var two = at + 1 < text.Length ? text.Substring(at, 2) : "";
        var sign = two is "<=" or ">=" ? two : text[at].ToString();
        return "+-*/(),<>=".Contains(sign[0], StringComparison.Ordinal)
            ? new Token(TokenKind.Sign, sign, at + 1)
            : throw FormulaText.Refuse("第 {0} 个字“{1}”不能用在公式里。", at + 1, sign);
    }

    private static string Take(string text, int from, Func<char, bool> belongs)
    {
        var to = from;
        while (to < text.Length && belongs(text[to]))
        {
            to++;
        }

        return text[from..to];
    }

    private static char Plain(char c) => c switch
    {
        '×' or '＊' => '*',
        '÷' => '/',
        '−' or '－' or '–' => '-',
        '、' => ',',
        _ when c.ToString().Normalize(NormalizationForm.FormKC) is [var plain] => plain,
        _ => c,
    };
}
