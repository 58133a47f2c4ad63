using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Owners;

/// <summary>Who pays on the days of a stretch, and how much of it; the shares add up to 1. Nobody: the list is empty.</summary>
/// <param name="IsOwnership">The owner alone pays: neither shares, nor a renter, nor the developer before the handover.</param>
public sealed record PayerStretch(DayRange Days, IReadOnlyList<(Guid OwnerId, decimal Share)> Payers, bool IsOwnership);

/// <summary>
/// Who pays for a unit on which day: the renter what he took on, the developer before the handover, else the owner named
/// first, or all owners by their shares.
/// </summary>
public static class UnitPayers
{
    /// <summary>The stretches in order, without gap or overlap, that together are the range.</summary>
    /// <param name="ownerships">Of the unit, those that touch the range.</param>
    /// <param name="leases">Of the unit, those that include the charge asked for; they never overlap.</param>
    /// <param name="developerId">The community's developer, where it has one.</param>
    public static IReadOnlyList<PayerStretch> Of(
        Unit unit, DayRange range, IReadOnlyList<Ownership> ownerships, IReadOnlyList<Lease> leases, Guid? developerId)
    {
        var starts = ownerships.SelectMany(o => Bounds(o.From, o.To))
            .Concat(leases.SelectMany(l => Bounds(l.From, l.To)))
            .Concat(unit.HandoverDate is { } handover ? [handover] : [])
            .Where(day => day > range.From && day <= range.To)
            .Append(range.From).Distinct().Order().ToArray();
        return
        [
            .. starts.Select((from, i) => On(
                unit, new DayRange(from, i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : range.To), ownerships, leases, developerId)),
        ];
    }

    private static PayerStretch On(Unit unit, DayRange days, IReadOnlyList<Ownership> ownerships, IReadOnlyList<Lease> leases, Guid? developerId)
    {
        var day = days.From;
        if (leases.FirstOrDefault(l => l.Covers(day)) is { } lease)
        {
            return new PayerStretch(days, [(lease.LesseeId, 1m)], false);
        }

        if (unit.IsDevelopersOn(day))
        {
            return new PayerStretch(days, developerId is { } developer ? [(developer, 1m)] : [], false);
        }

        var owners = ownerships.Where(o => o.From <= day && (o.To is null || o.To >= day)).OrderBy(o => o.Position).ToList();
        var all = owners.Sum(o => o.Share);
        return unit.OwnersPay == OwnersPay.ByShares && owners.Count > 1
            ? new PayerStretch(days, [.. owners.Select(o => (o.OwnerId, o.Share / all))], false)
            : new PayerStretch(days, [.. owners.Take(1).Select(o => (o.OwnerId, 1m))], true);
    }

    private static IEnumerable<DateOnly> Bounds(DateOnly from, DateOnly? to) => to is { } last && last < DateOnly.MaxValue ? [from, last.AddDays(1)] : [from];
}
