using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.Application.Ledger;

/// <summary>Runs the audit and keeps what it found as alarms. Nothing is repaired here: a difference is for people to explain.</summary>
public sealed class AuditAlarms(DeskDbContext db, TimeProvider clock, LedgerAudit audit)
{
    /// <summary>Running it twice, or twice at once, leaves one open alarm for each broken law.</summary>
    public async Task RunAsync()
    {
        var result = await audit.RunAsync();
        var now = clock.GetUtcNow();
        var all = await db.AuditAlarms.ToListAsync();
        var open = all.FindAll(a => a.EndedAt is null);
        var company = await db.Companies.SingleAsync(c => c.Id == db.Current.Require());
        foreach (var (law, wrong) in result.Broken)
        {
            if (open.Find(a => a.Law == law) is { } alarm)
            {
                alarm.SeeAgain(wrong, now);
            }
            else
            {
                db.Add(new AuditAlarm(company, law, all.Count(a => a.Law == law) + 1, wrong, now));
            }
        }

        open.Where(a => result.Broken.All(b => b.Law != a.Law)).ToList().ForEach(a => a.End(now));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            // Another audit found the same a moment ago and keeps it.
        }
    }

    /// <summary>What is wrong now, the oldest first.</summary>
    public Task<List<AuditAlarm>> OpenAsync() => db.AuditAlarms.AsNoTracking().Where(a => a.EndedAt == null).OrderBy(a => a.FoundAt).ToListAsync();

    /// <summary>What was ever wrong, the newest first.</summary>
    public Task<List<AuditAlarm>> HistoryAsync() => db.AuditAlarms.AsNoTracking().OrderByDescending(a => a.FoundAt).Take(20).ToListAsync();
}
