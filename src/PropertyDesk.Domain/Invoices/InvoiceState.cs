namespace PropertyDesk.Domain.Invoices;

public enum InvoiceState
{
    /// <summary>待开票</summary>
    Requested,

    /// <summary>已开票</summary>
    Issued,

    /// <summary>未开票: refused by the desk with a reason.</summary>
    Refused,

    /// <summary>已撤回 by who asked.</summary>
    Withdrawn,
}

/// <summary>Whom the invoice is made out to (抬头).</summary>
public enum InvoiceTitleKind
{
    /// <summary>个人</summary>
    Person,

    /// <summary>单位: with its tax number.</summary>
    Company,
}
