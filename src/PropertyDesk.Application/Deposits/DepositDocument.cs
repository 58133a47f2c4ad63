using System.Globalization;
using PropertyDesk.Application.Documents;
using PropertyDesk.Application.Payments;

namespace PropertyDesk.Application.Deposits;

/// <summary>A receipt of a deposit (押金收据), taken or given back, in the current UI language.</summary>
public static class DepositDocument
{
    /// <param name="verifyAt">The address that is printed for asking whether the receipt is real; null for none.</param>
    public static PrintDocument Of(Letterhead letterhead, DepositPaper deposit, string? verifyAt = null)
    {
        var form = new ReceiptForm(letterhead, ReceiptForm.FormatOf(deposit.Paper));
        var title = deposit.GivenBack ? Texts.Of("押金退还收据") : Texts.Of("押金收据");
        return form.Document(
            $"{title} {deposit.Receipt}", deposit.PrintCount, verifyAt,
            [
                .. form.Head(
                    deposit.Community, title, deposit.Receipt,
                    (deposit.GivenBack ? Texts.Of("领款人") : Texts.Of("缴款人"), deposit.Owner),
                    (Texts.Of("用途"), deposit.Purpose),
                    (deposit.GivenBack ? Texts.Of("退还日期") : Texts.Of("收款日期"), deposit.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                    (deposit.GivenBack ? Texts.Of("退款方式") : Texts.Of("收款方式"), $"{Words.Of(deposit.Method)} {deposit.Reference}".Trim())),
                Lines(form, deposit), form.Gap, form.Amount(deposit.Amount), .. Remarks(form, deposit),
                .. form.Signatures(Texts.Of("本收据不作发票使用。"), deposit.GivenBack ? [Texts.Of("经手人：{0}", deposit.By), Texts.Of("领款人签字：")] : [Texts.Of("收款人：{0}", deposit.By)]),
            ]);
    }

    private static Table Lines(ReceiptForm form, DepositPaper deposit) => new(
        [new(Texts.Of("项目"), 4), new(Texts.Of("金额"), 1, TextAlign.End)],
        [
            [Texts.Of("收取押金（{0}）", deposit.Purpose), deposit.Taken.ToString()],
            .. deposit.Deducted.Select(d => (IReadOnlyList<string>)[Texts.Of("扣除：{0}", d.Reason), (-d.Amount).ToString()]),
        ],
        [[deposit.GivenBack ? Texts.Of("实退") : Texts.Of("实收"), deposit.Amount.ToString()]],
        form.TableSize);

    private static IEnumerable<Block> Remarks(ReceiptForm form, DepositPaper deposit)
    {
        if (deposit.GivenBack)
        {
            yield return form.Note(Texts.Of("凭押金收据 {0} 退还。", deposit.Other));
        }
        else
        {
            yield return deposit.Other is { } back ? form.Warning(Texts.Of("押金已退还，见退还收据 {0}", back)) : form.Note(Texts.Of("请妥善保管，退还押金时凭本收据。"));
        }
    }
}
