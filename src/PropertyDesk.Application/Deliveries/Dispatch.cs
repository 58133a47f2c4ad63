using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>What a turn of the dispatcher did.</summary>
/// <param name="Handled">Messages that were taken up.</param>
/// <param name="NextAt">When there is room for more; null when nothing waits for room.</param>
public sealed record DispatchResult(int Handled, DateTimeOffset? NextAt);

/// <summary>
/// Sends what is queued, in short turns that may run on several nodes at once and may be killed at any point: a message is
/// leased, kept as being sent, handed over, and its outcome written, each step by itself.
/// </summary>
public sealed class Dispatch(DeskDbContext db, DeliveryGates gates, DeliveryLeases leases, DispatchBatch batch, DispatchRecovery recovery, TimeProvider clock)
{
    /// <summary>A turn ends after so many messages of a channel, so that other companies get theirs.</summary>
    private const int BatchSize = 50;

    private static readonly DeliveryChannel[] Channels = [DeliveryChannel.Email, DeliveryChannel.Sms];

    /// <summary>One turn for each channel: as many as may pass now.</summary>
    public async Task<DispatchResult> RunAsync(CancellationToken cancel = default)
    {
        await recovery.RecoverLostAsync(cancel);
        await recovery.AskUncertainAsync(cancel);
        var (handled, next) = (0, (DateTimeOffset?)null);
        foreach (var channel in Channels)
        {
            var (count, at) = await TurnAsync(channel, cancel);
            handled += count;
            next = at is null || next < at ? next ?? at : at;
        }

        return new DispatchResult(handled, next);
    }

    private async Task<(int Count, DateTimeOffset? NextAt)> TurnAsync(DeliveryChannel channel, CancellationToken cancel)
    {
        if (!await IsOnAsync(channel, cancel))
        {
            return (0, null);
        }

        var settings = await db.DeliverySettings.AsNoTracking().FirstOrDefaultAsync(cancel);
        var limits = settings ?? await UsualAsync(cancel);
        var (gate, now) = (await gates.FindAsync(channel, cancel), clock.GetUtcNow());
        var room = Math.Min(BatchSize, gate.Room(limits.PerMinute(channel), now));
        if (room <= 0)
        {
            return (0, gate.RoomAt(limits.PerMinute(channel), now));
        }

        var (lease, messages) = await leases.LeaseAsync(channel, room, limits.Quiet.Includes(now, db.Current.TimeZone), cancel);
        if (messages.Count == 0)
        {
            return (0, null);
        }

        try
        {
            return await gates.TakeAsync(gate, messages.Count, limits.PerMinute(channel), cancel)
                ? (await batch.SendAsync(channel, lease, messages, limits.PerRecipient(channel), cancel), now)
                : (0, now);
        }
        finally
        {
            await leases.ReleaseAsync(lease);
        }
    }

    private Task<bool> IsOnAsync(DeliveryChannel channel, CancellationToken cancel) => channel == DeliveryChannel.Email
        ? db.MailAccounts.AnyAsync(a => a.IsOn, cancel)
        : db.SmsAccounts.AnyAsync(a => a.IsOn, cancel);

    private async Task<DeliverySettings> UsualAsync(CancellationToken cancel) => new(await db.Companies.AsNoTracking().SingleAsync(c => c.Id == db.Current.Require(), cancel));
}
