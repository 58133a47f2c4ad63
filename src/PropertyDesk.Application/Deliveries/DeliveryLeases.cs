using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>Takes messages for one dispatcher: each step is one UPDATE that names the state it expects, so that of several nodes one wins.</summary>
public sealed class DeliveryLeases(DeskDbContext db, DispatchOptions options, TimeProvider clock)
{
    /// <summary>Messages that wait, the longest waiting first; urgent ones before all.</summary>
    /// <param name="urgentOnly">It is night.</param>
    /// <returns>Those that this dispatcher has now, with the value of their lease.</returns>
    public async Task<(Guid Lease, List<Delivery> Messages)> LeaseAsync(DeliveryChannel channel, int count, bool urgentOnly, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var waiting = db.Deliveries.Where(d => d.Channel == channel && d.State == DeliveryState.Queued && d.NextAt <= now && (d.LeaseUntil == null || d.LeaseUntil < now) && (!urgentOnly || d.IsUrgent));
        var ids = await waiting.OrderByDescending(d => d.IsUrgent).ThenBy(d => d.NextAt).ThenBy(d => d.Id).Take(count).Select(d => d.Id).ToListAsync(cancel);
        if (ids.Count == 0)
        {
            return (Guid.Empty, []);
        }

        var (lease, until) = (Guid.NewGuid(), now + options.Lease);
        await waiting.Where(d => ids.Contains(d.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.Version, lease).SetProperty(d => d.LeaseUntil, (DateTimeOffset?)until), cancel);
        var mine = await db.Deliveries.AsNoTracking().Where(d => ids.Contains(d.Id) && d.Version == lease).OrderByDescending(d => d.IsUrgent).ThenBy(d => d.NextAt).ThenBy(d => d.Id).ToListAsync(cancel);
        return (lease, mine);
    }

    /// <summary>Gives back what was not begun.</summary>
    public Task ReleaseAsync(Guid lease) => db.Deliveries.Where(d => d.Version == lease && d.State == DeliveryState.Queued)
        .ExecuteUpdateAsync(set => set.SetProperty(d => d.LeaseUntil, (DateTimeOffset?)null));

    /// <summary>
    /// Keeps that a message is being sent, before anybody is called. Its place among the recipient's messages of the day is
    /// taken in the same step; where none is left, it waits until tomorrow.
    /// </summary>
    /// <returns>Whether it may be sent now.</returns>
    public async Task<bool> BeginAsync(Delivery message, Guid lease, int perRecipient)
    {
        var day = db.Current.Today(clock);
        if (message.Kind.IsAboutLogin())
        {
            // Codes have limits of their own, where they are asked for; a notice is never one too many.
            return await TakeAsync(message.Id, lease, $"login:{message.Id:n}") == 1;
        }

        var prefix = string.Create(CultureInfo.InvariantCulture, $"{message.Channel}:{day:yyyyMMdd}:{message.Address!.ToLowerInvariant()}:");
        var used = await db.Deliveries.CountAsync(d => d.Slot!.StartsWith(prefix));
        for (var place = used + 1; place <= perRecipient; place++)
        {
            var slot = prefix + place.ToString(CultureInfo.InvariantCulture);
            try
            {
                return await TakeAsync(message.Id, lease, slot) == 1;
            }
            catch (Exception error) when (db.IsUniqueViolation(error))
            {
                // Another node just took the place for another message to the same recipient.
            }
        }

        var (tomorrow, reason) = (db.Current.StartOf(day.AddDays(1)), Texts.Of("今天发给该收件人的消息已达上限 {0} 条，明天再发。", perRecipient));
        await Mine(message.Id, lease).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.NextAt, (DateTimeOffset?)tomorrow).SetProperty(d => d.LeaseUntil, (DateTimeOffset?)null).SetProperty(d => d.Reason, reason));
        return false;
    }

    /// <summary>Messages whose dispatcher died while it was calling.</summary>
    public Task<List<Guid>> LostAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.Deliveries.Where(d => d.State == DeliveryState.Sending && d.LeaseUntil < now).OrderBy(d => d.LeaseUntil).Take(200).Select(d => d.Id).ToListAsync(cancel);
    }

    private Task<int> TakeAsync(Guid id, Guid lease, string slot)
    {
        var now = clock.GetUtcNow();
        return Mine(id, lease).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.State, DeliveryState.Sending).SetProperty(d => d.Attempts, d => d.Attempts + 1).SetProperty(d => d.Slot, slot)
            .SetProperty(d => d.StartedAt, (DateTimeOffset?)now).SetProperty(d => d.LeaseUntil, (DateTimeOffset?)(now + options.Lease)));
    }

    private IQueryable<Delivery> Mine(Guid id, Guid lease)
    {
        var now = clock.GetUtcNow();
        return db.Deliveries.Where(d => d.Id == id && d.Version == lease && d.State == DeliveryState.Queued && d.LeaseUntil >= now);
    }
}
