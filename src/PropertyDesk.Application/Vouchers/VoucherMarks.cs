namespace PropertyDesk.Application.Vouchers;

/// <summary>How an export is marked, in file names, sheets and on the page alike.</summary>
public static class VoucherMarks
{
    public static string Of(int number, bool closed) => string.Join(" · ", ((string?[])
    [
        number > 1 ? Texts.Of("第 {0} 次导出", number) : null,
        closed ? null : Texts.Of("未关账"),
    ]).Where(m => m is not null));
}
