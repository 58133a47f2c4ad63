using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.UnitTests.Charges;

public sealed class ChargingLateFees
{
    private static readonly DateOnly Due = new(2025, 1, 31);
    private static readonly Gen<Money> Principal = Gen.Long[1, 10_000_000].Select(fen => new Money(fen));
    private static readonly Gen<LateFeeTerms> Terms = Gen.Select(Gen.Int[1, 50], Gen.Int[0, 30], Gen.Int[10, 100])
        .Select((rate, grace, cap) => new LateFeeTerms(rate / 10_000m, grace, cap == 100 ? null : cap / 100m));

    private static readonly Gen<PrincipalReduction[]> Payments =
        Gen.Select(Gen.Int[-10, 300], Gen.Long[1, 3_000_000]).Select((day, fen) => new PrincipalReduction(Due.AddDays(day), new Money(fen))).Array[0, 4];

    private static readonly Gen<DayRange[]> Freezes =
        Gen.Select(Gen.Int[-10, 300], Gen.Int[0, 60]).Select((day, days) => new DayRange(Due.AddDays(day), Due.AddDays(day + days))).Array[0, 3];

    [Theory]
    [Golden("late-fee-three-bills")]
    public void Each_bill_has_its_own_days_and_rounding(GoldenCase golden)
    {
        CalculatedLine[] fees =
        [
            .. golden.Given.GetProperty("dueDates").EnumerateArray().Select(due => LateFee.Of(
                new LateFeeTerms(golden.Given.Number("dailyRate")), golden.Given.Amount("principal"), due.Day(), [], [], golden.Given.Day("paidOn"))),
        ];

        Assert.Equal(
            golden.Expect.GetProperty("days").EnumerateArray().Select(days => days.GetInt32()),
            fees.Select(fee => ((LateFeeWorking)fee.Working).Intervals.Sum(interval => interval.Days)));
        Assert.Equal(golden.Expect.Amounts("fees"), fees.Select(fee => fee.Amount));
        Assert.Equal(golden.Expect.Amount("total"), Money.Sum(fees.Select(fee => fee.Amount)));
    }

    [Theory]
    [Golden("late-fee-after-part-payment")]
    public void A_part_payment_lowers_what_follows_it(GoldenCase golden)
    {
        var payments = golden.Given.GetProperty("payments").EnumerateArray().Select(payment => new PrincipalReduction(payment.Day("on"), payment.Amount("amount")));
        var fee = LateFee.Of(
            new LateFeeTerms(golden.Given.Number("dailyRate")), golden.Given.Amount("principal"), golden.Given.Day("due"), [.. payments], [], golden.Given.Day("until"));

        Assert.Equal(golden.Expect.Amount("fee"), fee.Amount);
    }

    [Theory]
    [Golden("late-fee-cap")]
    public void The_fee_never_passes_its_cap(GoldenCase golden)
    {
        var fee = LateFee.Of(
            new LateFeeTerms(golden.Given.Number("dailyRate"), CapShare: golden.Given.Number("capShareOfPrincipal")),
            golden.Given.Amount("principal"), Due, [], [], Due.AddDays(golden.Given.Count("days")));

        Assert.Equal(golden.Expect.Amount("uncapped"), Money.Round(((LateFeeWorking)fee.Working).Uncapped));
        Assert.Equal(golden.Expect.Amount("fee"), fee.Amount);
    }

    [Fact]
    public void Days_of_grace_cost_nothing_and_are_not_charged_afterwards()
    {
        var terms = new LateFeeTerms(0.001m, GraceDays: 10);

        Assert.Equal(Money.Zero, LateFee.Of(terms, new Money(100_000), Due, [], [], Due.AddDays(10)).Amount);
        Assert.Equal(new Money(100), LateFee.Of(terms, new Money(100_000), Due, [], [], Due.AddDays(11)).Amount);
    }

    [Fact]
    public void A_frozen_day_does_not_count()
    {
        var fee = LateFee.Of(
            new LateFeeTerms(0.001m), new Money(100_000), Due, [], [new(Due.AddDays(3), Due.AddDays(5)), new(Due.AddDays(5), Due.AddDays(6))], Due.AddDays(10));

        Assert.Equal(
            [new(Due.AddDays(1), Due.AddDays(2), new Money(100_000)), new(Due.AddDays(7), Due.AddDays(10), new Money(100_000))],
            ((LateFeeWorking)fee.Working).Intervals);
        Assert.Equal(new Money(600), fee.Amount);
    }

    [Fact]
    public void A_payment_taken_back_counts_again()
    {
        PrincipalReduction[] payments = [new(Due.AddDays(2), new Money(100_000)), new(Due.AddDays(6), new Money(-100_000))];

        // Two days before the payment, four after it was taken back.
        Assert.Equal(new Money(600), LateFee.Of(new LateFeeTerms(0.001m), new Money(100_000), Due, payments, [], Due.AddDays(10)).Amount);
    }

    [Fact]
    public void A_day_later_never_costs_less_and_every_fee_proves_itself() =>
        Gen.Select(Terms, Principal, Payments, Freezes, Gen.Int[-5, 400]).Sample((terms, principal, payments, freezes, days) =>
        {
            var today = LateFee.Of(terms, principal, Due, payments, freezes, Due.AddDays(days));
            var tomorrow = LateFee.Of(terms, principal, Due, payments, freezes, Due.AddDays(days + 1));

            Assert.True(today.Amount <= tomorrow.Amount);
            Assert.Equal(today.Amount, LineWorking.FromJson(today.Working.ToJson()).Recompute());
        });

    [Fact]
    public void Counted_day_by_day_the_fee_is_the_same() =>
        Gen.Select(Terms, Principal, Payments, Freezes, Gen.Int[0, 320]).Sample((terms, principal, payments, freezes, days) =>
        {
            var sum = 0m;
            for (var day = Due.AddDays(terms.GraceDays + 1); day <= Due.AddDays(days); day = day.AddDays(1))
            {
                var open = principal - Money.Sum(payments.Where(payment => payment.On < day).Select(payment => payment.Amount));
                sum += freezes.Any(freeze => freeze.Overlap(day, day) is not null) || open < Money.Zero ? 0 : open.Yuan * terms.DailyRate;
            }

            Assert.Equal(sum, ((LateFeeWorking)LateFee.Of(terms, principal, Due, payments, freezes, Due.AddDays(days)).Working).Uncapped);
        });
}
