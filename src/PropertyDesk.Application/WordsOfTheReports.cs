using PropertyDesk.Application.Reports;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application;

/// <summary>The words of reports.</summary>
public static partial class Words
{
    public static string Of(EventFigure figure) => figure switch
    {
        EventFigure.Opening => Texts.Of("期初欠费"),
        EventFigure.Billed => Texts.Of("本期应收"),
        EventFigure.Red => Texts.Of("红冲"),
        EventFigure.Waived => Texts.Of("减免"),
        EventFigure.Collected => Texts.Of("本期已收"),
        EventFigure.PriorCollected => Texts.Of("往期已收"),
        EventFigure.Closing => Texts.Of("期末未收"),
        _ => figure.ToString(),
    };

    public static string Of(ReportName report) => report switch
    {
        ReportName.Today => Texts.Of("今日要事"),
        ReportName.CollectionRate => Texts.Of("收缴率"),
        ReportName.Trend => Texts.Of("收缴趋势"),
        ReportName.Arrears => Texts.Of("欠费"),
        ReportName.Money => Texts.Of("资金"),
        ReportName.Service => Texts.Of("服务质量"),
        _ => report.ToString(),
    };

    public static string Of(ViewSpan span) => span switch
    {
        ViewSpan.MonthToDate => Texts.Of("本月至今"),
        ViewSpan.LastMonth => Texts.Of("上月"),
        ViewSpan.Last30Days => Texts.Of("最近 30 天"),
        ViewSpan.YearToDate => Texts.Of("今年至今"),
        _ => span.ToString(),
    };

    public static string Of(ViewRhythm rhythm) => rhythm switch
    {
        ViewRhythm.Never => Texts.Of("不发送"),
        ViewRhythm.Daily => Texts.Of("每天"),
        ViewRhythm.Weekly => Texts.Of("每周"),
        ViewRhythm.Monthly => Texts.Of("每月"),
        _ => rhythm.ToString(),
    };

    public static string Of(ReportFormat format) => format == ReportFormat.Workbook ? "Excel" : "PDF";

    public static string Of(ReportFileState state) => state switch
    {
        ReportFileState.Waiting => Texts.Of("排队中"),
        ReportFileState.Making => Texts.Of("生成中"),
        ReportFileState.Made => Texts.Of("已生成"),
        ReportFileState.Failed => Texts.Of("未生成"),
        _ => state.ToString(),
    };
}
