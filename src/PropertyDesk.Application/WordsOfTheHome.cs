using PropertyDesk.Application.Home;

namespace PropertyDesk.Application;

/// <summary>The words of the start page.</summary>
public static partial class Words
{
    public static string Of(WaitingKind kind) => kind switch
    {
        WaitingKind.Tickets => Texts.Of("未完成工单"),
        WaitingKind.Unassigned => Texts.Of("待派工单"),
        WaitingKind.Incidents => Texts.Of("疑似集中故障"),
        WaitingKind.FollowUps => Texts.Of("待回访"),
        WaitingKind.Calls => Texts.Of("待回电话"),
        WaitingKind.Disputes => Texts.Of("待答复异议"),
        WaitingKind.Promises => Texts.Of("到期的付款承诺"),
        WaitingKind.Approvals => Texts.Of("待我审批"),
        WaitingKind.Refunds => Texts.Of("待办退款"),
        WaitingKind.ChannelCases => Texts.Of("待处理款项"),
        WaitingKind.Shifts => Texts.Of("待验收班次"),
        WaitingKind.Invoices => Texts.Of("待开发票"),
        WaitingKind.DataRequests => Texts.Of("待办资料申请"),
        WaitingKind.Deliveries => Texts.Of("没有送达的消息"),
        WaitingKind.Maintenance => Texts.Of("到期保养"),
        WaitingKind.Partners => Texts.Of("外部单位约定"),
        WaitingKind.MyPatrols => Texts.Of("我的巡查"),
        WaitingKind.Patrols => Texts.Of("今日巡查"),
        WaitingKind.WorkOrders => Texts.Of("部门工单"),
        WaitingKind.Visitors => Texts.Of("今日访客"),
        _ => kind.ToString(),
    };
}
