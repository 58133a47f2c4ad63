using System.Globalization;
using PropertyDesk.Application.Documents;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Application.Purses;

/// <summary>
/// A release between the classes of a purse (预存款调剂单) in the current UI language. One that is not carried out yet prints
/// as a request, for the owner to sign.
/// </summary>
public static class PurseReleaseDocument
{
    /// <param name="day">Writes the day of an instant in the company's time.</param>
    public static PrintDocument Of(Letterhead letterhead, ReleaseRow release, Func<DateTimeOffset, DateOnly> day)
    {
        var form = new ReceiptForm(letterhead, ReceiptForm.FormatOf(release.Paper));
        var title = release.Number is null ? Texts.Of("调剂申请") : Texts.Of("预存款调剂单");
        string Day(DateTimeOffset at) => day(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return form.Document(
            $"{title} {release.Number}".TrimEnd(), 0, null,
            [
                .. form.Head(
                    release.Community, title, release.Number ?? "—",
                    (Texts.Of("业主"), release.Owner),
                    (Texts.Of("从"), Words.Of(release.From)),
                    (Texts.Of("转到"), Words.Of(release.To)),
                    (Texts.Of("原因"), release.Reason),
                    (Texts.Of("状态"), Words.Of(release.State)),
                    (Texts.Of("申请人"), $"{release.RequestedBy} {Day(release.RequestedAt)}"),
                    (Texts.Of("审批人"), release.DecidedAt is { } at ? $"{release.DecidedBy} {Day(at)}" : null)),
                form.Gap, form.Amount(release.Amount),
                .. release.State == CorrectionState.Rejected ? [form.Warning(Texts.Of("已驳回：{0}", release.DecisionNote ?? ""))] : Array.Empty<Block>(),
                .. form.Signatures(Texts.Of("预存款在类别之间调剂，总额不变。"), release.Number is null ? Texts.Of("业主签字：") : Texts.Of("经手人：{0}", release.DecidedBy ?? "")),
            ]);
    }
}
