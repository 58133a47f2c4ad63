using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.UnitTests.Vouchers;

public sealed class SummingVouchersUp
{
    private static readonly BillingMonth May = new(2025, 5);
    private static readonly Subject[] Subjects = [new("1001", "库存现金"), new("1122", "应收账款"), new("6001", "主营业务收入"), new("2221", "应交税费")];
    private static readonly Subject?[] Auxiliaries = [null, new("01", "翠湖"), new("02", "和谐")];

    /// <summary>Balanced entries as the ledger has them: a few debits, and one credit that balances them.</summary>
    private static readonly Gen<VoucherPart[]> Books = Gen.Select(Gen.Int[1, 31], Gen.Enum<JournalKind>(), Gen.Int[0, 2], Gen.Int[0, 3].Select(Gen.Long[1, 1_000_000]).Array[1, 4])
        .Select(e => Entry(new DateOnly(2025, 5, e.Item1), e.Item2, Auxiliaries[e.Item3], e.Item4)).Array[1, 40].Select(entries => entries.SelectMany(e => e).ToArray());

    [Theory]
    [InlineData(VoucherGrouping.ByDay)]
    [InlineData(VoucherGrouping.WholeMonth)]
    public void Each_voucher_balances_and_together_they_are_the_books(VoucherGrouping grouping) => Books.Sample(parts =>
    {
        var vouchers = SummaryVoucher.Of(parts, grouping, May, Name);

        Assert.All(vouchers, v => Assert.Equal(v.Debits, v.Credits));
        Assert.Equal(Money.Sum(parts.Where(p => p.IsDebit).Select(p => p.Amount)), Money.Sum(vouchers.Select(v => v.Debits)));
        foreach (var side in parts.GroupBy(p => (p.IsDebit, p.Subject, p.Auxiliary)))
        {
            var lines = vouchers.SelectMany(v => v.Lines).Where(l => l.Subject == side.Key.Subject && l.Auxiliary == side.Key.Auxiliary);
            Assert.Equal(Money.Sum(side.Select(p => p.Amount)), Money.Sum(lines.Select(l => side.Key.IsDebit ? l.Debit : l.Credit)));
        }
    });

    [Fact]
    public void The_same_books_in_any_order_give_the_same_vouchers() => Books.Sample(parts =>
        Assert.Equal(Text(SummaryVoucher.Of(parts, VoucherGrouping.ByDay, May, Name)), Text(SummaryVoucher.Of([.. parts.Reverse()], VoucherGrouping.ByDay, May, Name))));

    [Fact]
    public void Numbers_run_through_for_each_word()
    {
        var days = new[] { 3, 1, 2 }.SelectMany(day => Entry(new DateOnly(2025, 5, day), JournalKind.PaymentReceived, null, [(0, 100L)]))
            .Concat(Entry(new DateOnly(2025, 5, 1), JournalKind.BillPublished, null, [(1, 50L)]));

        var vouchers = SummaryVoucher.Of(days, VoucherGrouping.ByDay, May, (kind, _) => (kind == JournalKind.PaymentReceived ? "收" : "转", "摘要"));

        Assert.Equal(["转-1 05-01", "收-1 05-01", "收-2 05-02", "收-3 05-03"], vouchers.Select(v => $"{v.Word}-{v.Number} {v.Date:MM-dd}"));
    }

    [Fact]
    public void Books_that_lack_a_part_are_refused() => Assert.Throws<InvalidOperationException>(() => SummaryVoucher.Of(
        [new VoucherPart(May.FirstDay, JournalKind.Waived, Subjects[0], null, true, new Money(1))], VoucherGrouping.ByDay, May, Name));

    [Theory]
    [InlineData("", "应收账款")]
    [InlineData("1122", " ")]
    [InlineData("1234567890123456789012345678901", "太长")]
    public void A_subject_by_half_is_refused(string code, string name)
    {
        var refusal = Assert.Throws<RuleViolation>(() => Subject.Of(code, name, "应收账款"));
        Assert.StartsWith("应收账款：", refusal.Message, StringComparison.Ordinal);
        Assert.Null(Subject.Of(" ", null, "应收账款"));
    }

    private static (string, string) Name(JournalKind kind, DateOnly date) => ("记", kind.ToString());

    private static string Text(IReadOnlyList<SummaryVoucher> vouchers) =>
        string.Join('\n', vouchers.SelectMany(v => v.Lines.Select(l => $"{v.Date} {v.Word}{v.Number} {v.Summary} {l.Subject} {l.Auxiliary} {l.Debit} {l.Credit}")));

    private static IEnumerable<VoucherPart> Entry(DateOnly day, JournalKind kind, Subject? auxiliary, (int Subject, long Fen)[] debits) =>
    [
        .. debits.Select(d => new VoucherPart(day, kind, Subjects[d.Subject], auxiliary, true, new Money(d.Fen))),
        new VoucherPart(day, kind, Subjects[2], auxiliary, false, new Money(debits.Sum(d => d.Fen))),
    ];
}
