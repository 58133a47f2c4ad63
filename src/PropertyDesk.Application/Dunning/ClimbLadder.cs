using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Dunning;

/// <summary>
/// Lets every bill take the rung whose day has come: messages are queued, calls go on the list, letters wait to be printed.
/// A rung is taken once for a bill, by a unique key; run twice, at once, or after a crash, it does what is left.
/// </summary>
public sealed class ClimbLadder(DeskDbContext db, DunningLadders ladders, DunningPlans plans, DeliveryQueue queue)
{
    private const int OwnersAtOnce = 400;
    private const int Tries = 5;

    /// <returns>How many rungs were taken.</returns>
    public async Task<int> RunAsync(DateOnly today, CancellationToken cancel = default)
    {
        var taken = 0;
        foreach (var community in await db.Communities.Select(c => c.Id).ToListAsync(cancel))
        {
            taken += await RunAsync(community, today, cancel);
        }

        return taken;
    }

    private async Task<int> RunAsync(Guid community, DateOnly today, CancellationToken cancel)
    {
        var taken = 0;
        for (var turn = 1; ; turn++)
        {
            var steps = await plans.OfAsync(community, await ladders.OfAsync(community, cancel), today, cancel);
            try
            {
                foreach (var part in steps.GroupBy(s => s.Bill.OwnerId).Chunk(OwnersAtOnce))
                {
                    await TakeAsync([.. part.SelectMany(s => s)], today, cancel);
                    taken += part.Sum(s => s.Count());
                }

                return taken;
            }
            // Another run took some of them, or somebody just ended a call: look again at what is left.
            catch (Exception error) when (turn < Tries && (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error)))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task TakeAsync(List<PlannedStep> steps, DateOnly today, CancellationToken cancel)
    {
        var ids = steps.Select(s => s.Bill.OwnerId).Distinct().ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var owners = await db.Owners.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
        var open = (await db.DunningContacts.AsNoTracking().Where(c => ids.Contains(c.OwnerId) && c.Slot != null && (c.Kind == DunningKind.Call || c.Kind == DunningKind.Letter)).ToListAsync(cancel))
            .ToDictionary(c => (c.OwnerId, c.Kind));
        var contacts = new List<DunningContact>();
        var rows = new List<DunningStep>();
        foreach (var group in steps.GroupBy(s => (s.Bill.OwnerId, s.Kind)))
        {
            var contact = open.GetValueOrDefault(group.Key);
            if (contact is null)
            {
                contact = new DunningContact(owners[group.Key.OwnerId], group.Key.Kind, today);
                contacts.Add(contact);
            }

            rows.AddRange(group.Select(s => new DunningStep(contact, s.Bill.Id, s.Kind, s.Turn, s.Bill.Asked, today)));
        }

        await HoldAsync([.. rows.Select(r => r.ContactId).Intersect(open.Values.Select(c => c.Id))], cancel);
        await TellAsync(contacts, rows, today, cancel);
        await db.BulkInsertAsync(contacts, cancel);
        await db.BulkInsertAsync(rows, cancel);
        await transaction.CommitAsync(cancel);
    }

    // A bill joins a call or a letter that is open still, and must not join one that just ended.
    private async Task HoldAsync(List<Guid> joined, CancellationToken cancel)
    {
        var held = joined.Count == 0 ? 0 : await db.DunningContacts.Where(c => joined.Contains(c.Id) && c.Slot != null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Slot, c => c.Slot), cancel);
        if (held != joined.Count)
        {
            throw new DbUpdateConcurrencyException("A contact was closed meanwhile.");
        }
    }

    private async Task TellAsync(List<DunningContact> contacts, List<DunningStep> steps, DateOnly today, CancellationToken cancel)
    {
        var messages = contacts.FindAll(c => c.Kind.IsMessage());
        if (messages.Count == 0)
        {
            return;
        }

        var byContact = steps.ToLookup(s => s.ContactId);
        var wanted = messages.SelectMany(c => byContact[c.Id]).Select(s => s.BillId).ToList();
        var bills = await db.Bills.AsNoTracking().Where(b => wanted.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancel);
        var debts = messages.ConvertAll(c => new DebtMessage(
            Key(c), c.Kind.Message(), [.. byContact[c.Id].Select(s => bills[s.BillId]).OrderBy(b => b.DueOn).ThenBy(b => b.Number, StringComparer.Ordinal)],
            Money.Sum(byContact[c.Id].Select(s => s.Asked))));
        var sent = await queue.AboutDebtsAsync(debts, today, cancel);
        messages.ForEach(c => c.Send(sent[Key(c)]));
    }

    private static string Key(DunningContact contact) => $"dunning:{contact.Id:n}";
}
