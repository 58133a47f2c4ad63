namespace PropertyDesk.Application.Vouchers;

/// <summary>How an export is marked, in file names, sheets and on the page alike.</summary>
public static class VoucherMarks
{
    /// <param name="elsewhere">Entries that an export of another scope of the month handed out.</param>
    public static string Of(int number, bool closed, int elsewhere) => string.Join(" · ", ((string?[])
    [
        number > 1 ? Texts.Of("第 {0} 次导出", number) : null,
        elsewhere > 0 ? Texts.Of("其中 {0} 笔分录已在其他范围导出", elsewhere) : null,
        closed ? null : Texts.Of("未关账"),
    ]).Where(m => m is not null));
}
