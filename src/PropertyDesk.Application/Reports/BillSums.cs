using PropertyDesk.Domain;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>
/// Reads the stored sums. What was written since they were merged last counts at once: a report is never behind the desk.
/// </summary>
public sealed class BillSums(DeskDbContext db)
{
    /// <summary>
    /// All sums by place and item. Days are told apart only in the calendar months of the cuts; of every other month there is
    /// one sum, dated on its first day: on the same side of each cut as all of its days.
    /// </summary>
    /// <param name="communityId">Null for all that the user may see.</param>
    /// <param name="cuts">The days before and after which something is asked.</param>
    public IQueryable<BillSum> CutAt(Guid? communityId, params IEnumerable<DateOnly> cuts)
    {
        var firsts = cuts.Select(day => BillingMonth.Of(day).FirstDay).Distinct().ToArray();
        var all = Of(communityId);
        return firsts.Aggregate(
            all.Where(s => s.Grain == SumGrain.Loose).Concat(all.Where(s => s.Grain == SumGrain.Month && !firsts.Contains(s.On))),
            (sums, first) =>
            {
                var last = BillingMonth.Of(first).LastDay;
                return sums.Concat(all.Where(s => s.Grain == SumGrain.Day && s.On >= first && s.On <= last));
            });
    }

    /// <summary>All sums by day, whatever the place and the item.</summary>
    public IQueryable<BillSum> ByDay(Guid? communityId) => Of(communityId).Where(s => s.Grain == SumGrain.Loose || s.Grain == SumGrain.CommunityDay);

    private IQueryable<BillSum> Of(Guid? communityId) => db.BillSums.Where(s => communityId == null || s.CommunityId == communityId);
}
