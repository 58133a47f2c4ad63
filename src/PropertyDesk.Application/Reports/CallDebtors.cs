using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.Application.Reports;

/// <summary>Makes calls of a list of debtors: whoever may be dunned and is on no call list yet is called from today on.</summary>
public sealed class CallDebtors(DeskDbContext db, ArrearsFigures arrears, TimeProvider clock)
{
    private const int Tries = 3;

    /// <summary>Puts the largest debtors of today on the call list; whoever is on it already stays as they are.</summary>
    /// <returns>How many are new on the list.</returns>
    /// <exception cref="NotFoundException">There is no such community here.</exception>
    public async Task<int> AddLargestAsync(Guid? communityId, CancellationToken cancel = default)
    {
        await ReportHeads.RequireAsync(db, communityId, cancel);
        var today = db.Current.Today(clock);
        var ids = await arrears.LargestAsync(new FigureChoice(today, today, communityId), cancel);
        for (var turn = 1; ; turn++)
        {
            var dunnable = db.Dunnable().Where(b => b.DueOn < today);
            var owners = await db.Owners.Where(o => ids.Contains(o.Id) && dunnable.Any(b => b.OwnerId == o.Id)
                && !db.DunningContacts.Any(c => c.OwnerId == o.Id && c.Kind == DunningKind.Call && c.Slot != null)).ToListAsync(cancel);
            db.AddRange(owners.Select(o => new DunningContact(o, DunningKind.Call, today)));
            try
            {
                await db.SaveChangesAsync(cancel);
                return owners.Count;
            }
            catch (DbUpdateException error) when (turn < Tries && db.IsUniqueViolation(error))
            {
                // Somebody put one of them there meanwhile: whoever is left.
                db.ChangeTracker.Clear();
            }
        }
    }
}
