using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Metering;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Imports;

/// <summary>
/// What a community's archive holds already, and what an import adds to it. Everything is read by a fixed number of
/// queries; the same object serves the preview, which is thrown away, and the confirmation, which is saved.
/// </summary>
internal sealed class ArchiveRows(Community community)
{
    public Community Community { get; } = community;

    public Dictionary<string, Building> Buildings { get; private set; } = new(StringComparer.Ordinal);

    public Dictionary<string, Unit> Units { get; private set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The units with published bills, or with facts recorded at the desk: an import overwrites neither area nor handover of those.</summary>
    public HashSet<Guid> SettledUnits { get; private set; } = [];

    public List<Owner> Owners { get; private set; } = [];

    public ILookup<Guid, Ownership> Ownerships { get; private set; } = Array.Empty<Ownership>().ToLookup(o => o.UnitId);

    public Dictionary<string, ParkingSpace> Spaces { get; private set; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<Guid, ParkingUse> OpenUses { get; private set; } = [];

    public Dictionary<string, Meter> Meters { get; private set; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<(Guid Meter, DateOnly On), Reading> Readings { get; private set; } = [];

    /// <summary>The histories of the meters that are in the archive already.</summary>
    public Dictionary<Guid, ReadingHistory> Histories { get; private set; } = [];

    public Dictionary<string, ChargeItem> Items { get; private set; } = new(StringComparer.Ordinal);

    public Dictionary<(Guid Item, TariffScope Scope), Tariff> Tariffs { get; private set; } = [];

    public Dictionary<(Guid Tariff, string Name), SharedMeter> SharedMeters { get; private set; } = [];

    public Dictionary<(Guid Meter, BillingMonth Period), SharedReading> SharedReadings { get; private set; } = [];

    public HashSet<(Guid Tariff, Guid Unit, Guid Subject)> Assignments { get; private set; } = [];

    /// <summary>The rows that the import adds, in an order in which each comes after those it links to.</summary>
    public List<CompanyOwned> Added { get; } = [];

    public T Add<T>(T row)
        where T : CompanyOwned
    {
        Added.Add(row);
        return row;
    }

    public ReadingHistory HistoryOf(Meter meter) =>
        Histories.TryGetValue(meter.Id, out var history) ? history : Histories[meter.Id] = new ReadingHistory(meter, [], [], []);

    /// <summary>A reading that the import adds counts for those after it.</summary>
    public void Know(Reading reading)
    {
        Readings.Add((reading.MeterId, reading.Date), reading);
        Histories[reading.MeterId].Add(reading);
    }

    public static async Task<ArchiveRows> ReadAsync(DeskDbContext db, Community community, CancellationToken cancel)
    {
        IQueryable<T> Rows<T>()
            where T : CommunityOwned => db.Set<T>().Where(row => row.CommunityId == community.Id);

        var histories = await new MeterHistories(db).ReadAsync(Rows<Meter>(), cancel);
        return new ArchiveRows(community)
        {
            Histories = histories,
            Buildings = await Rows<Building>().ToDictionaryAsync(b => b.Name, StringComparer.Ordinal, cancel),
            Units = await Rows<Unit>().Include(u => u.Building).ToDictionaryAsync(u => u.Code, StringComparer.OrdinalIgnoreCase, cancel),
            SettledUnits = [.. await Rows<Bill>().Where(b => b.IssuedOn != null).Select(b => b.UnitId).Union(Rows<UnitEvent>().Select(e => e.UnitId)).ToListAsync(cancel)],
            Owners = await Rows<Owner>().InUse().ToListAsync(cancel),
            Ownerships = (await Rows<Ownership>().Where(o => o.To == null).ToListAsync(cancel)).ToLookup(o => o.UnitId),
            Spaces = await Rows<ParkingSpace>().ToDictionaryAsync(s => s.Number, StringComparer.OrdinalIgnoreCase, cancel),
            OpenUses = await Rows<ParkingUse>().Where(u => u.To == null).ToDictionaryAsync(u => u.ParkingSpaceId, cancel),
            Meters = await Rows<Meter>().ToDictionaryAsync(m => m.Number, StringComparer.OrdinalIgnoreCase, cancel),
            Readings = histories.Values.SelectMany(h => h.Readings).ToDictionary(r => (r.MeterId, r.Date)),
            Items = await Rows<ChargeItem>().ToDictionaryAsync(i => i.Name, StringComparer.Ordinal, cancel),
            Tariffs = await Rows<Tariff>().Include(t => t.Versions).ToDictionaryAsync(t => (t.ChargeItemId, t.Scope), cancel),
            SharedMeters = await Rows<SharedMeter>().ToDictionaryAsync(m => (m.TariffId, m.Name), cancel),
            SharedReadings = await Rows<SharedReading>().AsNoTracking().ToDictionaryAsync(r => (r.SharedMeterId, r.Period), cancel),
            Assignments = (await Rows<ChargeAssignment>().AsNoTracking().Select(a => new { a.TariffId, a.UnitId, a.SubjectId }).ToListAsync(cancel))
                .Select(a => (a.TariffId, a.UnitId, a.SubjectId)).ToHashSet(),
        };
    }
}

/// <summary>How many rows of a sheet are new, changed, or as they were.</summary>
public sealed class SheetCounts
{
    public int New { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    internal void Count(bool isNew, bool changed)
    {
        if (isNew)
        {
            New++;
        }
        else if (changed)
        {
            Changed++;
        }
        else
        {
            Unchanged++;
        }
    }
}
