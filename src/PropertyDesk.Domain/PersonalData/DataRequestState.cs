namespace PropertyDesk.Domain.PersonalData;

public enum DataRequestKind
{
    /// <summary>更正: something that is stored is wrong.</summary>
    Correction,

    /// <summary>删除: contact data shall go; what the law on accounts requires stays.</summary>
    Deletion,
}

public enum DataRequestState
{
    /// <summary>处理中</summary>
    Open,

    /// <summary>已办结</summary>
    Done,

    /// <summary>未予办理: refused with a reason.</summary>
    Refused,
}
