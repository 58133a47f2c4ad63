using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>What the list of messages is narrowed to.</summary>
/// <param name="Text">Start of a unit's short form, part of an owner's name, or a bill number.</param>
public sealed record DeliveryFilter(DeliveryKind? Kind = null, DeliveryState? State = null, string? Text = null);

/// <summary>A message in the list.</summary>
/// <param name="Day">The company's day for which it was queued.</param>
public sealed record DeliveryRow(
    Guid Id, DeliveryKind Kind, DeliveryState State, DateOnly Day, Guid OwnerId, string Owner, Guid BillId, string BillNumber, string Unit);

/// <summary>How many messages of a kind there are.</summary>
public sealed record DeliveryCount(DeliveryKind Kind, int Count);

/// <summary>Reads the messages to owners.</summary>
public sealed class DeliveryQueries(DeskDbContext db)
{
    /// <summary>Newest day first, then in the order of the bills.</summary>
    public Task<Paged<DeliveryRow>> ListAsync(DeliveryFilter filter, int page = 1, CancellationToken cancel = default) =>
        Filtered(filter).OrderByDescending(d => d.Day).ThenBy(d => d.Bill!.Number).ThenBy(d => d.Id)
            .Select(d => new DeliveryRow(d.Id, d.Kind, d.State, d.Day, d.OwnerId!.Value, d.Bill!.OwnerName, d.BillId!.Value, d.Bill.Number, d.Bill.UnitCode))
            .ToPageAsync(page, cancel: cancel);

    /// <summary>The counts by kind of everything that the user may see, in the order of the kinds.</summary>
    public async Task<IReadOnlyList<DeliveryCount>> CountsAsync(CancellationToken cancel = default)
    {
        var counts = await db.Deliveries.GroupBy(d => d.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return [.. Enum.GetValues<DeliveryKind>().Where(kind => kind is not (DeliveryKind.OneTimeCode or DeliveryKind.AccountNotice)).Select(kind => new DeliveryCount(kind, counts.GetValueOrDefault(kind)))];
    }

    private IQueryable<Delivery> Filtered(DeliveryFilter filter)
    {
        // Messages about logins are nobody's business at the desk.
        var deliveries = db.Deliveries.Where(d => d.BillId != null
            && (filter.Kind == null || d.Kind == filter.Kind) && (filter.State == null || d.State == filter.State));
        if (string.IsNullOrWhiteSpace(filter.Text))
        {
            return deliveries;
        }

        var text = filter.Text.Trim();
        return deliveries.Where(d => d.Bill!.UnitCode.StartsWith(text) || d.Bill.OwnerName.Contains(text) || d.Bill.Number == text);
    }
}
