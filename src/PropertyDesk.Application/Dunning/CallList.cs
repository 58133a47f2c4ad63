using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.Application.Dunning;

/// <summary>An owner who is to be called.</summary>
/// <param name="Phone">Masked.</param>
/// <param name="Asked">Of overdue bills, lines in dispute left out.</param>
/// <param name="RefusesCalls">The owner wants no calls; somebody writes or visits.</param>
/// <param name="ClaimedBy">Whoever calls right now; null where nobody does.</param>
public sealed record CallRow(
    Guid OwnerId, Guid ContactId, string Owner, string Phone, string Units, int Bills, Money Asked, int DaysOverdue, DateOnly CallOn, bool RefusesCalls,
    string? ClaimedBy, bool IsMine, CallOutcome? Last, DateTimeOffset? LastAt);

/// <summary>The calls of the day. Two collectors never call one owner: whoever claims one first has them for a quarter of an hour.</summary>
public sealed class CallList(DeskDbContext db, TimeProvider clock)
{
    private const int Longest = 300;
    private const int Tries = 20;

    private Guid Me => db.Current.UserId ?? Guid.Empty;

    /// <summary>Whom to call today: what was agreed first, then who owes most.</summary>
    public async Task<IReadOnlyList<CallRow>> TodayAsync(CancellationToken cancel = default)
    {
        var (today, now) = (db.Current.Today(clock), clock.GetUtcNow());
        var contacts = await db.DunningContacts.Where(c => c.Kind == DunningKind.Call && c.Slot != null && c.CallOn <= today)
            .Select(c => new
            {
                c.Id,
                c.OwnerId,
                c.Owner.Name,
                c.Owner.Phone,
                c.Day,
                CallOn = c.CallOn!.Value,
                c.ClaimedBy,
                c.ClaimedById,
                c.ClaimedUntil,
                Refuses = db.DeliveryPreferences.Any(p => p.OwnerId == c.OwnerId && p.RefusesPhone),
            }).ToListAsync(cancel);
        var ids = contacts.ConvertAll(c => c.OwnerId);
        var bills = (await db.AskedAsync(db.Dunnable().Where(b => b.DueOn < today && ids.Contains(b.OwnerId)), cancel)).ToLookup(b => b.OwnerId);
        var calls = (await db.DunningCalls.Where(c => ids.Contains(c.OwnerId)).OrderByDescending(c => c.At).Select(c => new { c.OwnerId, c.Outcome, c.At, c.Again }).ToListAsync(cancel)).ToLookup(c => c.OwnerId);
        return
        [
            .. contacts.Where(c => bills.Contains(c.OwnerId)).Select(c => (Contact: c, Bills: bills[c.OwnerId].ToList(), Last: calls[c.OwnerId].FirstOrDefault()))
                .OrderByDescending(x => x.Last?.Outcome == CallOutcome.CallBack && x.Last.Again == today).ThenByDescending(x => Money.Sum(x.Bills.Select(b => b.Asked)).Fen).ThenBy(x => x.Contact.Id)
                .Take(Longest)
                .Select(x => new CallRow(
                    x.Contact.OwnerId, x.Contact.Id, x.Contact.Name, Masking.Phone(x.Contact.Phone), string.Join('、', x.Bills.Select(b => b.UnitCode).Distinct().Order(StringComparer.Ordinal)),
                    x.Bills.Count, Money.Sum(x.Bills.Select(b => b.Asked)), today.DayNumber - x.Bills[0].DueOn.DayNumber, x.Contact.CallOn, x.Contact.Refuses,
                    x.Contact.ClaimedUntil > now ? x.Contact.ClaimedBy : null, x.Contact.ClaimedUntil > now && x.Contact.ClaimedById == Me, x.Last?.Outcome, x.Last?.At)),
        ];
    }

    /// <summary>Takes an owner from the list.</summary>
    /// <exception cref="RuleViolation">Somebody else is calling, or the call was made.</exception>
    public async Task<Guid> ClaimAsync(Guid contactId)
    {
        var contact = NotFoundException.Check(await db.DunningContacts.FirstOrDefaultAsync(c => c.Id == contactId && c.Kind == DunningKind.Call), contactId);
        contact.Claim(Me, db.Current.UserName, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("刚被他人接走，请换一位。");
        }

        return contact.OwnerId;
    }

    /// <summary>Takes the first owner whom nobody has; the one that one has already comes before.</summary>
    /// <returns>Null where nobody is left.</returns>
    public async Task<Guid?> NextAsync()
    {
        for (var turn = 1; ; turn++)
        {
            var rows = await TodayAsync();
            if ((rows.FirstOrDefault(r => r.IsMine) ?? rows.FirstOrDefault(r => r.ClaimedBy is null && !r.RefusesCalls)) is not { } next)
            {
                return null;
            }

            try
            {
                return await ClaimAsync(next.ContactId);
            }
            catch (RuleViolation) when (turn < Tries)
            {
                // Somebody else was quicker: the next one.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Gives an owner back without a call.</summary>
    public async Task ReleaseAsync(Guid ownerId)
    {
        _ = NotFoundException.Check(await db.Owners.Where(o => o.Id == ownerId).Select(o => o.Name).FirstOrDefaultAsync(), ownerId);
        var me = Me;
        await db.DunningContacts.Where(c => c.OwnerId == ownerId && c.Slot != null && c.ClaimedById == me)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ClaimedUntil, (DateTimeOffset?)null).SetProperty(c => c.ClaimedById, (Guid?)null).SetProperty(c => c.ClaimedBy, (string?)null).SetProperty(c => c.Version, Guid.NewGuid()));
    }
}
