using System.Security.Cryptography;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Application.Vouchers;

/// <summary>The sheets of an export: the vouchers, what the export is, and what came since the one before.</summary>
internal static class VoucherSheets
{
    /// <summary>Of the vouchers alone: equal for equal vouchers, whoever exports them how often.</summary>
    public static string HashOf(IReadOnlyList<SummaryVoucher> vouchers) =>
        Convert.ToHexStringLower(SHA256.HashData(SafeCsv.Write(new Sheet("", [], [.. vouchers.SelectMany(v => v.Lines.Select(l => Row(v, l)))]))));

    /// <summary>One row for each line of a voucher; the mark of the export stands in the last column of each.</summary>
    public static Sheet Vouchers(VoucherDraft draft) => new(
        draft.Mark.Length == 0 ? Texts.Of("凭证") : $"{Texts.Of("凭证")} {draft.Mark}",
        [
            new(Texts.Of("日期"), 12), new(Texts.Of("凭证字"), 8), new(Texts.Of("凭证号"), 8), new(Texts.Of("摘要"), 36), new(Texts.Of("科目编码"), 14), new(Texts.Of("科目名称"), 22),
            new(Texts.Of("辅助核算编码"), 14), new(Texts.Of("辅助核算"), 16), new(Texts.Of("借方"), 15), new(Texts.Of("贷方"), 15), new(Texts.Of("备注"), 22),
        ],
        [.. draft.Vouchers.SelectMany(v => v.Lines.Select(l => (IReadOnlyList<object?>)[.. Row(v, l), draft.Mark]))]);

    public static Sheet About(VoucherDraft draft, string company, string by, string at, string hash) => new(
        Texts.Of("说明"),
        [new(Texts.Of("项目"), 18), new(Texts.Of("内容"), 60)],
        [
            [Texts.Of("公司"), company],
            [Texts.Of("月份"), draft.Scope.Month.ToString()],
            [Texts.Of("范围"), draft.ScopeName],
            [Texts.Of("汇总方式"), Words.Of(draft.Scope.Grouping)],
            [Texts.Of("导出次数"), Texts.Of("第 {0} 次导出", draft.Number)],
            [Texts.Of("关账"), draft.Closed ? Texts.Of("已关账") : Texts.Of("未关账")],
            [Texts.Of("分录"), draft.EntryIds.Count],
            [Texts.Of("凭证"), draft.Vouchers.Count],
            [Texts.Of("借方"), draft.Debits],
            [Texts.Of("贷方"), draft.Credits],
            [Texts.Of("比上次新增分录"), draft.Number == 1 ? null : draft.Added.Count],
            [Texts.Of("导出人"), by],
            [Texts.Of("导出时间"), at],
            [Texts.Of("内容校验值"), hash],
        ]);

    public static Sheet Added(VoucherDraft draft, Func<DateTimeOffset, string> time) => new(
        Texts.Of("上次之后新增"),
        [new(Texts.Of("日期"), 12), new(Texts.Of("业务"), 18), new(Texts.Of("记账时间"), 20), new(Texts.Of("金额"), 15)],
        [.. draft.Added.Select(e => (IReadOnlyList<object?>)[e.Date, Words.Of(e.Kind), time(e.PostedAt), e.Debits])]);

    private static object?[] Row(SummaryVoucher voucher, VoucherLine line) =>
    [
        voucher.Date, voucher.Word, voucher.Number, voucher.Summary, line.Subject.Code, line.Subject.Name, line.Auxiliary?.Code, line.Auxiliary?.Name,
        line.Debit.IsZero ? null : line.Debit, line.Credit.IsZero ? null : line.Credit,
    ];
}
