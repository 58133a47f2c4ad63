using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Ledger;

/// <summary>On which day an event is posted.</summary>
internal static class BookedDays
{
    /// <summary>The day of the event; where its month is closed, today: what comes late lands in the open month.</summary>
    public static async Task<DateOnly> BookedDayAsync(this DeskDbContext db, DateOnly day, DateOnly today)
    {
        var month = BillingMonth.Of(day);
        return month < BillingMonth.Of(today) && await db.PeriodClosings.AnyAsync(c => c.Month == month && c.ReopenedAt == null) ? today : day;
    }
}
