using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Incidents;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application;

/// <summary>Words of the tickets.</summary>
public static partial class Words
{
    public static string Of(TicketKind kind) => kind switch
    {
        TicketKind.Repair => Texts.Of("报修"),
        TicketKind.Complaint => Texts.Of("投诉"),
        TicketKind.Suggestion => Texts.Of("建议"),
        TicketKind.Hygiene => Texts.Of("卫生"),
        TicketKind.Safety => Texts.Of("安全"),
        TicketKind.Other => Texts.Of("其他"),
        _ => kind.ToString(),
    };

    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Normal => Texts.Of("一般"),
        Urgency.Urgent => Texts.Of("紧急"),
        Urgency.Emergency => Texts.Of("突发"),
        _ => urgency.ToString(),
    };

    public static string Of(TicketSource source) => source switch
    {
        TicketSource.Desk => Texts.Of("前台"),
        TicketSource.Telephone => Texts.Of("电话"),
        TicketSource.Portal => Texts.Of("业主端"),
        TicketSource.Patrol => Texts.Of("巡查"),
        _ => source.ToString(),
    };

    public static string Of(TicketState state) => state switch
    {
        TicketState.New => Texts.Of("待派单"),
        TicketState.Assigned => Texts.Of("待接单"),
        TicketState.Accepted => Texts.Of("已接单"),
        TicketState.Returned => Texts.Of("被退回"),
        TicketState.OnTheWay => Texts.Of("上门途中"),
        TicketState.Working => Texts.Of("处理中"),
        TicketState.Waiting => Texts.Of("等待中"),
        TicketState.Done => Texts.Of("已处理"),
        TicketState.Confirmed => Texts.Of("业主已确认"),
        TicketState.Closed => Texts.Of("已关单"),
        TicketState.Cancelled => Texts.Of("已取消"),
        _ => state.ToString(),
    };

    /// <summary>As a button says it.</summary>
    public static string Of(TicketVerb verb) => verb switch
    {
        TicketVerb.Assign => Texts.Of("派单"),
        TicketVerb.Transfer => Texts.Of("转派"),
        TicketVerb.Accept => Texts.Of("接单"),
        TicketVerb.Return => Texts.Of("退回"),
        TicketVerb.SetOff => Texts.Of("出发"),
        TicketVerb.Start => Texts.Of("开始处理"),
        TicketVerb.Wait => Texts.Of("暂停等待"),
        TicketVerb.Resume => Texts.Of("继续处理"),
        TicketVerb.Finish => Texts.Of("完成处理"),
        TicketVerb.Confirm => Texts.Of("确认完成"),
        TicketVerb.Close => Texts.Of("关单"),
        TicketVerb.Reopen => Texts.Of("重新打开"),
        TicketVerb.Cancel => Texts.Of("取消工单"),
        TicketVerb.FinishWithIncident or TicketVerb.CloseWithIncident => Texts.Of("随集中故障结束"),
        _ => verb.ToString(),
    };

    public static string Of(StepKind kind) => kind switch
    {
        StepKind.Opened => Texts.Of("登记"),
        StepKind.Urged => Texts.Of("催单"),
        StepKind.Warned => Texts.Of("即将超时"),
        StepKind.Escalated => Texts.Of("已超时，上报"),
        StepKind.Scored => Texts.Of("评分"),
        StepKind.Settled => Texts.Of("低分已处理"),
        StepKind.Entrusted => Texts.Of("低分交给"),
        StepKind.Remarked => Texts.Of("备注"),
        StepKind.Charged => Texts.Of("开账单"),
        StepKind.Joined => Texts.Of("并入集中故障"),
        StepKind.Left => Texts.Of("移出集中故障"),
        StepKind.Ordered => Texts.Of("转办"),
        _ => kind.ToString(),
    };

    public static string Of(IncidentStepKind kind) => kind switch
    {
        IncidentStepKind.Opened => Texts.Of("登记"),
        IncidentStepKind.Changed => Texts.Of("更新口径"),
        IncidentStepKind.Announced => Texts.Of("写了通知"),
        IncidentStepKind.Ended => Texts.Of("结束"),
        _ => kind.ToString(),
    };

    public static string Of(QueueShown shown) => shown switch
    {
        QueueShown.Open => Texts.Of("未完成"),
        QueueShown.Unassigned => Texts.Of("待派单"),
        QueueShown.Late => Texts.Of("已超时"),
        QueueShown.ToFollowUp => Texts.Of("待回访"),
        QueueShown.Unsettled => Texts.Of("低分待处理"),
        QueueShown.All => Texts.Of("全部"),
        _ => shown.ToString(),
    };
}
