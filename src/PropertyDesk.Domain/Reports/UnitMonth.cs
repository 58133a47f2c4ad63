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
        (BillMove Home, bool IsPaid)? stood = null;
        foreach (var day in moves.GroupBy(m => m.On!.Value).OrderBy(g => g.Key))
        {
            foreach (var bill in day.GroupBy(m => m.BillId))
            {
                var before = open.GetValueOrDefault(bill.Key);
                var after = open[bill.Key] = before + bill.Sum(m => m.Fen);
                if (after != 0 != (before != 0))
                {
                    yield return new UnitMonthChange(bill.First(), day.Key, OpenBills: after != 0 ? 1 : -1);
                }
            }

            var newest = day.Where(m => m.IssuedOn == day.Key).OrderBy(m => m.Number.Length).ThenBy(m => m.Number, StringComparer.Ordinal).LastOrDefault();
            var (home, isPaid) = (newest ?? stood!.Value.Home, open.Values.Sum() <= 0);
            if (stood is { } was && (was.Home != home || was.IsPaid != isPaid))
            {
                yield return new UnitMonthChange(was.Home, day.Key, Households: -1, HouseholdsPaid: was.IsPaid ? -1 : 0);
            }

            if (stood != (home, isPaid))
            {
                yield return new UnitMonthChange(home, day.Key, Households: 1, HouseholdsPaid: isPaid ? 1 : 0);
            }

            stood = (home, isPaid);
        }
    }
}

/// <summary>What is counted of a unit's month goes up or down on a day.</summary>
/// <param name="Of">The bill that says where.</param>
/// <param name="OpenBills">Bills of which something is open.</param>
public readonly record struct UnitMonthChange(BillMove Of, DateOnly On, int OpenBills = 0, int Households = 0, int HouseholdsPaid = 0);
