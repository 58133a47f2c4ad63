using PropertyDesk.Application.Documents;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Application.Notices;

/// <summary>A notice on A4 for the notice board, under the community's name, in the current UI language.</summary>
public static class NoticeDocument
{
    private static readonly TextStyle Plain = new(12.5f, Ink: Ink.Text, LineHeight: 1.8f);
    private static readonly TextStyle Strong = new(12.5f, Bold: true, Ink: Ink.Text, LineHeight: 1.8f);
    private static readonly TextStyle End = new(12, Ink: Ink.Text, Align: TextAlign.End, LineHeight: 1.8f);

    /// <param name="body">The text of the notice as blocks.</param>
    /// <param name="pictures">Those that can be printed.</param>
    /// <param name="omitted">Names of those that cannot.</param>
    /// <param name="link">Where it can be read; null where it is not public.</param>
    public static PrintDocument Of(Letterhead letterhead, NoticeReading notice, TimeZoneInfo zone, IReadOnlyList<Block> body, IReadOnlyList<byte[]> pictures, IReadOnlyList<string> omitted, string? link)
    {
        var text = notice.Text;
        List<Block> blocks =
        [
            new Paragraph(notice.Community, new TextStyle(15, Bold: true, Ink.Accent, TextAlign.Centre)),
            new Paragraph(letterhead.Company, new TextStyle(10, Ink: Ink.Muted, Align: TextAlign.Centre)),
            new Rule(Ink.Accent, 1.4f),
            new Space(16),
            new Paragraph(text.Title!, new TextStyle(22, Bold: true, Align: TextAlign.Centre, LineHeight: 1.5f)),
            new Space(10),
        ];
        if (notice.Withdrawn is { } why)
        {
            blocks.Add(new Box([new Paragraph(Texts.Of("本通知已撤回：{0}", why), Strong)], Frame: Ink.Warning));
        }

        foreach (var (at, reason) in notice.Corrections.Take(1))
        {
            blocks.Add(new Box([new Paragraph(Texts.Of("{0} 更正：{1}", NoticeTimes.Of(at, null, zone), reason), Strong)], Frame: Ink.Warning));
        }

        if (NoticeTimes.Of(text.From, text.Until, zone) is { Length: > 0 } when)
        {
            blocks.Add(new Paragraph(Texts.Of("时间：{0}", when), Strong));
        }

        if (text.Expect is { } expect)
        {
            blocks.Add(new Paragraph(Texts.Of("影响和注意事项：{0}", expect), Strong));
        }

        blocks.AddRange([new Space(6), .. body]);
        blocks.AddRange(pictures.SelectMany(p => (Block[])[new Space(8), new Picture(p, 320, TextAlign.Centre)]));
        blocks.AddRange(omitted.Select(name => new Paragraph(Texts.Of("图片 {0} 不能打印，请在业主端查看。", name), new TextStyle(9, Ink: Ink.Muted))));
        blocks.AddRange(
        [
            new Space(22), new Paragraph(letterhead.Company, End),
            new Paragraph(NoticeTimes.Of(notice.PublishedAt ?? letterhead.PrintedAt, null, zone)[..10], End),
        ]);
        if (notice.Phone is { Length: > 0 } phone)
        {
            blocks.Add(new Paragraph(Texts.Of("物业服务电话 {0}", phone), End));
        }

        if (link is not null)
        {
            blocks.AddRange([new Space(10), new QrCode(link, 70), new Paragraph(Texts.Of("扫码在手机上看"), new TextStyle(9, Ink: Ink.Muted))]);
        }

        return new PrintDocument(letterhead.Info(text.Title!), PageFormat.A4, [new PrintSection(blocks, letterhead.Footer($"{notice.Community} · {Words.Of(notice.Kind)}"))]);
    }

    /// <summary>How running text is set.</summary>
    public static TextStyle Text => Plain;

    /// <summary>How headings in the text are set.</summary>
    public static TextStyle Heading => new(15, Bold: true, Ink: Ink.Text, LineHeight: 1.8f);
}
