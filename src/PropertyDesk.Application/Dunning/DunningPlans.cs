using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.Application.Dunning;

/// <summary>A rung that a bill takes today.</summary>
public sealed record PlannedStep(DunnedBill Bill, DunningKind Kind, int Turn);

/// <summary>Finds which bills of a community take a rung on a day. Reads only, so that a ladder can be tried before it holds.</summary>
public sealed class DunningPlans(DeskDbContext db)
{
    public async Task<IReadOnlyList<PlannedStep>> OfAsync(Guid communityId, DunningLadder ladder, DateOnly today, CancellationToken cancel = default)
    {
        var first = ladder.Rungs.Where(r => r.IsOn).Select(r => r.Days).DefaultIfEmpty(int.MaxValue).Min();
        if (first == int.MaxValue)
        {
            return [];
        }

        var latest = today.AddDays(-first);
        var bills = await db.AskedAsync(db.Dunnable().Where(b => b.CommunityId == communityId && b.DueOn <= latest), cancel);
        var taken = (await db.DunningSteps.Where(s => s.CommunityId == communityId && s.Bill.Outstanding.Fen > 0)
            .Select(s => new { s.BillId, Rung = new TakenRung(s.Kind, s.Turn, s.Day) }).ToListAsync(cancel)).ToLookup(s => s.BillId, s => s.Rung);
        var told = await db.DunningContacts.Where(c => c.CommunityId == communityId && c.Day == today && c.DeliveryId != null).Select(c => c.OwnerId).ToHashSetAsync(cancel);
        return [.. bills.GroupBy(b => b.OwnerId).SelectMany(owner => OfOwner([.. owner], told.Contains(owner.Key), ladder, taken, today))];
    }

    // One message a day for an owner: where bills are at different messages, the graver goes first and the other has its turn tomorrow.
    private static IEnumerable<PlannedStep> OfOwner(List<DunnedBill> bills, bool wasTold, DunningLadder ladder, ILookup<Guid, TakenRung> taken, DateOnly today)
    {
        var owed = Money.Sum(bills.Select(b => b.Asked));
        var steps = bills.Select(bill => (Bill: bill, Next: ladder.Next(bill.DueOn, owed, [.. taken[bill.Id]], today)))
            .Where(x => x.Next is not null).Select(x => new PlannedStep(x.Bill, x.Next!.Rung.Kind, x.Next.Turn)).ToList();
        var messages = steps.FindAll(s => s.Kind.IsMessage());
        var gravest = messages.Count == 0 || wasTold ? (DunningKind?)null : messages.Max(s => s.Kind);
        return steps.Where(s => !s.Kind.IsMessage() || s.Kind == gravest);
    }
}
