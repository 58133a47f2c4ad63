namespace PropertyDesk.Domain.Billing;

public enum BillRunState
{
    /// <summary>草稿: seen by staff only.</summary>
    Draft,

    /// <summary>已发布: frozen, owed, seen by owners.</summary>
    Published,

    /// <summary>已关账</summary>
    Closed,
}
