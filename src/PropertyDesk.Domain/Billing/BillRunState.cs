namespace PropertyDesk.Domain.Billing;

public enum BillRunState
{
    /// <summary>草稿: seen by staff only.</summary>
    Draft,

    /// <summary>部分已发布: the bills of some buildings are out, the others are still a draft.</summary>
    PartlyPublished,

    /// <summary>已发布: frozen, owed, seen by owners.</summary>
    Published,

    /// <summary>已关账</summary>
    Closed,
}
