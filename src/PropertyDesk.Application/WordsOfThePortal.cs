using PropertyDesk.Domain.Invoices;
using PropertyDesk.Domain.PersonalData;

namespace PropertyDesk.Application;

/// <summary>The words of what owners ask for on the portal.</summary>
public static partial class Words
{
    public static string Of(InvoiceState state) => state switch
    {
        InvoiceState.Requested => Texts.Of("待开票"),
        InvoiceState.Issued => Texts.Of("已开票"),
        InvoiceState.Refused => Texts.Of("未开票"),
        InvoiceState.Withdrawn => Texts.Of("已撤回"),
        _ => state.ToString(),
    };

    public static string Of(InvoiceTitleKind kind) => kind switch
    {
        InvoiceTitleKind.Person => Texts.Of("个人"),
        InvoiceTitleKind.Company => Texts.Of("单位"),
        _ => kind.ToString(),
    };

    public static string Of(DataRequestKind kind) => kind switch
    {
        DataRequestKind.Correction => Texts.Of("更正资料"),
        DataRequestKind.Deletion => Texts.Of("删除联系资料"),
        _ => kind.ToString(),
    };

    public static string Of(DataRequestState state) => state switch
    {
        DataRequestState.Open => Texts.Of("处理中"),
        DataRequestState.Done => Texts.Of("已办结"),
        DataRequestState.Refused => Texts.Of("未予办理"),
        _ => state.ToString(),
    };
}
