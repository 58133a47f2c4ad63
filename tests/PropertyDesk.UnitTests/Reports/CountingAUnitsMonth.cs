using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.UnitTests.Reports;

public sealed class CountingAUnitsMonth
{
    private static readonly Guid Flat = Guid.NewGuid();
    private static readonly DateOnly First = new(2026, 5, 3);
    private readonly (Guid Id, string Number, UnitKind Kind) _one = (Guid.NewGuid(), "202605-00009", UnitKind.Residential), _two = (Guid.NewGuid(), "202605-S2-00001", UnitKind.Shop);

    [Fact]
    public void A_bill_is_open_until_nothing_is_and_its_household_has_paid_then()
    {
        var moves = new[] { Move(_one, 0, 0, 100), Move(_one, 0, 4, -60), Move(_one, 0, 9, -40) };

        Assert.Equal((1, 1, 0), Counts(moves, 0));
        Assert.Equal((1, 1, 0), Counts(moves, 4));
        Assert.Equal((1, 1, 0), Counts(moves, 8));
        Assert.Equal((0, 1, 1), Counts(moves, 9));
    }

    [Fact]
    public void Money_that_is_taken_back_opens_it_again()
    {
        var moves = new[] { Move(_one, 0, 0, 100), Move(_one, 0, 1, -100), Move(_one, 0, 5, 100), Move(_one, 0, 7, -100) };

        Assert.Equal([(1, 1, 0), (0, 1, 1), (1, 1, 0), (0, 1, 1)], new[] { 0, 1, 5, 7 }.Select(day => Counts(moves, day)));
    }

    [Fact]
    public void What_happens_within_a_day_counts_by_its_end()
    {
        Assert.Equal([(0, 1, 1)], Days([Move(_one, 0, 0, 100), Move(_one, 0, 0, -100)]));
        Assert.Equal([(1, 1, 0)], Days([Move(_one, 0, 0, 100), Move(_one, 0, 2, -100), Move(_one, 0, 2, 100)]));
    }

    [Fact]
    public void Several_bills_are_one_household_that_has_paid_when_all_are()
    {
        var moves = new[] { Move(_one, 0, 0, 100), Move(_one, 0, 2, -100), Move(_two, 3, 3, 50), Move(_two, 3, 6, -50) };

        Assert.Equal([(1, 1, 0), (0, 1, 1), (1, 1, 0), (0, 1, 1)], new[] { 0, 2, 3, 6 }.Select(day => Counts(moves, day)));
    }

    [Fact]
    public void What_is_too_much_on_one_bill_pays_another_of_the_household_but_both_are_open()
    {
        Assert.Equal((2, 1, 1), Counts([Move(_one, 0, 0, 100), Move(_two, 0, 0, -100)], 0));
    }

    [Fact]
    public void It_stands_where_its_last_bill_puts_it()
    {
        var changes = UnitMonth.Changes([Move(_one, 0, 0, 100), Move(_two, 3, 3, 50)]).ToList();

        Assert.Equal(0, changes.Where(c => c.Bill.UnitKind == UnitKind.Residential).Sum(c => c.Households));
        Assert.Equal(1, changes.Where(c => c.Bill.UnitKind == UnitKind.Residential && c.On < First.AddDays(3)).Sum(c => c.Households));
        Assert.Equal(1, changes.Where(c => c.Bill.UnitKind == UnitKind.Shop).Sum(c => c.Households));
        // Of two bills of one day the later number is the last.
        Assert.Equal(UnitKind.Shop, Assert.Single(UnitMonth.Changes([Move(_two, 0, 0, 50), Move(_one, 0, 0, 100)]), c => c.Households != 0).Bill.UnitKind);
    }

    [Fact]
    public void A_bill_of_nothing_is_a_household_that_has_paid() => Assert.Equal([(0, 1, 1)], Days([Move(_one, 0, 0, 0)]));

    private static BillMove Move((Guid Id, string Number, UnitKind Kind) bill, int issued, int on, long fen) =>
        new IssuedBill(bill.Id, Guid.Empty, Flat, new BillingMonth(2026, 5), bill.Number, First.AddDays(issued), null, Guid.Empty, bill.Kind).Move(First.AddDays(on), fen);

    private static (int OpenBills, int Households, int Paid) Counts(IEnumerable<BillMove> moves, int day)
    {
        var until = UnitMonth.Changes(moves).Where(c => c.On <= First.AddDays(day)).ToList();
        return (until.Sum(c => c.OpenBills), until.Sum(c => c.Households), until.Sum(c => c.HouseholdsPaid));
    }

    private static IEnumerable<(int OpenBills, int Households, int Paid)> Days(IReadOnlyCollection<BillMove> moves) =>
        UnitMonth.Changes(moves).Select(c => c.On).Distinct().Order().Select(day => Counts(moves, day.DayNumber - First.DayNumber));
}
