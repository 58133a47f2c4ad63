using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Billing;

/// <summary>Everything that a community's month is computed from, by a fixed number of queries whatever the size.</summary>
internal sealed record RunInputs
{
    public required IReadOnlyList<Unit> Units
    {
        get;
        init => (field, UnitsById) = (value, value.ToDictionary(u => u.Id));
    }

    public IReadOnlyDictionary<Guid, Unit> UnitsById { get; private init; } = null!;

    /// <summary>The area corrections of the units that have any.</summary>
    public required ILookup<Guid, UnitArea> CorrectionsByUnit { get; init; }

    public required ILookup<Guid, ChargeAssignment> AssignmentsByUnit { get; init; }

    public required IReadOnlyDictionary<Guid, Tariff> Tariffs { get; init; }

    public required IReadOnlyDictionary<Guid, ChargeItem> Items { get; init; }

    /// <summary>The ownerships that touch the month; of units where the first owner pays, the first one's only.</summary>
    public required ILookup<Guid, Ownership> OwnershipsByUnit { get; init; }

    /// <summary>The leases that touch the month.</summary>
    public required ILookup<Guid, Lease> LeasesByUnit { get; init; }

    /// <summary>The approved vacancies that touch the month.</summary>
    public required ILookup<Guid, Vacancy> VacanciesByUnit { get; init; }

    /// <summary>Everybody who may pay: owners, renters, the developer.</summary>
    public required IReadOnlyDictionary<Guid, Owner> Owners
    {
        get;
        init
        {
            field = value;
            DeveloperId = value.Values.Where(o => o.Kind == OwnerKind.Developer).MinBy(o => o.Id)?.Id;
        }
    }

    /// <summary>Pays for units that are unsold or not handed over yet.</summary>
    public Guid? DeveloperId { get; private init; }

    public required IReadOnlyDictionary<Guid, ParkingUse> ParkingUses { get; init; }

    /// <summary>The numbers painted on the parking spaces.</summary>
    public required IReadOnlyDictionary<Guid, string> ParkingNumbers { get; init; }

    public required IReadOnlyDictionary<Guid, Meter> Meters { get; init; }

    public required ILookup<Guid, Reading> ReadingsByMeter { get; init; }

    public required ILookup<Guid, MeterChange> ChangesByMeter { get; init; }

    /// <summary>The corrections of readings that were billed.</summary>
    public required ILookup<Guid, ReadingCorrection> CorrectionsByMeter { get; init; }

    public required IReadOnlyDictionary<Guid, SharedMeter> SharedMeters { get; init; }

    public required IReadOnlyDictionary<Guid, SharedReading> SharedReadings { get; init; }

    /// <summary>Metered use already billed, by calendar year and assignment.</summary>
    public required IReadOnlyDictionary<int, Dictionary<Guid, decimal>> Used { get; init; }

    /// <summary>What other bills of the month charge already, by source and payer, and how often a line was taken back.</summary>
    public required IReadOnlyDictionary<(Guid SourceId, Guid OwnerId), BilledBefore> Billed { get; init; }

    /// <summary>What each unit was billed for the month before, less what was taken back; without late fees.</summary>
    public IReadOnlyDictionary<Guid, Money> Before { get; init; } = new Dictionary<Guid, Money>();

    /// <summary>Places in the run that published bills have already.</summary>
    public IReadOnlySet<int> Taken { get; init; } = new HashSet<int>();

    /// <summary>The parking space, meter or common meter that an assignment charges, as people say it; empty for the unit itself.</summary>
    public string SubjectOf(ChargeAssignment assignment) => assignment switch
    {
        { ParkingUseId: { } use } => ParkingNumbers[ParkingUses[use].ParkingSpaceId],
        { SharedMeterId: { } meter } => SharedMeters[meter].Name,
        { MeterId: { } meter } => Meters[meter].Number,
        _ => assignment.Note ?? "",
    };

    /// <summary>Where the yearly tiers of an assignment go on in a year.</summary>
    public decimal UsedInYear(Guid assignmentId, int year) => Used.TryGetValue(year, out var used) ? used.GetValueOrDefault(assignmentId) : 0;

    /// <summary>The readings of a meter that count in the month (the last before it, and those within), with what happened to the counter and to the readings.</summary>
    public ReadingHistory HistoryOf(Meter meter) => new(meter, ReadingsByMeter[meter.Id], ChangesByMeter[meter.Id], CorrectionsByMeter[meter.Id]);

    /// <summary>The billing areas of a unit with the day of each correction; most units never had one.</summary>
    public IReadOnlyList<Dated<decimal>> AreasOf(Unit unit)
    {
        List<UnitArea> corrections = [.. CorrectionsByUnit[unit.Id]];
        return corrections.Count == 0
            ? [new Dated<decimal>(DateOnly.MinValue, unit.BillingArea)]
            : [new Dated<decimal>(DateOnly.MinValue, corrections[0].Before), .. corrections.Select(c => new Dated<decimal>(c.From, c.BillingArea))];
    }

