using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>What the list of messages is narrowed to.</summary>
/// <param name="Text">Start of a unit's short form, part of an owner's name, or a bill number.</param>
/// <param name="From">First day; null without limit.</param>
public sealed record DeliveryFilter(
    DeliveryKind? Kind = null, DeliveryState? State = null, string? Text = null, DeliveryChannel? Channel = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>A message in the list.</summary>
/// <param name="Day">The company's day for which it was queued.</param>
public sealed record DeliveryRow(
    Guid Id, DeliveryKind Kind, DeliveryChannel? Channel, DeliveryState State, DateOnly Day, Guid? OwnerId, string Owner, Guid? BillId, string? BillNumber, string Unit, string? Reason);

/// <summary>How many messages are in a state.</summary>
public sealed record DeliveryCount(DeliveryState State, int Count);

/// <summary>What a channel carried in a month.</summary>
public sealed record DeliveryMonth(BillingMonth Month, DeliveryChannel Channel, int Queued, int Sent, int Delivered, int Failed, Money Cost);

/// <summary>A channel that does not send what waits for it.</summary>
/// <param name="Problem">What the provider said; null where the company has not set the channel up.</param>
public sealed record StuckChannel(DeliveryChannel Channel, int Waiting, string? Problem, DateTimeOffset? RestsUntil);

/// <summary>Everything about a message.</summary>
/// <param name="Address">Masked.</param>
public sealed record DeliveryDetails(Delivery Message, string Address, string? BillNumber, IReadOnlyList<DeliveryEvent> History);

/// <summary>Reads the messages to owners.</summary>
public sealed class DeliveryQueries(DeskDbContext db)
{
    private const int Months = 12;

    /// <summary>Newest day first, then in the order of the bills.</summary>
    public Task<Paged<DeliveryRow>> ListAsync(DeliveryFilter filter, int page = 1, CancellationToken cancel = default) =>
        Filtered(filter).OrderByDescending(d => d.Day).ThenBy(d => d.Bill!.Number).ThenBy(d => d.Id)
            .Select(d => new DeliveryRow(d.Id, d.Kind, d.Channel, d.State, d.Day, d.OwnerId, d.RecipientName, d.BillId, d.Bill!.Number, d.UnitCode, d.Reason))
            .ToPageAsync(page, cancel: cancel);

    /// <summary>The counts by state of what the filter shows, whatever state it asks for.</summary>
    public async Task<IReadOnlyList<DeliveryCount>> CountsAsync(DeliveryFilter filter, CancellationToken cancel = default)
    {
        var counts = await Filtered(filter with { State = null }).GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return [.. Enum.GetValues<DeliveryState>().Where(counts.ContainsKey).Select(state => new DeliveryCount(state, counts[state]))];
    }

    /// <exception cref="NotFoundException">There is no such message here.</exception>
    public async Task<DeliveryDetails> FindAsync(Guid id)
    {
        var message = NotFoundException.Check(await Visible.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id), id);
        var number = await db.Bills.Where(b => b.Id == message.BillId).Select(b => b.Number).FirstOrDefaultAsync();
        var history = await db.DeliveryEvents.AsNoTracking().Where(e => e.DeliveryId == id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync();
        return new DeliveryDetails(message, message.Channel == DeliveryChannel.Email ? Masking.Email(message.Address) : Masking.Phone(message.Address), number, history);
    }

    /// <summary>What each channel carried in the last twelve months, newest first.</summary>
    public async Task<IReadOnlyList<DeliveryMonth>> MonthsAsync(DateOnly today)
    {
        var since = BillingMonth.Of(today).FirstDay.AddMonths(1 - Months);
        var days = await db.Deliveries.Where(d => d.Day >= since && d.Channel != null).GroupBy(d => new { d.Day, d.Channel, d.State })
            .Select(g => new { g.Key.Day, g.Key.Channel, g.Key.State, Count = g.Count(), Fen = g.Sum(d => d.Cost.Fen) }).ToListAsync();
        return
        [
            .. days.GroupBy(d => (Month: BillingMonth.Of(d.Day), Channel: d.Channel!.Value)).OrderByDescending(g => g.Key.Month.Number).ThenBy(g => g.Key.Channel)
                .Select(g => new DeliveryMonth(
                    g.Key.Month, g.Key.Channel, g.Sum(d => d.Count), g.Where(d => d.State is DeliveryState.Sent or DeliveryState.Delivered).Sum(d => d.Count),
                    g.Where(d => d.State == DeliveryState.Delivered).Sum(d => d.Count),
                    g.Where(d => d.State is DeliveryState.Failed or DeliveryState.GivenUp or DeliveryState.Uncertain).Sum(d => d.Count), new Money(g.Sum(d => d.Fen)))),
        ];
    }

    /// <summary>Channels for which messages wait that nobody sends now.</summary>
    public async Task<IReadOnlyList<StuckChannel>> StuckAsync(DateTimeOffset now)
    {
        var waiting = await db.Deliveries.Where(d => d.State == DeliveryState.Queued && d.NextAt != null).GroupBy(d => d.Channel).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        var gates = await db.DeliveryGates.AsNoTracking().Where(g => g.Failures > 0).ToListAsync();
        var (mail, sms) = (await db.MailAccounts.AnyAsync(a => a.IsOn), await db.SmsAccounts.AnyAsync(a => a.IsOn));
        return
        [
            .. waiting.Select(w => (Channel: w.Key!.Value, w.Count, Gate: gates.Find(g => g.Channel == w.Key), IsOn: w.Key == DeliveryChannel.Email ? mail : sms))
                .Where(w => !w.IsOn || w.Gate is not null)
                .Select(w => new StuckChannel(w.Channel, w.Count, w.IsOn ? w.Gate!.Problem : null, w.IsOn && w.Gate!.RestsUntil > now ? w.Gate.RestsUntil : null)),
        ];
    }

    // Messages about logins are nobody's business at the desk.
    private IQueryable<Delivery> Visible => db.Deliveries.Where(d => d.Kind != DeliveryKind.OneTimeCode && d.Kind != DeliveryKind.AccountNotice);

    private IQueryable<Delivery> Filtered(DeliveryFilter filter)
    {
        var deliveries = Visible.Where(d =>
            (filter.Kind == null || d.Kind == filter.Kind) && (filter.State == null || d.State == filter.State) && (filter.Channel == null || d.Channel == filter.Channel)
            && (filter.From == null || d.Day >= filter.From) && (filter.To == null || d.Day <= filter.To));
        if (string.IsNullOrWhiteSpace(filter.Text))
        {
            return deliveries;
        }

        var text = filter.Text.Trim();
        return deliveries.Where(d => d.UnitCode.StartsWith(text) || d.RecipientName.Contains(text) || d.Bill!.Number == text);
    }
}
