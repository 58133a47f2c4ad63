using System.Globalization;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Application.WorkOrders;
using PropertyDesk.Domain.Patrols;
using PropertyDesk.Domain.WorkOrders;

namespace PropertyDesk.Application;

/// <summary>Words of patrols and of work orders between departments.</summary>
public static partial class Words
{
    public static string Of(PatrolKind kind) => kind switch
    {
        PatrolKind.Hygiene => Texts.Of("卫生"),
        PatrolKind.Safety => Texts.Of("安全"),
        _ => kind.ToString(),
    };

    public static string Of(PatrolRhythm rhythm) => rhythm switch
    {
        PatrolRhythm.Daily => Texts.Of("每天"),
        PatrolRhythm.Weekdays => Texts.Of("每周几天"),
        PatrolRhythm.Interval => Texts.Of("每隔几天"),
        _ => rhythm.ToString(),
    };

    public static string Of(PatrolState state) => state switch
    {
        PatrolState.Ahead => Texts.Of("未到时间"),
        PatrolState.Due => Texts.Of("待巡"),
        PatrolState.Late => Texts.Of("超时"),
        PatrolState.Done => Texts.Of("按时完成"),
        PatrolState.DoneLate => Texts.Of("超时完成"),
        PatrolState.Missed => Texts.Of("未巡"),
        _ => state.ToString(),
    };

    public static string Of(PatrolShown shown) => shown switch
    {
        PatrolShown.All => Texts.Of("全部"),
        PatrolShown.Open => Texts.Of("进行中"),
        PatrolShown.Late => Texts.Of("超时"),
        PatrolShown.Done => Texts.Of("已完成"),
        PatrolShown.Missed => Texts.Of("未巡"),
        _ => shown.ToString(),
    };

    public static string Of(StopOutcome outcome) => outcome switch
    {
        StopOutcome.Fine => Texts.Of("正常"),
        StopOutcome.Finding => Texts.Of("发现问题"),
        _ => outcome.ToString(),
    };

    /// <summary>每天 08:00–10:00</summary>
    public static string Of(PatrolRoute route)
    {
        var days = route.Rhythm switch
        {
            PatrolRhythm.Weekdays => string.Join(' ', route.Weekdays.OrderBy(d => ((int)d + 6) % 7).Select(CultureInfo.CurrentUICulture.DateTimeFormat.GetAbbreviatedDayName)),
            PatrolRhythm.Interval when route.Every > 1 => Texts.Of("每 {0} 天", route.Every),
            _ => Of(PatrolRhythm.Daily),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{days} {route.From:HH:mm}–{(route.To <= route.From ? Texts.Of("次日") : "")}{route.To:HH:mm}");
    }

    public static string Of(OrderState state) => state switch
    {
        OrderState.Sent => Texts.Of("待接收"),
        OrderState.Accepted => Texts.Of("办理中"),
        OrderState.Returned => Texts.Of("已退回"),
        OrderState.Answered => Texts.Of("待确认"),
        OrderState.Confirmed => Texts.Of("已办结"),
        OrderState.Withdrawn => Texts.Of("已撤回"),
        _ => state.ToString(),
    };

    public static string Of(OrderVerb verb) => verb switch
    {
        OrderVerb.Send => Texts.Of("发出"),
        OrderVerb.Accept => Texts.Of("接收"),
        OrderVerb.HandOver => Texts.Of("交给本部门的人"),
        OrderVerb.Return => Texts.Of("退回"),
        OrderVerb.Answer => Texts.Of("答复"),
        OrderVerb.Confirm => Texts.Of("确认办结"),
        OrderVerb.SendBack => Texts.Of("要求重办"),
        OrderVerb.SendAgain => Texts.Of("补充后重发"),
        OrderVerb.Withdraw => Texts.Of("撤回"),
        OrderVerb.Remark => Texts.Of("备注"),
        _ => verb.ToString(),
    };

    public static string Of(OrdersShown shown) => shown switch
    {
        OrdersShown.Waiting => Texts.Of("等我处理"),
        OrdersShown.Received => Texts.Of("收到的"),
        OrdersShown.Asked => Texts.Of("发出的"),
        OrdersShown.Late => Texts.Of("逾期"),
        OrdersShown.All => Texts.Of("全部"),
        _ => shown.ToString(),
    };
}
