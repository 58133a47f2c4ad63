using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Billing;

/// <summary>Runs beside the monthly one: numbered within their month, whatever they are for.</summary>
internal static class FurtherRuns
{
    /// <summary>The month's next run, added and not yet saved; of two who take the number at once, the database refuses one.</summary>
    public static async Task<BillRun> AddRunAsync(this DeskDbContext db, Community community, BillingMonth month, BillRunKind kind, DateTimeOffset now, CancellationToken cancel)
    {
        var last = await db.BillRuns.Where(r => r.CommunityId == community.Id && r.Period == month).Select(r => (int?)r.Sequence).MaxAsync(cancel) ?? 0;
        var run = new BillRun(community, month, kind, last + 1, db.Current.UserName, now);
        db.Add(run);
        return run;
    }

    /// <summary>The community's item of this name; added where there is none yet.</summary>
    public static async Task<ChargeItem> ItemAsync(this DeskDbContext db, Community community, string name, int priority, CancellationToken cancel) =>
        await db.ChargeItems.FirstOrDefaultAsync(i => i.CommunityId == community.Id && i.Name == name, cancel) ?? db.Add(new ChargeItem(community, name, onBehalf: false, priority)).Entity;
}
