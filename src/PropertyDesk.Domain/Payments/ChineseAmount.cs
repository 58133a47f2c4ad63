using System.Text;

namespace PropertyDesk.Domain.Payments;

/// <summary>
/// An amount in the capitals of cheques and receipts (大写金额), which cannot be altered by a stroke: 壹仟肆佰零玖元伍角.
/// Rules of the People's Bank for filling in negotiable instruments (正确填写票据和结算凭证的基本规定).
/// </summary>
public static class ChineseAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private const long MostYuan = 999_999_999_999;

    private static readonly string[] Places = ["", "拾", "佰", "仟"];
    private static readonly string[] Groups = ["", "万", "亿"];

    /// <exception cref="ArgumentOutOfRangeException">A trillion yuan or more.</exception>
    public static string Of(Money amount)
    {
        var (yuan, fen) = Math.DivRem(Math.Abs(amount.Fen), 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(yuan, MostYuan, nameof(amount));
        var sign = amount < Money.Zero ? "负" : "";
        return sign + (yuan, fen) switch
        {
            (0, 0) => "零元整",
            (0, _) => Parts(fen, afterYuan: false),
            (_, 0) => Yuan(yuan) + "元整",
            _ => Yuan(yuan) + "元" + Parts(fen, afterYuan: true),
        };
    }

    /// <summary>Jiao and fen. A missing jiao between yuan and fen is read as zero.</summary>
    private static string Parts(long fen, bool afterYuan)
    {
        var (jiao, rest) = ((int)(fen / 10), (int)(fen % 10));
        var text = jiao > 0 ? Digits[jiao] + "角" : afterYuan ? "零" : "";
        return rest > 0 ? text + Digits[rest] + "分" : text;
    }

    /// <summary>
    /// Groups of four digits. Zeros inside a number are read as one; those at the end of a group are not read, except when
    /// the next group begins with zeros too.
    /// </summary>
    private static string Yuan(long yuan)
    {
        var text = new StringBuilder();
        var (zero, groupIsEmpty) = (false, true);
        var digits = yuan.ToString(System.Globalization.CultureInfo.InvariantCulture);
        for (var i = 0; i < digits.Length; i++)
        {
            var (digit, place) = (digits[i] - '0', digits.Length - 1 - i);
            if (digit > 0)
            {
                text.Append(zero ? "零" : "").Append(Digits[digit]).Append(Places[place % 4]);
                groupIsEmpty = false;
            }

            zero = digit == 0;
            if (place % 4 == 0 && !groupIsEmpty)
            {
                text.Append(Groups[place / 4]);
                (zero, groupIsEmpty) = (false, true);
            }
        }

        return text.ToString();
    }
}
