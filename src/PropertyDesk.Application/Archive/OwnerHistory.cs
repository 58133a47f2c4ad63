using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Archive;

/// <summary>A change of an owner's record, in words.</summary>
/// <param name="Unit">Where it is about the ownership of a unit: which, and its id.</param>
public sealed record HistoryRow(DateTimeOffset At, string What, string Before, string After, string By, string? Unit = null, Guid? UnitId = null);

/// <summary>Reads what was changed about an owner, the newest first: the record itself, and who owns or rents the units.</summary>
public sealed class OwnerHistory(DeskDbContext db)
{
    /// <summary>As many as a page shows; older ones are on the timeline.</summary>
    public const int Most = 200;

    /// <summary>Of a unit's events, those that are about who owns or rents it, and which share.</summary>
    internal static readonly UnitEventKind[] OfOwnership =
    [
        UnitEventKind.OwnersRegistered, UnitEventKind.Transferred, UnitEventKind.TransferUndone, UnitEventKind.PaymentChanged, UnitEventKind.LeaseBegun, UnitEventKind.LeaseEnded, UnitEventKind.LeaseUndone,
    ];

    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public async Task<IReadOnlyList<HistoryRow>> OfAsync(Guid ownerId)
    {
        NotFoundException.Check(await db.Owners.AnyAsync(o => o.Id == ownerId) ? "" : null, ownerId);
        var changes = await db.OwnerChanges.AsNoTracking().Where(c => c.OwnerId == ownerId).OrderByDescending(c => c.At).Take(Most).ToListAsync();
        var units = await UnitEvents(ownerId).OrderByDescending(e => e.RecordedAt).Take(Most).Include(e => e.Unit).AsNoTracking().ToListAsync();
        return
        [
            .. changes.Select(c => new HistoryRow(c.At, Words.Of(c.Kind), Spoken(c.Kind, c.Before), Spoken(c.Kind, c.After), c.By))
                .Concat(units.Select(e => new HistoryRow(e.RecordedAt, Words.Of(e.Kind), "", Spoken(e), e.RecordedBy, e.Unit.Code, e.UnitId)))
                .OrderByDescending(h => h.At).Take(Most),
        ];
    }

    /// <summary>Events about the units that somebody owned or rented, of the time in which they did.</summary>
    internal IQueryable<UnitEvent> UnitEvents(Guid ownerId) => db.UnitEvents.Where(e => OfOwnership.Contains(e.Kind)
        && (db.Ownerships.Any(o => o.OwnerId == ownerId && o.UnitId == e.UnitId && o.From <= e.On && (o.To == null || e.On <= o.To.Value.AddDays(1)))
            || db.Leases.Any(l => l.LesseeId == ownerId && l.UnitId == e.UnitId && l.From <= e.On && (l.To == null || e.On <= l.To.Value.AddDays(1)))));

    internal static string Spoken(UnitEvent e) => e.Kind == UnitEventKind.PaymentChanged && Enum.TryParse<OwnersPay>(e.Detail, out var way) ? Words.Of(way) : e.Detail;

    // What names a choice is stored by the choice, and said in the reader's language.
    internal static string Spoken(OwnerChangeKind kind, string? value) => string.IsNullOrEmpty(value) ? "" : kind switch
    {
        OwnerChangeKind.Channel when Enum.TryParse<DeliveryChannel>(value, out var channel) => Words.Of(channel),
        OwnerChangeKind.Language when Enum.TryParse<DeliveryLanguage>(value, out var language) => Words.Of(language),
        OwnerChangeKind.Refused => string.Join("、", value.Split(',').Select(code => Enum.TryParse<DeliveryChannel>(code, out var channel) ? Words.Of(channel) : code)),
        OwnerChangeKind.MemberChanged => string.Join(" · ", value.Split(" · ").Select(part => Enum.TryParse<HouseholdRelation>(part, out var relation) && Enum.IsDefined(relation) && !char.IsAsciiDigit(part[0]) ? Words.Of(relation) : part)),
        _ => value,
    };
}
