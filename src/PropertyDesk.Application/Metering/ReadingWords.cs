using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Metering;

/// <summary>Doubts and refusals in words, the same at every entrance.</summary>
public static class ReadingWords
{
    public static string Of(ReadingRefusal refusal) => refusal switch
    {
        ReadingRefusal.OutOfRange => Texts.Of("读数超出表的位数、为负或超过三位小数"),
        ReadingRefusal.InFuture => Texts.Of("抄表日还没有到"),
        ReadingRefusal.NotAfterLast => Texts.Of("这一天或之后已有读数（或换过表）"),
        ReadingRefusal.MonthBilled => Texts.Of("该月已出账，请用更正"),
        _ => refusal.ToString(),
    };

    public static string Of(ReadingDoubts doubts)
    {
        var words = new List<string>();
        void Say(ReadingDoubts doubt, string word)
        {
            if (doubts.HasFlag(doubt))
            {
                words.Add(word);
            }
        }

        Say(ReadingDoubts.LowerThanBefore, Texts.Of("比上期小，也不像过零"));
        Say(ReadingDoubts.Rollover, Texts.Of("比上期小，像是表计过零"));
        Say(ReadingDoubts.Zero, Texts.Of("用量为零"));
        Say(ReadingDoubts.FarAboveAverage, Texts.Of("用量远高于平均"));
        return string.Join("；", words);
    }

    public static string Of(ReadingChannel channel) => channel switch
    {
        ReadingChannel.Workbook => Texts.Of("工作簿"),
        ReadingChannel.Page => Texts.Of("抄表录入"),
        ReadingChannel.Phone => Texts.Of("手机抄表"),
        _ => channel.ToString(),
    };

    public static string Of(ReadingVerdict verdict) => verdict.Refusal is { } refusal ? Of(refusal) : Of(verdict.Doubts);
}
