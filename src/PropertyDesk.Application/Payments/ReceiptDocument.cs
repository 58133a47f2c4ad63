using System.Globalization;
using PropertyDesk.Application.Documents;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>A receipt (收据) in the current UI language. The amount in capitals is Chinese in both: it is what counts in law.</summary>
public static class ReceiptDocument
{
    private static readonly TextStyle Small = new(8, Ink: Ink.Muted);
    private static readonly TextStyle Plain = new(9.5f);
    private static readonly TextStyle Strong = new(11, Bold: true);

    /// <param name="verifyAt">The address that is printed for asking whether the receipt is real; null for none.</param>
    /// <param name="paper">A5 across unless told otherwise; continuous paper works too.</param>
    public static PrintDocument Of(Letterhead letterhead, PaymentDetails payment, string? verifyAt = null, PageFormat? paper = null)
    {
        var section = new PrintSection(
            [.. Head(letterhead, payment), Paid(payment), new Space(5), .. Amount(payment), new Space(8), Signatures(letterhead, payment)],
            letterhead.Footer(verifyAt is null ? Subject(payment) : $"{Subject(payment)} · {Texts.Of("核验：{0}", verifyAt)}"));
        return PrintDocument.Of(letterhead.Info(Texts.Of("收据 {0}", payment.Receipt)), paper ?? PageFormat.A5Landscape, section);
    }

    private static string Subject(PaymentDetails payment) => payment.PrintCount > 1
        ? $"{Texts.Of("收据 {0}", payment.Receipt)} · {Texts.Of("第 {0} 次打印", payment.PrintCount)}"
        : Texts.Of("收据 {0}", payment.Receipt);

    private static IEnumerable<Block> Head(Letterhead letterhead, PaymentDetails payment) =>
    [
        new Columns(
        [
            new Column(3, new Paragraph(letterhead.Company, new TextStyle(10, Bold: true, Ink.Accent)), new Paragraph(payment.Community, Small)),
            new Column(2, new Paragraph(payment.IsRed ? Texts.Of("红字收据") : Texts.Of("收据"), new TextStyle(18, Bold: true, Align: TextAlign.Centre, LineHeight: 1.5f))),
            new Column(3, new Paragraph(Texts.Of("编号 {0}", payment.Receipt), new TextStyle(11, Bold: true, Ink.Warning, TextAlign.End))),
        ]),
        new Rule(Ink.Accent, 1),
        Facts.InColumns(
            2,
            (Texts.Of("缴款人"), payment.Owner),
            (Texts.Of("房号"), string.Join(", ", payment.Lines.Select(l => l.Unit).Distinct())),
            (Texts.Of("收款日期"), payment.PaidOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            (Texts.Of("收款方式"), payment.How())),
        new Space(5),
    ];

    private static Table Paid(PaymentDetails payment) => new(
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
        [[Texts.Of("合计"), "", "", "", "", payment.Amount.ToString()]]);

    private static IEnumerable<Block> Amount(PaymentDetails payment)
    {
        yield return new Columns(
        [
            new Column(3, new Paragraph(Texts.Of("人民币（大写）：{0}", ChineseAmount.Of(payment.Amount)), Strong)),
            new Column(1, new Paragraph(payment.Amount.ToString(), Strong with { Align = TextAlign.End })),
        ]);
        if (payment.Twin is { } twin)
        {
            yield return new Paragraph(payment.IsRed ? Texts.Of("冲销收据 {0}", twin.Receipt) : Texts.Of("本收据已作废，由红字收据 {0} 冲销", twin.Receipt), Strong with { Ink = Ink.Warning });
        }

        if (payment.LeftToPay > Money.Zero && payment.Twin is null)
        {
            yield return new Paragraph(Texts.Of("收款后尚欠：{0}", payment.LeftToPay), Small);
        }
    }

    private static Columns Signatures(Letterhead letterhead, PaymentDetails payment) => new(
    [
        new Column(2, new Paragraph(Texts.Of("收款单位（盖章）：{0}", letterhead.Company), Plain)),
        new Column(1, new Paragraph(Texts.Of("收款人：{0}", payment.Cashier), Plain)),
        new Column(1, new Paragraph(Texts.Of("本收据不作发票使用。"), Small with { Align = TextAlign.End })),
    ]);
}
