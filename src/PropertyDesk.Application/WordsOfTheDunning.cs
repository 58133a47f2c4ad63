using PropertyDesk.Application.Dunning;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.Rounds;

namespace PropertyDesk.Application;

/// <summary>The words of dunning and of rounds.</summary>
public static partial class Words
{
    public static string Of(DunningKind kind) => kind switch
    {
        DunningKind.DueSoon => Texts.Of("到期前提醒"),
        DunningKind.DueToday => Texts.Of("到期日提醒"),
        DunningKind.Overdue => Texts.Of("逾期通知"),
        DunningKind.Call => Texts.Of("电话催缴"),
        DunningKind.Letter => Texts.Of("催款函"),
        _ => kind.ToString(),
    };

    public static string Of(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Promised => Texts.Of("承诺付款"),
        CallOutcome.Refused => Texts.Of("拒绝付款"),
        CallOutcome.NoAnswer => Texts.Of("无人接听"),
        CallOutcome.WrongNumber => Texts.Of("号码有误"),
        CallOutcome.CallBack => Texts.Of("约定再联系"),
        _ => outcome.ToString(),
    };

    public static string Of(ArrearsReason reason) => reason switch
    {
        ArrearsReason.Vacant => Texts.Of("房屋空置"),
        ArrearsReason.ServiceDispute => Texts.Of("对服务不满"),
        ArrearsReason.RepairNotDone => Texts.Of("报修未解决"),
        ArrearsReason.Hardship => Texts.Of("经济困难"),
        ArrearsReason.Forgot => Texts.Of("忘记缴费"),
        ArrearsReason.MovedAway => Texts.Of("业主迁走"),
        ArrearsReason.Lawsuit => Texts.Of("诉讼中"),
        ArrearsReason.Other => Texts.Of("其他"),
        _ => reason.ToString(),
    };

    public static string Of(PromiseState state) => state switch
    {
        PromiseState.Open => Texts.Of("待兑现"),
        PromiseState.Kept => Texts.Of("已兑现"),
        PromiseState.Broken => Texts.Of("未兑现"),
        PromiseState.Withdrawn => Texts.Of("已撤销"),
        _ => state.ToString(),
    };

    public static string Of(DunningPause pause) => pause switch
    {
        DunningPause.Promised => Texts.Of("已承诺付款"),
        DunningPause.Disputed => Texts.Of("有异议"),
        DunningPause.Frozen => Texts.Of("诉讼或协商中"),
        DunningPause.WithBank => Texts.Of("银行托收中"),
        _ => pause.ToString(),
    };

    public static string Of(LetterWay way) => way switch
    {
        LetterWay.RegisteredPost => Texts.Of("挂号信或快递"),
        LetterWay.HandedOver => Texts.Of("当面签收"),
        LetterWay.Posted => Texts.Of("张贴送达"),
        _ => way.ToString(),
    };

    public static string Of(StopState state) => state switch
    {
        StopState.Waiting => Texts.Of("待送"),
        StopState.Delivered => Texts.Of("已送达"),
        StopState.NobodyHome => Texts.Of("无人在家"),
        StopState.Refused => Texts.Of("拒收"),
        _ => state.ToString(),
    };
}
