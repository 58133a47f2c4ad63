using System.Globalization;
using PropertyDesk.Application.Documents;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>The collection-rate report on A4 across, in the current UI language.</summary>
public static class CollectionRateDocument
{
    private static readonly TextStyle Heading = new(11, Bold: true);
    private static readonly TextStyle Plain = new(8.5f, Ink: Ink.Text);

    public static PrintDocument Of(Letterhead letterhead, CollectionReport report)
    {
        var title = Texts.Of("{0} 收缴率报表", report.Month);
        Block[] body =
        [
            new Paragraph(letterhead.Company, new TextStyle(10, Bold: true, Ink.Accent)),
            new Paragraph(title, new TextStyle(17, Bold: true, LineHeight: 1.6f)),
            new Paragraph(Texts.Of("{0}，收款截止 {1}", report.Scope, Day(report.CutOff)), Plain),
            new Rule(Ink.Accent, 1.2f),
            new Space(4),
            Rates(report.Total.Figures),
            new Space(8),
            .. report.Groups.SelectMany(group => Group(group, report.Total)),
            .. Definitions(report),
        ];
        return PrintDocument.Of(letterhead.Info(title), PageFormat.A4Landscape, new PrintSection(body, letterhead.Footer(title)));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Box Rates(CollectionFigures figures) => new(
        [
            new Columns(
            [
                Figure(Texts.Of("当期收缴率"), CollectionRate.Text(figures.Current)),
                Figure(Texts.Of("往期清欠率"), CollectionRate.Text(figures.Prior)),
                Figure(Texts.Of("综合收缴率"), CollectionRate.Text(figures.Combined)),
                Figure(Texts.Of("户收缴率"), CollectionRate.Text(figures.ByHousehold)),
                Figure(Texts.Of("年度收缴率"), CollectionRate.Text(figures.FullYear)),
                Figure(Texts.Of("期末未收"), figures.Closing.ToString()),
            ]),
        ],
        Ink.SoftFill,
        Ink.Hairline);

    private static Column Figure(string name, string value) => new(
        1,
        new Paragraph(name, new TextStyle(8.5f, Ink: Ink.Muted, Align: TextAlign.Centre)),
        new Paragraph(value, new TextStyle(14, Bold: true, Ink.Accent, TextAlign.Centre)));

    /// <summary>The table of a group; over it a chart where there is something to compare.</summary>
    private static IEnumerable<Block> Group(CollectionGroup group, CollectionRow total)
    {
        yield return new Paragraph(group.Title, Heading, KeepWithNext: true);
        if (group.Rows.Count > 1)
        {
            yield return Chart(group);
            yield return new Space(4);
        }

        yield return Figures(group, total);
        yield return new Space(10);
    }

    private static BarChart Chart(CollectionGroup group) => new(
        Texts.Of("{0}：收缴率（%）", group.Title),
        [Texts.Of("当期收缴率"), Texts.Of("综合收缴率")],
        [.. group.Rows.Select(row => new BarGroup(row.Name, [row.Figures.Current * 100, row.Figures.Combined * 100]))],
        "%",
        Whole: 100,
        Height: 170);

    private static Table Figures(CollectionGroup group, CollectionRow total) => new(
        [
            new(group.Title, 2.1f),
            new(Texts.Of("期初欠费"), 1.7f, TextAlign.End),
            new(Texts.Of("本期应收"), 1.7f, TextAlign.End),
            new(Texts.Of("红冲"), 1.2f, TextAlign.End),
            new(Texts.Of("减免"), 1.2f, TextAlign.End),
            new(Texts.Of("本期已收"), 1.7f, TextAlign.End),
            new(Texts.Of("往期已收"), 1.7f, TextAlign.End),
            new(Texts.Of("期末未收"), 1.7f, TextAlign.End),
            new(Texts.Of("当期"), 1.2f, TextAlign.End),
            new(Texts.Of("清欠"), 1.2f, TextAlign.End),
            new(Texts.Of("综合"), 1.2f, TextAlign.End),
            new(Texts.Of("户数"), 1.3f, TextAlign.End),
            new(Texts.Of("户收缴率"), 1.3f, TextAlign.End),
        ],
        [.. group.Rows.Select(Row)],
        [Row(total)],
        Size: 7.5f);

    private static IReadOnlyList<string> Row(CollectionRow row)
    {
        var f = row.Figures;
        return
        [
            row.Name, f.Opening.ToString(), f.Billed.ToString(), (f.Red + f.PriorRed).ToString(), (f.Waived + f.PriorWaived).ToString(),
            f.Collected.ToString(), f.PriorCollected.ToString(), f.Closing.ToString(),
            CollectionRate.Text(f.Current), CollectionRate.Text(f.Prior), CollectionRate.Text(f.Combined),
            string.Create(CultureInfo.InvariantCulture, $"{f.HouseholdsPaid}/{f.Households}"), CollectionRate.Text(f.ByHousehold),
        ];
    }

    private static IEnumerable<Block> Definitions(CollectionReport report)
    {
        var (total, f) = (report.Total, report.Total.Figures);
        var identity = Texts.Of(
            "核对：{0} + {1} − {2} − {3} − {4} = {5}，账单上未收 {6}，{7}",
            f.Opening, f.Billed, f.Red + f.PriorRed, f.Waived + f.PriorWaived, f.Collected + f.PriorCollected, f.Closing, total.Open,
            total.Balances ? Texts.Of("相符。") : Texts.Of("不符，请报告。"));
        yield return new Paragraph(Texts.Of("口径说明"), Heading, KeepWithNext: true);
        yield return new Box([.. CollectionDefinitions.Of(report.WaiversAsCollected).Append(identity).Select(text => new Paragraph(text, Plain))], Frame: Ink.Hairline);
    }
}
