using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>
/// Queues reminders before and after the due date as rows, for bills that are still open. Run twice it queues nothing new:
/// a message of a kind exists once for a bill, by a unique key. Days that were missed (the program was down) are made up.
/// </summary>
public sealed class Reminders(DeskDbContext db, DeliveryQueue queue)
{
    private const int MakeUpDays = 7;

    /// <returns>How many rows were queued.</returns>
    public async Task<int> QueueAsync(DateOnly today, CancellationToken cancel = default)
    {
        var queued = 0;
        foreach (var community in await db.Communities.AsNoTracking().ToListAsync(cancel))
        {
            queued += await QueueAsync(community, DeliveryKind.DueSoon, today, today.AddDays(community.RemindDaysBefore), today, cancel);
            var overdueSince = today.AddDays(-community.RemindDaysAfter);
            queued += await QueueAsync(community, DeliveryKind.Overdue, today, overdueSince, overdueSince.AddDays(-MakeUpDays), cancel);
        }

        return queued;
    }

    private async Task<int> QueueAsync(Community community, DeliveryKind kind, DateOnly today, DateOnly latest, DateOnly earliest, CancellationToken cancel)
    {
        var bills = await db.Bills.Open().AsNoTracking()
            .Where(b => b.CommunityId == community.Id && b.DueOn >= earliest && b.DueOn <= latest)
            .Where(b => !db.Deliveries.Any(d => d.BillId == b.Id && d.Kind == kind))

            // A disputed line is not dunned, nor is a bill that is frozen by a lawsuit or an agreement.
            .Where(b => b.Lines.Any(l => l.Outstanding.Fen > 0 && !db.Disputes.Any(d => d.OpenLineId == l.Id)))
            .Where(b => !db.LateFeeFreezes.Any(f => f.BillId == b.Id && f.BillLineId == null && f.To == null))
            .ToListAsync(cancel);
        await queue.AboutBillsAsync(bills, kind, today, cancel);
        return bills.Count;
    }
}
