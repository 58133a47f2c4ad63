using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.Application;

/// <summary>The words of machines and their maintenance.</summary>
public static partial class Words
{
    public static string Of(AssetKind kind) => kind switch
    {
        AssetKind.Lift => Texts.Of("电梯"),
        AssetKind.Pump => Texts.Of("水泵供水"),
        AssetKind.Lighting => Texts.Of("照明"),
        AssetKind.Door => Texts.Of("门禁道闸"),
        AssetKind.Fire => Texts.Of("消防"),
        AssetKind.Power => Texts.Of("供配电"),
        AssetKind.Camera => Texts.Of("监控"),
        AssetKind.Other => Texts.Of("其他"),
        _ => kind.ToString(),
    };

    public static string Of(AssetState state) => state switch
    {
        AssetState.InService => Texts.Of("在用"),
        AssetState.Stopped => Texts.Of("停用"),
        AssetState.Scrapped => Texts.Of("报废"),
        _ => state.ToString(),
    };

    public static string Of(MaintenanceState state) => state switch
    {
        MaintenanceState.Due => Texts.Of("待做"),
        MaintenanceState.Done => Texts.Of("已完成"),
        MaintenanceState.Skipped => Texts.Of("已跳过"),
        _ => state.ToString(),
    };

    public static string Of(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Fine => Texts.Of("正常"),
        CheckOutcome.Faulty => Texts.Of("异常"),
        CheckOutcome.NotApplicable => Texts.Of("不适用"),
        _ => outcome.ToString(),
    };

    public static string Of(FailureKind kind) => kind switch
    {
        FailureKind.Mechanical => Texts.Of("机械"),
        FailureKind.Electrical => Texts.Of("电气"),
        FailureKind.Control => Texts.Of("控制系统"),
        FailureKind.Leak => Texts.Of("渗漏"),
        FailureKind.Wear => Texts.Of("磨损老化"),
        FailureKind.Damage => Texts.Of("人为损坏"),
        FailureKind.Other => Texts.Of("其他"),
        _ => kind.ToString(),
    };

    public static string Of(PlanRhythm rhythm) => rhythm switch
    {
        PlanRhythm.Days => Texts.Of("天"),
        PlanRhythm.Weeks => Texts.Of("周"),
        PlanRhythm.Months => Texts.Of("个月"),
        PlanRhythm.Count => Texts.Of("计数"),
        _ => rhythm.ToString(),
    };

    /// <summary>每 3 个月</summary>
    public static string Of(PlanRhythm rhythm, int every, string? countUnit) => Texts.Of("每 {0} {1}", every, rhythm == PlanRhythm.Count ? countUnit ?? Of(rhythm) : Of(rhythm));
}
