using System.Globalization;
using System.Text;

namespace PropertyDesk.Domain.Owners;

/// <summary>
/// The initials by which a name is typed in a hurry (拼音首字母): 张伟 → ZW, 欧阳明 → OYM, 翠湖置业 → CHZY. Letters and digits stay
/// as they are, other signs are left out. What a character's initial is comes from the collation of Chinese, which sorts by
/// pinyin; surnames that are read otherwise than the same character elsewhere are listed here.
/// </summary>
public static class PinyinInitials
{
    /// <summary>The collation puts every character of a letter behind this mark and the letter.</summary>
    private const string IndexMark = "\uFDD0";

    /// <summary>The last character that is sorted by its pinyin.</summary>
    private const string LastByPinyin = "咗";

    private static readonly CompareInfo Collation = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    private static readonly Dictionary<string, string> CompoundSurnames = new(StringComparer.Ordinal)
    {
        ["尉迟"] = "YC", ["长孙"] = "ZS", ["万俟"] = "MQ", ["澹台"] = "TT", ["单于"] = "CY",
    };

    private static readonly Dictionary<string, char> Surnames = new(StringComparer.Ordinal)
    {
        ["单"] = 'S', ["曾"] = 'Z', ["仇"] = 'Q', ["解"] = 'X', ["区"] = 'O', ["查"] = 'Z', ["翟"] = 'Z', ["覃"] = 'Q', ["员"] = 'Y', ["种"] = 'C',
        ["召"] = 'S', ["折"] = 'S', ["秘"] = 'B', ["乐"] = 'Y', ["繁"] = 'P',
    };

    // Read otherwise in names than the collation has it, or too rare to be sorted by pinyin.
    private static readonly Dictionary<string, char> InNames = new(StringComparer.Ordinal)
    {
        ["晟"] = 'S', ["㛃"] = 'J', ["䶮"] = 'Y', ["𠮷"] = 'J',
    };

    public static string Of(string name)
    {
        var text = name.Normalize(NormalizationForm.FormKC).Trim();
        var initials = new StringBuilder(text.Length);
        if (text.Length > 2 && CompoundSurnames.TryGetValue(text[..2], out var surname))
        {
            initials.Append(surname);
            text = text[2..];
        }

        foreach (var rune in text.EnumerateRunes())
        {
            initials.Append(Initial(rune, isSurname: initials.Length == 0));
        }

        return initials.ToString();
    }

    private static string Initial(Rune rune, bool isSurname)
    {
        var sign = rune.ToString();
        if (rune.IsAscii)
        {
            return Rune.IsLetterOrDigit(rune) ? sign.ToUpperInvariant() : "";
        }

        if ((isSurname && Surnames.TryGetValue(sign, out var read)) || InNames.TryGetValue(sign, out read))
        {
            return read.ToString();
        }

        if (Collation.Compare(sign, LastByPinyin) > 0)
        {
            return "";
        }

        for (var letter = 'Z'; letter >= 'A'; letter--)
        {
            if (Collation.Compare(sign, IndexMark + letter) >= 0)
            {
                return letter.ToString();
            }
        }

        return "";
    }
}
