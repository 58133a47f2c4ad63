using PropertyDesk.Application.Documents;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using static PropertyDesk.Application.Billing.WorkingFigures;

namespace PropertyDesk.Application.Billing;

/// <summary>The pages of one bill: whose it is, what is due, and how each line was computed.</summary>
internal static class BillPages
{
    private const string NoDay = "—";

    private static readonly TextStyle Small = new(8, Ink: Ink.Muted);
    private static readonly TextStyle Heading = new(10.5f, Bold: true);
    private static readonly TextStyle Sum = new(9.5f, Ink: Ink.Text, Align: TextAlign.End);
    private static readonly TextStyle Due = new(14, Bold: true, Ink: Ink.Warning, Align: TextAlign.End);

    public static PrintSection Of(Letterhead letterhead, BillPaper paper)
    {
        var bill = paper.Bill;
        Block[] body =
        [
            Head(letterhead, paper),
            new Rule(Ink.Accent, 1.2f),
            new Space(3),
            Whose(bill),
            new Space(6),
            Lines(bill),
            new Space(4),
            .. Sums(bill),
            new Space(4),
            Hint(bill),
            new Space(6),
            new Paragraph(Texts.Of("各项计算过程"), Heading, KeepWithNext: true),
            new Space(2),
            Workings(bill),
        ];
        return new PrintSection(
            body, letterhead.Footer($"{bill.Community} · {bill.Unit} · {bill.Number}"), new Bookmark($"{bill.Unit} {bill.Owner}", bill.Building));
    }

    private static Columns Head(Letterhead letterhead, BillPaper paper)
    {
        var bill = paper.Bill;
        var title = bill.State == BillRunState.Draft ? Texts.Of("缴费通知单（草稿，未发布）") : Texts.Of("缴费通知单");
        return new Columns(
        [
            new Column(
                5,
                new Paragraph(letterhead.Company, new TextStyle(11, Bold: true, Ink.Accent)),
                new Paragraph(title, new TextStyle(18, Bold: true, LineHeight: 1.6f)),
                new Paragraph(bill.Community, new TextStyle(11, Ink: Ink.Text))),
            new Column(
                1.6f,
                new QrCode(paper.Address, 68, TextAlign.Centre),
                new Paragraph(Texts.Of("扫码查看账单和计算过程"), new TextStyle(7, Ink: Ink.Muted, Align: TextAlign.Centre)),
                new Paragraph(bill.Code, new TextStyle(7, Ink: Ink.Muted, Align: TextAlign.Centre))),
        ]);
    }

    private static Box Whose(BillDetails bill) => Facts.InColumns(
        3,
        (Texts.Of("业主"), bill.Owner),
        (Texts.Of("房号"), bill.Unit),
        (Texts.Of("账单编号"), bill.Number),
        (Texts.Of("账期"), $"{Day(bill.Period.FirstDay)} ~ {Day(bill.Period.LastDay)}"),
        (Texts.Of("出账日期"), bill.IssuedOn is { } issued ? Day(issued) : NoDay),
        (Texts.Of("缴费截止"), bill.DueOn is { } due ? Day(due) : NoDay));

    private static Table Lines(BillDetails bill) => new(
        [
            new("#", 0.5f, TextAlign.Centre),
            new(Texts.Of("收费项目"), 2.6f),
            new(Texts.Of("计算"), 5.2f),
            new(Texts.Of("金额"), 1.7f, TextAlign.End),
        ],
        [.. bill.Lines.SelectMany((line, i) => Rows(line, i + 1))],
        [["", Texts.Of("本期合计"), "", (bill.Total - bill.Credited).ToString()]]);

    /// <summary>The gross line, and below it what came off.</summary>
    private static IEnumerable<IReadOnlyList<string>> Rows(BillLineDetails line, int number)
    {
        yield return [$"{number}", Name(line), WorkingBrief.Of(line.Working), line.Amount.ToString()];
        foreach (var credit in line.Credits)
        {
            yield return ["", "  " + Words.Of(credit.Kind), WorkingBrief.Of(credit.Working), (-credit.Amount).ToString()];
        }
    }

    private static string Name(BillLineDetails line) => line.OnBehalf ? Texts.Of("{0}（代收）", line.Item) : line.Item;

    private static IEnumerable<Block> Sums(BillDetails bill)
    {
        if (!bill.Paid.IsZero)
        {
            yield return new Paragraph(Texts.Of("本期已缴：{0}", bill.Paid), Sum);
            yield return new Paragraph(Texts.Of("本期待缴：{0}", bill.Outstanding), Sum);
        }

        if (bill.Arrears > Money.Zero)
        {
            yield return new Paragraph(Texts.Of("以前月份未缴：{0}", bill.Arrears), Sum);
        }

        yield return new Paragraph(Texts.Of("应缴总额：{0}", bill.Outstanding + bill.Arrears), Due);
    }

    private static Box Hint(BillDetails bill)
    {
        var pay = bill.DueOn is { } due
            ? Texts.Of("请于 {0} 前到小区物业服务中心缴费，现金或银行转账均可。", Day(due))
            : Texts.Of("本账单尚未发布，金额可能变动，请勿缴费。");
        var ask = bill.CommunityPhone is { Length: > 0 } phone ? Texts.Of("对账单有疑问，请致电 {0}。", phone) : "";
        return new Box([new Paragraph(pay + ask + Texts.Of("本通知单不是收款凭证，缴费后请索取收据。"), Small)], Frame: Ink.Hairline, Padding: 6);
    }

    private static Table Workings(BillDetails bill) => new(
        [new(Texts.Of("收费项目"), 2), new(Texts.Of("怎么算的"), 8)],
        [.. bill.Lines.Select((line, i) => (IReadOnlyList<string>)[$"{i + 1}. {line.Item}", string.Join('\n', Steps(line))])],
        Size: 7);

    private static IEnumerable<string> Steps(BillLineDetails line) =>
    [
        .. WorkingText.Steps(line.Working),
        .. line.VatRate > 0 ? [Texts.Of("其中不含税 {0}，税额 {1}（税率 {2}）。", line.Net, line.Amount - line.Net, Percent(line.VatRate))] : Array.Empty<string>(),
        .. line.Credits.SelectMany(credit => WorkingText.Steps(credit.Working).Select((step, i) => i == 0 ? $"{Words.Of(credit.Kind)}  {step}" : step)),
    ];
}
