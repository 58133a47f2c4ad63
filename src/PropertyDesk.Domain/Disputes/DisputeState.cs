namespace PropertyDesk.Domain.Disputes;

public enum DisputeState
{
    /// <summary>处理中</summary>
    Open,

    /// <summary>待审批: the line was found wrong; its red entry waits for approval.</summary>
    Correcting,

    /// <summary>账单无误: answered from the working, the line stands.</summary>
    Stands,

    /// <summary>已更正: taken back by a red entry.</summary>
    Corrected,
}
