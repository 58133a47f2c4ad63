using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Charges;

/// <summary>Something that a tariff can charge for: a unit, one of its meters or parking uses, its share of a common meter.</summary>
internal sealed class ChargeSubject
{
    public required Guid UnitId { get; init; }

    /// <summary>The unit, meter, parking use or common meter.</summary>
    public required Guid Id { get; init; }

    public required Guid BuildingId { get; init; }

    public required string UnitCode { get; init; }

    /// <summary>Number of the meter or parking space, name of the common meter; empty for the unit itself.</summary>
    public required string Name { get; init; }

    public required DateOnly? Handover { get; init; }

    /// <summary>First day of a parking use.</summary>
    public DateOnly? Begins { get; init; }
}

/// <summary>Finds what a tariff can charge for, by its method and scope.</summary>
internal static class ChargeSubjects
{
    /// <summary>Which meters a metered tariff charges: as it says itself, else as the item's name tells.</summary>
    public static MeterKind MetersOf(Tariff tariff, string item) =>
        tariff.MeterKind ?? (item.Contains('电', StringComparison.Ordinal) ? MeterKind.Electricity : MeterKind.Water);

    /// <summary>Those in scope that no tariff of the same item charges on the day or later.</summary>
    public static IQueryable<ChargeSubject> Missing(DeskDbContext db, Tariff tariff, DateOnly today)
    {
        var itemId = tariff.ChargeItemId;
        var charged = db.ChargeAssignments.Where(a => a.CommunityId == tariff.CommunityId && a.Tariff.ChargeItemId == itemId && (a.To == null || a.To >= today));
        return InScope(db, tariff, today).Where(s => !charged.Any(a => a.SubjectId == s.Id && a.UnitId == s.UnitId));
    }

    private static IQueryable<ChargeSubject> InScope(DeskDbContext db, Tariff tariff, DateOnly today)
    {
        var units = db.Units.Where(u => u.CommunityId == tariff.CommunityId);
        units = tariff.Scope switch
        {
            TariffScope.Residential => units.Where(u => u.Kind == UnitKind.Residential),
            TariffScope.Shop => units.Where(u => u.Kind == UnitKind.Shop),
            _ => units,
        };
        return tariff.Method switch
        {
            // A one-off charge is entered for a unit on a day: nobody is missing.
            ChargeMethod.OnceOff => Of(units.Where(_ => false)),
            _ when tariff.Method.IsParking() => ParkingUses(db, tariff, today),
            _ when tariff.Method.IsShared() => Shares(db, tariff, units),
            _ when tariff.Method.IsMetered() => Meters(db, tariff, units),
            _ => Of(units),
        };
    }

    private static IQueryable<ChargeSubject> Of(IQueryable<Unit> units) =>
        units.Select(u => new ChargeSubject { UnitId = u.Id, Id = u.Id, BuildingId = u.BuildingId, UnitCode = u.Code, Name = "", Handover = u.HandoverDate, Begins = null });

    private static IQueryable<ChargeSubject> Meters(DeskDbContext db, Tariff tariff, IQueryable<Unit> units)
    {
        var name = tariff.ChargeItem?.Name ?? db.ChargeItems.Where(i => i.Id == tariff.ChargeItemId).Select(i => i.Name).Single();
        var kind = MetersOf(tariff, name);
        return from meter in db.Meters
               join unit in units on meter.UnitId equals unit.Id
               where meter.Kind == kind
               select new ChargeSubject { UnitId = unit.Id, Id = meter.Id, BuildingId = unit.BuildingId, UnitCode = unit.Code, Name = meter.Number, Handover = unit.HandoverDate, Begins = null };
    }

    private static IQueryable<ChargeSubject> ParkingUses(DeskDbContext db, Tariff tariff, DateOnly today) =>
        db.ParkingUses.Where(p => p.CommunityId == tariff.CommunityId && (p.To == null || p.To >= today))
            .Select(p => new ChargeSubject { UnitId = p.UnitId, Id = p.Id, BuildingId = p.Unit.BuildingId, UnitCode = p.Unit.Code, Name = p.ParkingSpace.Number, Handover = null, Begins = p.From });

    private static IQueryable<ChargeSubject> Shares(DeskDbContext db, Tariff tariff, IQueryable<Unit> units) =>
        from meter in db.SharedMeters
        from unit in units
        where meter.TariffId == tariff.Id && (meter.BuildingId == null || meter.BuildingId == unit.BuildingId)
        select new ChargeSubject { UnitId = unit.Id, Id = meter.Id, BuildingId = unit.BuildingId, UnitCode = unit.Code, Name = meter.Name, Handover = unit.HandoverDate, Begins = null };
}
