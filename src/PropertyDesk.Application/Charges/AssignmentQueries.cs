using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Charges;

/// <summary>A building in the choice of whom to charge.</summary>
public sealed record BuildingChoice(Guid Id, string Name);

/// <summary>Reads who is charged by a tariff, and who in its scope is not.</summary>
public sealed class AssignmentQueries(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Those that are charged, or were; the open ones first.</summary>
    public Task<Paged<ChargedRow>> ChargedAsync(Guid tariffId, AssignmentChoice choice, int page)
    {
        var rows = db.ChargeAssignments.Where(a => a.TariffId == tariffId);
        if (choice.BuildingId is { } building)
        {
            rows = rows.Where(a => a.Unit.BuildingId == building);
        }

        if (Assignments.Code(choice.Text) is { Length: > 0 } code)
        {
            rows = rows.Where(a => a.Unit.Code.StartsWith(code));
        }

        return rows.OrderBy(a => a.To != null).ThenBy(a => a.Unit.Building.SortOrder).ThenBy(a => a.Unit.Entrance).ThenBy(a => a.Unit.Number.Length).ThenBy(a => a.Unit.Number).ThenBy(a => a.From).ThenBy(a => a.Id)
            .Select(a => new ChargedRow(a.Id, a.UnitId, a.SubjectId, a.Unit.Code,
                db.ParkingUses.Where(p => p.Id == a.ParkingUseId).Select(p => p.ParkingSpace.Number).FirstOrDefault()
                    ?? db.Meters.Where(m => m.Id == a.MeterId).Select(m => m.Number).FirstOrDefault()
                    ?? db.SharedMeters.Where(m => m.Id == a.SharedMeterId).Select(m => m.Name).FirstOrDefault() ?? "",
                a.From, a.To))
            .AsNoTracking().ToPageAsync(page);
    }

    /// <summary>Those in scope that no tariff of the item charges.</summary>
    /// <exception cref="NotFoundException">There is no such tariff here.</exception>
    public async Task<Paged<ChargedRow>> MissingAsync(Guid tariffId, AssignmentChoice choice, int page)
    {
        var tariff = NotFoundException.Check(await db.Tariffs.AsNoTracking().FirstOrDefaultAsync(t => t.Id == tariffId), tariffId);
        return await Assignments.Chosen(ChargeSubjects.Missing(db, tariff, db.Current.Today(clock)), choice)
            .OrderBy(s => s.UnitCode).ThenBy(s => s.Name)
            .Select(s => new ChargedRow(null, s.UnitId, s.Id, s.UnitCode, s.Name, null, null))
            .ToPageAsync(page);
    }

    public async Task<IReadOnlyList<BuildingChoice>> BuildingsAsync(Guid communityId) => await db.Buildings
        .Where(b => b.CommunityId == communityId).OrderBy(b => b.SortOrder).ThenBy(b => b.Name).Select(b => new BuildingChoice(b.Id, b.Name)).ToListAsync();
}
