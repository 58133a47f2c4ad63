using System.Globalization;
using PropertyDesk.Application.Documents;
using PropertyDesk.Application.Payments;

namespace PropertyDesk.Application.Purses;

/// <summary>A document that used prepaid money for bills (预存款抵扣单), or its red twin, in the current UI language.</summary>
public static class PurseUseDocument
{
    /// <param name="day">Writes the day of an instant in the company's time.</param>
    public static PrintDocument Of(Letterhead letterhead, UseDetails use, Func<DateTimeOffset, DateOnly> day)
    {
        var form = new ReceiptForm(letterhead, ReceiptForm.FormatOf(use.Paper));
        var title = use.IsRed ? Texts.Of("红字抵扣单") : Texts.Of("预存款抵扣单");
        return form.Document(
            $"{title} {use.Number}", 0, null,
            [
                .. form.Head(
                    use.Community, title, use.Number,
                    (Texts.Of("业主"), use.Owner),
                    (Texts.Of("房号"), string.Join(", ", use.Lines.Select(l => l.Unit).Distinct())),
                    (Texts.Of("日期"), day(use.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                    (Texts.Of("来源"), use.Period is { } period ? Texts.Of("{0} 账单发布时自动抵扣", period) : null)),
                Lines(form, use), form.Gap, form.Amount(use.Amount), .. Remarks(form, use),
                .. form.Signatures(Texts.Of("从预存款支付，不另收款。"), Texts.Of("经手人：{0}", use.By)),
            ]);
    }

    private static Table Lines(ReceiptForm form, UseDetails use) => new(
        [
            new(Texts.Of("账单编号"), 2.2f),
            new(Texts.Of("账期"), 1.3f, TextAlign.Centre),
            new(Texts.Of("房号"), 1.8f),
            new(Texts.Of("收费项目"), 3),
            new(Texts.Of("从"), 1.6f),
            new(Texts.Of("本次核销"), 1.6f, TextAlign.End),
        ],
        [.. use.Lines.Select(l => (IReadOnlyList<string>)[l.BillNumber, l.Period.ToString(), l.Unit, l.Item, Words.Of(l.Purse), l.Amount.ToString()])],
        [[Texts.Of("合计"), "", "", "", "", use.Amount.ToString()]],
        form.TableSize);

    private static IEnumerable<Block> Remarks(ReceiptForm form, UseDetails use)
    {
        if (use.Twin is { } twin)
        {
            yield return form.Warning(use.IsRed ? Texts.Of("冲销抵扣单 {0}", twin.Number) : Texts.Of("本单已撤销，见红字抵扣单 {0}", twin.Number));
        }

        if (use.Reason is { } reason)
        {
            yield return form.Note(Texts.Of("撤销原因：{0}", reason));
        }
    }
}
