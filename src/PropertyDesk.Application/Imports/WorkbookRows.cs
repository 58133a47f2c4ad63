using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Imports;

/// <summary>The rows of a workbook that could be read, each with its place for later problems.</summary>
internal sealed record WorkbookRows(
    IReadOnlyList<UnitRow> Units, IReadOnlyList<ParkingRow> Parking, IReadOnlyList<MeterRow> Meters,
    IReadOnlyList<SharedMeterRow> SharedMeters, IReadOnlyList<TariffRow> Tariffs);

/// <param name="Owners">Empty for a unit that is not sold.</param>
internal sealed record UnitRow(
    RowReader Row, string Community, string Building, string Entrance, string Number, decimal Area, UnitKind Kind, UnitStatus Status,
    IReadOnlyList<string> Owners, string? Phone, string? IdNumber, string? Email, DateOnly? Handover)
{
    public string Code => Unit.CodeOf(Building, Entrance, Number);
}

internal sealed record ParkingRow(RowReader Row, string Number, ParkingSpaceKind Kind, string UnitCode, string? Plate, Money Fee, DateOnly From);

/// <param name="Readings">The readings that could be read, in order of their days.</param>
internal sealed record MeterRow(
    RowReader Row, string Number, MeterKind Kind, string UnitCode, decimal Multiplier, int Digits, IReadOnlyList<(DateOnly On, decimal Value)> Readings);

/// <param name="Reach">A building's name, or the community's.</param>
internal sealed record SharedMeterRow(
    RowReader Row, string Reach, string Name, decimal Previous, decimal Current, decimal Multiplier, decimal Price, ChargeMethod Method);

internal sealed record TariffRow(
    RowReader Row, string Item, ChargeMethod Method, TariffScope Scope, decimal? Price, string? Tiers, string Unit, DateOnly From, bool OnBehalf);
