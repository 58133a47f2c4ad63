using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.UnitTests.Payments;

public sealed class AllocatingPayments
{
    private static readonly DateOnly Due = new(2025, 1, 31);

    private static readonly Gen<OpenLine[]> Lines =
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 3], Gen.Int[1, 3], Gen.Long[0, 100_000], Gen.Bool, Gen.Bool)
            .Select((bill, month, priority, fen, chosen, late) => new OpenLine($"B{bill}", Due.AddMonths(month), priority, new Money(fen), chosen, late))
            .Array[0, 12];

    [Theory]
    [Golden("allocation-principal-first")]
    public void Principal_of_the_oldest_bills_is_paid_before_any_late_fee(GoldenCase golden)
    {
        var bills = GoldenCase.Of(golden.Given.Text("bills")).Given;
        DateOnly[] dueDates = [.. bills.GetProperty("dueDates").EnumerateArray().Select(due => due.Day())];
        var fees = dueDates.Select(due => LateFee.Of(
            new LateFeeTerms(bills.Number("dailyRate")), bills.Amount("principal"), due, [], [], golden.Given.Day("on")).Amount);
        OpenLine[] lines =
        [
            .. dueDates.Select(due => new OpenLine($"{due:yyyyMM}", due, 1, bills.Amount("principal"))),
            .. dueDates.Zip(fees, (due, fee) => new OpenLine($"{due:yyyyMM}", due, 1, fee, IsLateFee: true)),
        ];
        var plan = AllocationOrder.Plan(golden.Given.Amount("pay"), lines);
        Money Open(bool lateFee) => Money.Sum(lines.Select((line, i) => line.IsLateFee == lateFee ? line.Open - plan.Applied[i] : Money.Zero));

        Assert.Equal(golden.Expect.Amounts("applied"), plan.Applied.Take(dueDates.Length));
        Assert.Equal(golden.Expect.Amount("openPrincipal"), Open(lateFee: false));
        Assert.Equal(golden.Expect.Amount("openLateFee"), Open(lateFee: true));
    }

    [Fact]
    public void Bill_by_bill_pays_each_late_fee_before_its_principal() =>
        Assert.Equal(
            [new(10_000), new(500), new(9_500), new(400)],
            AllocationOrder.Plan(
                new Money(20_400),
                [
                    new("A", Due, 1, new Money(10_000)), new("A", Due, 1, new Money(500), IsLateFee: true),
                    new("B", Due.AddDays(1), 1, new Money(10_000)), new("B", Due.AddDays(1), 1, new Money(400), IsLateFee: true),
                ],
                LateFeeOrder.LateFeeFirstBillByBill).Applied);

    [Fact]
    public void Chosen_bills_come_first_then_due_date_then_item_then_number()
    {
        OpenLine[] inOrder =
        [
            new("D", Due.AddDays(9), 9, new Money(100), Chosen: true),
            new("Z", Due, 2, new Money(100)),
            new("A", Due.AddDays(1), 1, new Money(100)),
            new("B", Due.AddDays(1), 1, new Money(100)),
            new("A", Due.AddDays(1), 2, new Money(100)),
        ];

        for (var paid = 0; paid <= inOrder.Length; paid++)
        {
            Money[] expected = [.. inOrder.Select((_, i) => new Money(i < paid ? 100 : 0))];
            Assert.Equal(expected, AllocationOrder.Plan(new Money(100 * paid), inOrder).Applied);
            Assert.Equal(expected.Reverse(), AllocationOrder.Plan(new Money(100 * paid), [.. inOrder.Reverse()]).Applied);
        }
    }

    [Fact]
    public void Nothing_is_lost_and_nothing_is_paid_twice() =>
        Gen.Select(Gen.Long[0, 1_000_000], Lines, Gen.Enum<LateFeeOrder>()).Sample((fen, lines, order) =>
        {
            var plan = AllocationOrder.Plan(new Money(fen), lines, order);

            Assert.Equal(new Money(fen), Money.Sum(plan.Applied) + plan.Left);
            Assert.All(plan.Applied.Zip(lines), pair => Assert.InRange(pair.First.Fen, 0, pair.Second.Open.Fen));
            Assert.True(plan.Left.IsZero || plan.Applied.SequenceEqual(lines.Select(line => line.Open)));
        });

    [Fact]
    public void Refuses_negative_amounts()
    {
        Assert.Throws<ArgumentException>(() => AllocationOrder.Plan(new Money(-1), []));
        Assert.Throws<ArgumentException>(() => AllocationOrder.Plan(new Money(1), [new("A", Due, 1, new Money(-1))]));
    }

    [Fact]
    public void What_may_be_waived_yet_is_paid_after_the_rest_but_before_bills_that_nobody_chose()
    {
        OpenLine[] lines =
        [
            new("B1", Due, 1, new Money(100), Chosen: true, MayBeWaived: true),
            new("B1", Due, 2, new Money(100), Chosen: true),
            new("B2", Due.AddMonths(1), 1, new Money(100), Chosen: true),
            new("B0", Due.AddMonths(-1), 1, new Money(100)),
        ];

        Assert.Equal([30L, 100L, 100L, 0L], AllocationOrder.Plan(new Money(230), lines).Applied.Select(m => m.Fen));
        Assert.Equal([100L, 100L, 100L, 50L], AllocationOrder.Plan(new Money(350), lines).Applied.Select(m => m.Fen));
    }
}
