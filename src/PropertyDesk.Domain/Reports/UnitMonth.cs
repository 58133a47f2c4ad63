namespace PropertyDesk.Domain.Reports;

/// <summary>
/// What is counted of a unit's month (rules of the money, section 7): the household, whether it paid, and the bills that are
/// open. Several bills of a unit are one household, which stands where its last bill puts it, and has paid when nothing is
/// open of all of them together.
/// </summary>
public static class UnitMonth
{
    /// <summary>How the counts go up and down, day by day.</summary>
    /// <param name="moves">All that ever happened to the unit's bills of the month, their issue among it.</param>
    public static IEnumerable<UnitMonthChange> Changes(IEnumerable<BillMove> moves)
    {
        var open = new Dictionary<Guid, long>();
        (IssuedBill Home, bool IsPaid)? stood = null;
        foreach (var day in moves.GroupBy(m => m.On).OrderBy(g => g.Key))
        {
            foreach (var bill in day.GroupBy(m => m.Bill.Id))
            {
                var before = open.GetValueOrDefault(bill.Key);
                var after = open[bill.Key] = before + bill.Sum(m => m.Fen);
                if (after != 0 != (before != 0))
                {
                    yield return new UnitMonthChange(bill.First().Bill, day.Key, OpenBills: after != 0 ? 1 : -1);
                }
            }

            var newest = day.Select(m => m.Bill).Where(b => b.IssuedOn == day.Key).OrderBy(b => b.Number.Length).ThenBy(b => b.Number, StringComparer.Ordinal).LastOrDefault();
            var stands = (Home: newest ?? stood!.Value.Home, IsPaid: open.Values.Sum() <= 0);
            if (stood != stands)
            {
                if (stood is { } was)
                {
                    yield return new UnitMonthChange(was.Home, day.Key, Households: -1, HouseholdsPaid: was.IsPaid ? -1 : 0);
                }

                yield return new UnitMonthChange(stands.Home, day.Key, Households: 1, HouseholdsPaid: stands.IsPaid ? 1 : 0);
            }

            stood = stands;
        }
    }
}

/// <summary>What is counted of a unit's month goes up or down on a day.</summary>
/// <param name="Bill">It says where.</param>
/// <param name="OpenBills">Bills of which something is open.</param>
public readonly record struct UnitMonthChange(IssuedBill Bill, DateOnly On, int OpenBills = 0, int Households = 0, int HouseholdsPaid = 0);
