using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Communities;

/// <summary>Something that happened to a unit.</summary>
/// <param name="On">The day from which it holds.</param>
/// <param name="By">Who recorded it; empty for what came with the archive.</param>
public sealed record TimelineEntry(DateOnly On, UnitEventKind Kind, string Detail, string? Note, string By, DateTimeOffset? At);

/// <summary>Reads what happened to a unit, the latest first: what was recorded here, and what the archive began with.</summary>
public sealed class UnitTimeline(DeskDbContext db)
{
    public async Task<IReadOnlyList<TimelineEntry>> FindAsync(Guid unitId)
    {
        var recorded = (await db.UnitEvents.AsNoTracking().Where(e => e.UnitId == unitId).ToListAsync())
            .ConvertAll(e => new TimelineEntry(e.On, e.Kind, Spoken(e), e.Note, e.RecordedBy, e.RecordedAt));
        return
        [
            .. recorded.Concat(await BeginningAsync(unitId, recorded))
                .OrderByDescending(e => e.On).ThenByDescending(e => e.At ?? DateTimeOffset.MinValue),
        ];
    }

    // Owners and handover that came with a workbook have no event of their own.
    private async Task<List<TimelineEntry>> BeginningAsync(Guid unitId, List<TimelineEntry> recorded)
    {
        var entries = new List<TimelineEntry>();
        var owners = await db.Ownerships.Where(o => o.UnitId == unitId).OrderBy(o => o.Position).Select(o => new { o.From, o.Owner.Name }).ToListAsync();
        foreach (var begun in owners.GroupBy(o => o.From).Where(g => !recorded.Exists(e => e.On == g.Key && e.Kind is UnitEventKind.Transferred or UnitEventKind.OwnersRegistered)))
        {
            entries.Add(new TimelineEntry(begun.Key, UnitEventKind.OwnersRegistered, string.Join("、", begun.Select(o => o.Name)), null, "", null));
        }

        var handover = await db.Units.Where(u => u.Id == unitId).Select(u => u.HandoverDate).SingleOrDefaultAsync();
        if (handover is { } day && !recorded.Exists(e => e.Kind == UnitEventKind.HandedOver && e.On == day))
        {
            entries.Add(new TimelineEntry(day, UnitEventKind.HandedOver, "", null, "", null));
        }

        return entries;
    }

    // What names a choice is stored by the choice, and said in the reader's language.
    private static string Spoken(UnitEvent e) => e.Kind switch
    {
        UnitEventKind.PaymentChanged when Enum.TryParse<OwnersPay>(e.Detail, out var way) => Words.Of(way),
        UnitEventKind.StatusChanged when Enum.TryParse<UnitStatus>(e.Detail, out var status) => Words.Of(status),
        _ => e.Detail,
    };
}
