namespace PropertyDesk.Domain.Corrections;

/// <summary>Why something is waived or taken back; reports count by it.</summary>
public enum CorrectionReason
{
    /// <summary>服务未到位</summary>
    ServiceFault,

    /// <summary>生活困难</summary>
    Hardship,

    /// <summary>协商优惠</summary>
    Goodwill,

    /// <summary>抄表错误</summary>
    WrongReading,

    /// <summary>面积错误</summary>
    WrongArea,

    /// <summary>价格错误</summary>
    WrongPrice,

    /// <summary>缴费人错误</summary>
    WrongPayer,

    /// <summary>重复收费</summary>
    Duplicate,

    /// <summary>异议成立</summary>
    DisputeUpheld,

    /// <summary>整批撤回</summary>
    RunWithdrawn,

    /// <summary>其他</summary>
    Other,
}