    /// <summary>The inner areas of a unit with the day of each correction; null where none is known. The first known one holds before, too.</summary>
    public IReadOnlyList<Dated<decimal>>? InnerAreasOf(Unit unit)
    {
        IEnumerable<(DateOnly From, decimal? Area)> areas = CorrectionsByUnit[unit.Id] is var corrections && corrections.FirstOrDefault() is { } first
            ? corrections.Select(c => (c.From, c.InnerArea)).Prepend((DateOnly.MinValue, first.InnerBefore))
            : [(DateOnly.MinValue, unit.InnerArea)];
        var known = areas.Where(a => a.Area is not null).Select((a, i) => new Dated<decimal>(i == 0 ? DateOnly.MinValue : a.From, a.Area!.Value)).ToList();
        return known.Count == 0 ? null : known;
    }

    /// <summary>The area that weighs in the shared costs of a month: the one of its last day.</summary>
    public decimal AreaOn(Unit unit, DateOnly day) => AreasOf(unit).Last(a => a.From <= day).Value;

    public static async Task<RunInputs> ReadAsync(DeskDbContext db, BillRun run, CancellationToken cancel)
    {
        var (communityId, month) = (run.CommunityId, run.Period);
        IQueryable<T> Rows<T>()
            where T : CommunityOwned => db.Set<T>().AsNoTracking().Where(row => row.CommunityId == communityId);

        var tariffs = await Rows<Tariff>().Include(t => t.Versions).ToDictionaryAsync(t => t.Id, cancel);
        var (first, last) = (month.FirstDay, month.LastDay);

        // Whoever pays for a quarter or year that is billed now may have begun, or may end, in another month of it.
        var spread = tariffs.Values.Select(t => t.BilledMonths).Append(1).Max() - 1;
        var (earliest, latest) = (first.AddMonths(-spread), last.AddMonths(spread));
        var readings = await ReadingsAsync(Rows<Reading>(), month, cancel);
        var firstYear = readings.Select(r => r.Date.AddDays(1).Year).Append(month.Year).Min();
        return new RunInputs
        {
            Units = InWalkingOrder(await Rows<Unit>().ToListAsync(cancel), await Rows<Building>().ToDictionaryAsync(b => b.Id, cancel)),
            CorrectionsByUnit = (await Rows<UnitArea>().OrderBy(a => a.From).ToListAsync(cancel)).ToLookup(a => a.UnitId),
            AssignmentsByUnit = (await Rows<ChargeAssignment>().Where(a => a.From <= last && (a.To == null || a.To >= first)).ToListAsync(cancel)).ToLookup(a => a.UnitId),
            Tariffs = tariffs,
            Items = await Rows<ChargeItem>().ToDictionaryAsync(i => i.Id, cancel),
            OwnershipsByUnit = (await Rows<Ownership>().Where(o => (o.Position == 0 || o.Unit.OwnersPay == OwnersPay.ByShares) && o.From <= latest && (o.To == null || o.To >= earliest)).ToListAsync(cancel)).ToLookup(o => o.UnitId),
            LeasesByUnit = (await Rows<Lease>().Include(l => l.Items).Where(l => l.From <= latest && (l.To == null || l.To >= earliest)).ToListAsync(cancel)).ToLookup(l => l.UnitId),
            VacanciesByUnit = (await Rows<Vacancy>().Where(v => v.State == VacancyState.Approved && v.From <= latest && (v.To == null || v.To >= earliest)).OrderBy(v => v.From).ToListAsync(cancel)).ToLookup(v => v.UnitId),
            Owners = await Rows<Owner>().ToDictionaryAsync(o => o.Id, cancel),
            ParkingUses = await Rows<ParkingUse>().ToDictionaryAsync(u => u.Id, cancel),
            ParkingNumbers = await Rows<ParkingSpace>().ToDictionaryAsync(p => p.Id, p => p.Number, cancel),
            Meters = await Rows<Meter>().ToDictionaryAsync(m => m.Id, cancel),
            ReadingsByMeter = readings.ToLookup(r => r.MeterId),
            ChangesByMeter = (await Rows<MeterChange>().ToListAsync(cancel)).ToLookup(c => c.MeterId),
            CorrectionsByMeter = (await Rows<ReadingCorrection>().Where(c => c.Billed).ToListAsync(cancel)).ToLookup(c => c.MeterId),
            SharedMeters = await Rows<SharedMeter>().ToDictionaryAsync(m => m.Id, cancel),
            SharedReadings = await Rows<SharedReading>().Where(r => r.Period == month).ToDictionaryAsync(r => r.SharedMeterId, cancel),
            Before = await BeforeAsync(Rows<Bill>().Where(b => b.Period == month.Previous), Rows<BillCredit>().Where(c => c.Period == month.Previous), cancel),
            Taken = await TakenAsync(Rows<Bill>().Where(b => b.BillRunId == run.Id && b.IssuedOn != null), cancel),
            Billed = await BilledAsync(Rows<BillLine>().Where(l => l.Period == month && (l.Bill.BillRunId != run.Id || l.Bill.IssuedOn != null)), cancel),
            Used = await UsedAsync(Rows<BillLine>(), new BillingMonth(firstYear, 1), month, cancel),
        };
    }

