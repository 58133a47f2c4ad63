using System.Globalization;
using PropertyDesk.Application.Documents;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Dunning;

/// <summary>Demand letters (催款函) on A4, in the current UI language: one, or a batch in walking order.</summary>
public static class LetterDocument
{
    private static readonly TextStyle Body = new(10.5f, Ink: Ink.Text, LineHeight: 1.7f);
    private static readonly TextStyle Sum = new(12, Bold: true, Ink: Ink.Warning, Align: TextAlign.End);
    private static readonly TextStyle End = new(10.5f, Ink: Ink.Text, Align: TextAlign.End, LineHeight: 1.7f);

    public static PrintDocument Of(Letterhead letterhead, string title, IEnumerable<LetterDetails> letters) =>
        new(letterhead.Info(title), PageFormat.A4, letters.Select(letter => Section(letterhead, letter)));

    private static PrintSection Section(Letterhead letterhead, LetterDetails details)
    {
        var letter = details.Letter;
        Block[] body =
        [
            new Paragraph(letterhead.Company, new TextStyle(11, Bold: true, Ink.Accent)),
            new Paragraph(string.Join("  ", new[] { details.Community, details.Address, details.Phone }.Where(t => !string.IsNullOrEmpty(t))), new TextStyle(9, Ink: Ink.Muted)),
            new Rule(Ink.Accent, 1.2f),
            new Space(14),
            new Paragraph(Texts.Of("催款函"), new TextStyle(20, Bold: true, Align: TextAlign.Centre, LineHeight: 1.6f)),
            new Paragraph(details.Number, new TextStyle(9, Ink: Ink.Muted, Align: TextAlign.Centre)),
            new Space(14),
            new Paragraph(Texts.Of("{0}（{1}）：", letter.OwnerName, letter.UnitCode), Body),
            new Paragraph(Texts.Of("截至 {0}，您有 {1} 张物业账单逾期未缴，合计 {2}。明细如下：", Day(letter.IssuedOn), letter.Bills.Count, letter.Amount), Body),
            new Space(6),
            Bills(details),
            new Space(6),
            new Paragraph(Texts.Of("应付合计：{0}", letter.Total), Sum),
            new Space(8),
            new Paragraph(Texts.Of("请在 {0} 前缴清。逾期未缴，违约金按合同继续计算，我们将依法通过协商、调解或诉讼解决。", Day(letter.PayBy)), Body),
            new Paragraph(details.Phone is { Length: > 0 } phone
                ? Texts.Of("如已缴费，请忽略本函；对金额或服务有异议，请致电 {0}，我们会逐项说明。", phone)
                : Texts.Of("如已缴费，请忽略本函；对金额或服务有异议，请到物业服务中心，我们会逐项说明。"), Body),
            new Space(24),
            new Paragraph(Texts.Of("{0}（盖章）", letterhead.Company), End),
            new Paragraph(Day(letter.IssuedOn), End),
            new Space(24),
            new Rule(Ink.Hairline),
            new Paragraph(Texts.Of("送达回执：已收到本函。签收人：____________　日期：____________　送达人：____________"), new TextStyle(9, Ink: Ink.Text, LineHeight: 2.2f)),
        ];
        return new PrintSection(body, letterhead.Footer($"{details.Community} · {letter.UnitCode} · {details.Number}"), new Bookmark($"{letter.UnitCode} {letter.OwnerName}", details.Building));
    }

    private static Table Bills(LetterDetails details) => new(
        [
            new(Texts.Of("房号"), 2), new(Texts.Of("账期"), 1.4f), new(Texts.Of("账单编号"), 2), new(Texts.Of("缴费截止"), 1.6f),
            new(Texts.Of("欠费金额"), 1.7f, TextAlign.End), new(Texts.Of("违约金"), 1.5f, TextAlign.End),
        ],
        [.. details.Letter.Bills.OrderBy(b => b.DueOn).ThenBy(b => b.Number, StringComparer.Ordinal)
            .Select(b => (IReadOnlyList<string>)[b.UnitCode, b.Period.ToString(), b.Number, Day(b.DueOn), b.Open.ToString(), b.LateFee.IsZero ? "—" : b.LateFee.ToString()])],
        [["", Texts.Of("合计"), "", "", details.Letter.Amount.ToString(), details.Letter.LateFee == Money.Zero ? "—" : details.Letter.LateFee.ToString()]],
        Size: 9);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
