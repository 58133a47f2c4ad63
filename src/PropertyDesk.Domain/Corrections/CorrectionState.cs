namespace PropertyDesk.Domain.Corrections;

public enum CorrectionState
{
    /// <summary>待审批</summary>
    Requested,

    /// <summary>已批准: done.</summary>
    Approved,

    /// <summary>已驳回</summary>
    Rejected,

    /// <summary>已撤回 by who asked.</summary>
    Withdrawn,
}