    // Sorted here: databases differ in how they order texts, and the numbers of the bills must not.
    private static List<Unit> InWalkingOrder(List<Unit> units, Dictionary<Guid, Building> buildings) =>
    [
        .. units.OrderBy(u => buildings[u.BuildingId].SortOrder).ThenBy(u => buildings[u.BuildingId].Name, StringComparer.Ordinal).ThenBy(u => u.Entrance, StringComparer.Ordinal)
            .ThenBy(u => u.Number.Length).ThenBy(u => u.Number, StringComparer.Ordinal),
    ];

    private static async Task<Dictionary<Guid, Money>> BeforeAsync(IQueryable<Bill> bills, IQueryable<BillCredit> credits, CancellationToken cancel)
    {
        var red = await credits.Where(c => c.Kind == BillCreditKind.RedEntry && BillRunKinds.OfCharges.Contains(c.Bill.BillRun.Kind))
            .GroupBy(c => c.Bill.UnitId).Select(g => new { g.Key, Fen = g.Sum(c => c.Amount.Fen) }).ToDictionaryAsync(g => g.Key, g => g.Fen, cancel);
        return await bills.Where(b => BillRunKinds.OfCharges.Contains(b.BillRun.Kind))
            .GroupBy(b => b.UnitId).Select(g => new { g.Key, Fen = g.Sum(b => b.Total.Fen) })
            .ToDictionaryAsync(g => g.Key, g => new Money(g.Fen - red.GetValueOrDefault(g.Key)), cancel);
    }

    private static async Task<HashSet<int>> TakenAsync(IQueryable<Bill> published, CancellationToken cancel) =>
        [.. (await published.Select(b => b.Number).ToListAsync(cancel)).Select(number => int.Parse(number.AsSpan(number.LastIndexOf('-') + 1), System.Globalization.CultureInfo.InvariantCulture))];

    // The readings of the month, and for each meter the last one before it.
    private static async Task<List<Reading>> ReadingsAsync(IQueryable<Reading> readings, BillingMonth month, CancellationToken cancel)
    {
        var (first, last) = (month.FirstDay, month.LastDay);
        var openings = readings.Where(r => r.Date < first && !readings.Any(later => later.MeterId == r.MeterId && later.Date < first && later.Date > r.Date));
        var inMonth = readings.Where(r => r.Date >= first && r.Date <= last);
        return [.. await openings.ToListAsync(cancel), .. await inMonth.ToListAsync(cancel)];
    }

    private static async Task<Dictionary<(Guid SourceId, Guid OwnerId), BilledBefore>> BilledAsync(IQueryable<BillLine> lines, CancellationToken cancel) =>
        (await lines.GroupBy(l => new { l.SourceId, l.OwnerId })
            .Select(g => new { g.Key, Lines = g.Count(), Standing = g.Count(l => l.ReversedById == null) }).ToListAsync(cancel))
            .ToDictionary(g => (g.Key.SourceId, g.Key.OwnerId), g => new BilledBefore(g.Lines, g.Standing > 0));

    // Summed by the database: a large community has hundreds of thousands of these lines in a year.
    private static async Task<Dictionary<int, Dictionary<Guid, decimal>>> UsedAsync(IQueryable<BillLine> lines, BillingMonth from, BillingMonth month, CancellationToken cancel)
    {
        var used = new Dictionary<int, Dictionary<Guid, decimal>>();
        for (var year = from.Year; year <= month.Year; year++)
        {
            var (first, last) = (new BillingMonth(year, 1), new BillingMonth(year, 12));
            used[year] = await lines.Where(l => l.Quantity != null && l.ReversedById == null && l.Period >= first && l.Period <= last && l.Period < month)
                .GroupBy(l => l.SourceId)
                .Select(g => new { g.Key, Sum = g.Sum(l => l.Quantity!.Value) })
                .ToDictionaryAsync(u => u.Key, u => u.Sum, cancel);
        }

        return used;
    }
}

/// <summary>Lines that charge a source to a payer for the month already.</summary>
/// <param name="Lines">How many there are, taken back or not: the next one's revision.</param>
/// <param name="IsStanding">One of them was not taken back: the charge must not be billed again.</param>
internal sealed record BilledBefore(int Lines, bool IsStanding);
