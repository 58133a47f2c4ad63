using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>Compares the stored sums, with what was not merged yet, to what they would be if they were made anew from the rows.</summary>
public sealed class CheckBillSums(DeskDbContext db, MergeBillSums merge)
{
    /// <summary>Inside the audit's moment.</summary>
    public async Task<AuditCheck> RunAsync(string law)
    {
        var (looked, wrong) = (0, 0);
        foreach (var year in await merge.YearsAsync())
        {
            var (anew, stored) = (Facts(await merge.AnewAsync(year)), Facts(await StoredAsync(year)));
            looked += anew.Count;
            wrong += anew.Except(stored).Concat(stored.Except(anew)).Select(fact => fact.Id).Distinct().Count();
        }

        return new AuditCheck(law, looked, wrong);
    }

    private async Task<IEnumerable<BillSum>> StoredAsync(int year)
    {
        var (first, last) = (new BillingMonth(year, 1), new BillingMonth(year, 12));
        var rows = await db.BillSums.AsNoTracking().Where(s => s.Period >= first && s.Period <= last).ToListAsync();
        var merged = rows.Where(s => s.Grain != SumGrain.Loose).ToDictionary(s => s.Id);
        return MergeBillSums.Merge(rows.Where(s => s.Grain == SumGrain.Loose), merged).UnionBy(merged.Values, s => s.Id);
    }

    // What came to nothing is a sum of zero on one side and may be none on the other.
    private static HashSet<(Guid Id, object Facts)> Facts(IEnumerable<BillSum> sums) => sums.Where(s => !s.IsNothing).Select(s => (s.Id, (object)(
        (s.Grain, s.CommunityId, s.BuildingId, s.UnitKind, s.ChargeItemId, s.Period, s.DueOn, s.On), (s.Billed, s.Red, s.Waived, s.Collected, s.Posted), (s.OpenBills, s.Households, s.HouseholdsPaid)))).ToHashSet();
}
