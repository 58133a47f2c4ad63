using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Billing;

/// <summary>A community whose month is to be drafted.</summary>
public sealed record DueDraft(int CompanyId, Guid CommunityId);

/// <summary>Finds the communities whose billing day has come.</summary>
public sealed class MonthlyDrafts(DeskDbContext db)
{
    /// <summary>The month that is billed: the last one that is over.</summary>
    public static BillingMonth MonthOf(DateOnly today) => BillingMonth.Of(today).Previous;

    /// <summary>Those without a draft of the month; also those whose billing day of this month was missed.</summary>
    public Task<List<DueDraft>> DueAsync(DateOnly today, CancellationToken cancel = default)
    {
        var month = MonthOf(today);
        return db.Communities
            .Where(c => c.BillingDay <= today.Day && db.ChargeItems.Any(i => i.CommunityId == c.Id) && !db.BillRuns.Any(r => r.CommunityId == c.Id && r.Period == month && r.Sequence == 0))
            .Select(c => new DueDraft(c.CompanyId, c.Id)).ToListAsync(cancel);
    }
}
