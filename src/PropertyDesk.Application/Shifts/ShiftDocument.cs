using PropertyDesk.Application.Documents;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Shifts;

/// <summary>The report of a shift (交班报告) on one A4 page, to be signed.</summary>
public static class ShiftDocument
{
    private static readonly TextStyle Plain = new(9.5f);

    /// <param name="time">Writes an instant in the company's time.</param>
    public static PrintDocument Of(Letterhead letterhead, ShiftDetails shift, Func<DateTimeOffset, string> time)
    {
        var title = Texts.Of("交班报告");
        var section = new PrintSection(
            [
                new Paragraph(letterhead.Company, new TextStyle(10, Bold: true, Ink.Accent)),
                new Paragraph(title, new TextStyle(18, Bold: true, Align: TextAlign.Centre, LineHeight: 1.5f)),
                new Rule(Ink.Accent, 1),
                Facts.InColumns(2, [.. Head(shift, time)]),
                new Space(6),
                Methods(shift),
                new Space(6),
                Till(shift),
                new Space(6),
                Count(shift),
                .. Papers(shift),
                new Space(20),
                new Columns([new Column(1, new Paragraph(Texts.Of("收费员签字："), Plain)), new Column(1, new Paragraph(Texts.Of("验收人签字："), Plain))]),
            ],
            letterhead.Footer(title));
        return PrintDocument.Of(letterhead.Info(title), PageFormat.A4, section);
    }

    private static IEnumerable<(string, string)> Head(ShiftDetails shift, Func<DateTimeOffset, string> time)
    {
        yield return (Texts.Of("小区"), shift.Row.Community);
        yield return (Texts.Of("收费员"), shift.Row.Cashier);
        yield return (Texts.Of("开班"), time(shift.Row.OpenedAt));
        yield return (Texts.Of("点款"), shift.Row.CountedAt is { } at ? time(at) : "—");
        yield return (Texts.Of("收据"), shift.Receipts == 0 ? "—" : Texts.Of("{0} 张：{1} 至 {2}", shift.Receipts, shift.FirstReceipt!, shift.LastReceipt!));
        yield return (Texts.Of("验收人"), shift.Row.AcceptedBy ?? "—");
    }

    private static Table Methods(ShiftDetails shift) => new(
        [new(Texts.Of("收款方式"), 3), new(Texts.Of("笔数"), 1, TextAlign.End), new(Texts.Of("金额"), 2, TextAlign.End)],
        [.. shift.Methods.Select(m => (IReadOnlyList<string>)[Words.Of(m.Method), m.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), m.Amount.ToString()])],
        [[Texts.Of(shift.Methods.Any(m => m.Method == PaymentMethod.Purse) ? "合计（预存款收进时已计）" : "合计"), "", Money.Sum(shift.Methods.Where(m => m.Method != PaymentMethod.Purse).Select(m => m.Amount)).ToString()]]);

    private static Table Till(ShiftDetails shift)
    {
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { Texts.Of("备用金"), shift.Till.Float.ToString() },
            new[] { Texts.Of("现金收入"), shift.Till.CashIn.ToString() },
            new[] { Texts.Of("现金退出"), (-shift.Till.CashRefunds).ToString() },
            new[] { Texts.Of("缴存银行"), (-shift.Till.BankDeposit).ToString() },
            new[] { Texts.Of("应有"), shift.Till.Expected.ToString() },
        };
        if (shift.Row.State != ShiftState.Open)
        {
            rows.Add([Texts.Of("实点"), shift.Row.Counted.ToString()]);
            rows.Add([Texts.Of("差异") + (shift.Row.Reason is { } reason ? $"（{reason}）" : ""), shift.Row.Difference.ToString()]);
        }

        return new Table([new(Texts.Of("现金"), 3), new(Texts.Of("金额"), 2, TextAlign.End)], rows, []);
    }

    private static IEnumerable<Block> Papers(ShiftDetails shift)
    {
        if (shift.Slips.Count > 0)
        {
            yield return new Space(6);
            yield return new Table(
                [new(Texts.Of("收据"), 2), new(Texts.Of("业主"), 2), new(Texts.Of("收款方式"), 2), new(Texts.Of("单号"), 3), new(Texts.Of("金额"), 2, TextAlign.End)],
                [.. shift.Slips.Select(s => (IReadOnlyList<string>)[s.Receipt, s.Owner, Words.Of(s.Method), s.Reference, s.Amount.ToString()])],
                [[Texts.Of("单据 {0} 张", shift.Slips.Count), "", "", "", Money.Sum(shift.Slips.Select(s => s.Amount)).ToString()]]);
        }

        if (shift.Held.Count > 0)
        {
            yield return new Space(6);
            yield return new Table(
                [new(Texts.Of("押金"), 2), new(Texts.Of("业主"), 2), new(Texts.Of("收款方式"), 2), new(Texts.Of("单号"), 3), new(Texts.Of("金额"), 2, TextAlign.End)],
                [.. shift.Held.Select(h => (IReadOnlyList<string>)[h.Receipt, h.Owner, Words.Of(h.Method), h.Reference ?? "", h.Amount.ToString()])],
                [[Texts.Of("押金 {0} 笔，现金 {1}", shift.Held.Count, shift.HeldCash), "", "", "", Money.Sum(shift.Held.Select(h => h.Amount)).ToString()]]);
        }

        if (shift.Voids.Count > 0)
        {
            yield return new Space(6);
            yield return new Paragraph(Texts.Of("冲销的收据：{0}", string.Join("；", shift.Voids.Select(v => $"{v.Receipt} → {v.Red} {v.Amount}"))), Plain);
        }
    }

    private static Paragraph Count(ShiftDetails shift)
    {
        if (shift.Row.Pieces.Length == 0)
        {
            return new Paragraph("", Plain);
        }

        var count = CashCount.Parse(shift.Row.Pieces);
        return new Paragraph(
            Texts.Of("点款明细：{0}", string.Join("；", CashCount.Denominations.Zip(count.Pieces).Where(p => p.Second > 0).Select(p => $"{p.First / 100m:0.##} × {p.Second}"))), Plain);
    }
}
