using System.Globalization;
using PropertyDesk.Application.Documents;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Payments;

/// <summary>A receipt (收据) in the current UI language. The amount in capitals is Chinese in both: it is what counts in law.</summary>
public static class ReceiptDocument
{
    /// <param name="verifyAt">The address that is printed for asking whether the receipt is real; null for none.</param>
    /// <param name="paper">That of the community's desk unless told otherwise.</param>
    public static PrintDocument Of(Letterhead letterhead, PaymentDetails payment, string? verifyAt = null, PageFormat? paper = null)
    {
        var form = new ReceiptForm(letterhead, paper ?? ReceiptForm.FormatOf(payment.Paper), payment.Lines.Count);
        return form.Document(
            Texts.Of("收据 {0}", payment.Receipt), payment.PrintCount, verifyAt,
            [.. Head(form, payment), Paid(form, payment), form.Gap, .. Amount(form, payment), .. form.Signatures(Texts.Of("本收据不作发票使用。"), Texts.Of("收款人：{0}", payment.Cashier))]);
    }

    private static IEnumerable<Block> Head(ReceiptForm form, PaymentDetails payment) => form.Head(
        payment.Community, payment.IsRed ? Texts.Of("红字收据") : Texts.Of("收据"), payment.Receipt,
        (Texts.Of("缴款人"), payment.Owner),
        (Texts.Of("房号"), payment.Units()),
        (Texts.Of("收款日期"), payment.PaidOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (Texts.Of("收款方式"), payment.How()));

    private static Table Paid(ReceiptForm form, PaymentDetails payment) => new(
        [
            new(Texts.Of("账单编号"), 2.2f),
            new(Texts.Of("账期"), 1.3f, TextAlign.Centre),
            new(Texts.Of("房号"), 1.8f),
            new(Texts.Of("收费项目"), 3),
            new(Texts.Of("应收"), 1.6f, TextAlign.End),
            new(Texts.Of("本次收款"), 1.6f, TextAlign.End),
        ],
        [
            .. payment.Lines.Select(l => (IReadOnlyList<string>)[l.BillNumber, l.Period.ToString(), l.Unit, l.Item, l.Charge.ToString(), l.Amount.ToString()]),
            .. payment.PrepaidInto is { } into ? new IReadOnlyList<string>[] { ["", "", "", Words.Of(into), "", payment.Prepaid.ToString()] } : [],
        ],
        [[Texts.Of("合计"), "", "", "", "", payment.Amount.ToString()]],
        form.TableSize);

    private static IEnumerable<Block> Amount(ReceiptForm form, PaymentDetails payment)
    {
        yield return form.Amount(payment.Amount);
        if (payment.Twin is { } twin)
        {
            yield return form.Warning(payment.IsRed ? Texts.Of("冲销收据 {0}", twin.Receipt) : Texts.Of("本收据已作废，由红字收据 {0} 冲销", twin.Receipt));
        }

        if (payment.Cash is { Handed: { } handed, Change: { } change })
        {
            yield return form.Note(Texts.Of("收到现金 {0}，找零 {1}", handed, change));
        }

        if (payment.LeftToPay > Money.Zero && payment.Twin is null)
        {
            yield return form.Note(Texts.Of("收款后尚欠：{0}", payment.LeftToPay));
        }
    }
}
