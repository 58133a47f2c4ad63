using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.Domain.Vouchers;

/// <summary>How far a summary voucher reaches.</summary>
public enum VoucherGrouping
{
    /// <summary>One voucher for each day and kind of event.</summary>
    ByDay,

    /// <summary>One voucher for each kind of event in the month, dated on its last day.</summary>
    WholeMonth,
}

/// <summary>A part of a journal line on its side of the books.</summary>
/// <param name="Auxiliary">The community in the auxiliary accounting; null where there is none.</param>
/// <param name="Amount">Positive as a rule; below zero where one charge item takes back a part of what others earned.</param>
public sealed record VoucherPart(DateOnly Date, JournalKind Kind, Subject Subject, Subject? Auxiliary, bool IsDebit, Money Amount);

/// <param name="Debit">Zero on a credit line, and the other way round.</param>
public sealed record VoucherLine(Subject Subject, Subject? Auxiliary, Money Debit, Money Credit);

/// <summary>A summary voucher (汇总凭证): all events of a kind on one day, or in a whole month.</summary>
/// <param name="Number">1, 2 … for each word.</param>
public sealed record SummaryVoucher(DateOnly Date, JournalKind Kind, string Word, int Number, string Summary, IReadOnlyList<VoucherLine> Lines)
{
    public Money Debits => Money.Sum(Lines.Select(l => l.Debit));

    public Money Credits => Money.Sum(Lines.Select(l => l.Credit));

    /// <summary>
    /// Sums up: debits and credits of a subject stay apart, so that the totals are those of the ledger; the order is by day,
    /// kind, side and code, and the same every time.
    /// </summary>
    /// <param name="name">The word and the summary of a kind's voucher of a day.</param>
    /// <exception cref="InvalidOperationException">The parts of a voucher do not balance: some are missing.</exception>
    public static IReadOnlyList<SummaryVoucher> Of(
        IEnumerable<VoucherPart> parts, VoucherGrouping grouping, BillingMonth month, Func<JournalKind, DateOnly, (string Word, string Summary)> name)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. parts.GroupBy(p => (Date: grouping == VoucherGrouping.WholeMonth ? month.LastDay : p.Date, p.Kind)).OrderBy(g => g.Key.Date).ThenBy(g => g.Key.Kind)
                .Select(g => (g.Key, Lines: Sum(g))).Where(g => g.Lines.Count > 0)
                .Select(g =>
                {
                    var (word, summary) = name(g.Key.Kind, g.Key.Date);
                    numbers[word] = numbers.GetValueOrDefault(word) + 1;
                    return new SummaryVoucher(g.Key.Date, g.Key.Kind, word, numbers[word], summary, g.Lines).Balanced();
                }),
        ];
    }

    private static List<VoucherLine> Sum(IEnumerable<VoucherPart> parts) =>
    [
        .. parts.GroupBy(p => (p.IsDebit, p.Subject, p.Auxiliary)).Select(g => (g.Key, Amount: Money.Sum(g.Select(p => p.Amount)))).Where(g => !g.Amount.IsZero)
            .OrderByDescending(g => g.Key.IsDebit).ThenBy(g => g.Key.Subject.Code, StringComparer.Ordinal).ThenBy(g => g.Key.Subject.Name, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Auxiliary?.Code, StringComparer.Ordinal)
            .Select(g => new VoucherLine(g.Key.Subject, g.Key.Auxiliary, g.Key.IsDebit ? g.Amount : Money.Zero, g.Key.IsDebit ? Money.Zero : g.Amount)),
    ];

    private SummaryVoucher Balanced() => Debits == Credits ? this : throw new InvalidOperationException($"The voucher of {Kind} on {Date} is not balanced: {Debits} against {Credits}.");
}
