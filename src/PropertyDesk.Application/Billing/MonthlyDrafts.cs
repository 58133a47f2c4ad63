using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Billing;

/// <summary>Makes the drafts of last month for the communities whose billing day has come.</summary>
public sealed class MonthlyDrafts(DeskDbContext db, BillRuns runs)
{
    /// <summary>Also makes up for a billing day of this month that was missed; a run that exists is left alone.</summary>
    /// <returns>The runs that are new.</returns>
    public async Task<IReadOnlyList<DraftResult>> MakeAsync(DateOnly today, CancellationToken cancel = default)
    {
        var month = BillingMonth.Of(today).Previous;
        var due = await db.Communities
            .Where(c => c.BillingDay <= today.Day && db.ChargeItems.Any(i => i.CommunityId == c.Id) && !db.BillRuns.Any(r => r.CommunityId == c.Id && r.Period == month && r.Sequence == 0))
            .Select(c => c.Id).ToListAsync(cancel);
        var made = new List<DraftResult>();
        foreach (var community in due)
        {
            made.Add(await runs.DraftAsync(community, month, cancel));
        }

        return [.. made.Where(d => d.IsNew)];
    }
}
