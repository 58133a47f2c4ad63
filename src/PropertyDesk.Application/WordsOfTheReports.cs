using PropertyDesk.Application.Reports;

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
}
