namespace PropertyDesk.Domain.Billing;

/// <summary>Why no late fee is earned.</summary>
public enum FreezeReason
{
    /// <summary>异议处理中</summary>
    Dispute,

    /// <summary>诉讼中</summary>
    Lawsuit,

    /// <summary>协商延期</summary>
    Agreement,
}
