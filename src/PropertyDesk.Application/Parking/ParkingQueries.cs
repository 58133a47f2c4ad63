using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Parking;

/// <summary>What the list of spaces is narrowed to.</summary>
/// <param name="Text">Start of a number, part of a plate, or start of a unit's short form.</param>
/// <param name="IsFree">Only those that nobody uses, or only those that somebody does.</param>
public sealed record SpaceFilter(Guid? CommunityId = null, string? Text = null, ParkingSpaceKind? Kind = null, bool? IsFree = null);

/// <param name="Use">Who uses it today or will; null for nobody.</param>
public sealed record SpaceRow(Guid Id, string Number, string Community, ParkingSpaceKind Kind, UseRow? Use);

/// <param name="IsCharged">The fee is on the unit's bills.</param>
public sealed record UseRow(Guid UnitId, string Unit, string? Plate, Money MonthlyFee, DateOnly From, DateOnly? To, bool IsCharged);

/// <summary>A space with all its uses, the latest first.</summary>
public sealed record OneSpace(Guid Id, Guid CommunityId, string Number, ParkingSpaceKind Kind, IReadOnlyList<UseRow> Uses, IReadOnlyList<ParkingTariff> Tariffs);

/// <summary>A way in which parking is charged here.</summary>
public sealed record ParkingTariff(Guid Id, string Item, ChargeMethod Method);

/// <summary>Reads the parking spaces.</summary>
public sealed class ParkingQueries(DeskDbContext db, TimeProvider clock)
{
    public Task<Paged<SpaceRow>> ListAsync(SpaceFilter filter, int page)
    {
        var today = db.Current.Today(clock);
        var open = db.ParkingUses.Where(u => u.To == null || u.To >= today);
        var spaces = db.ParkingSpaces.Where(p => (filter.CommunityId == null || p.CommunityId == filter.CommunityId) && (filter.Kind == null || p.Kind == filter.Kind));
        if (filter.IsFree is { } free)
        {
            spaces = spaces.Where(p => open.Any(u => u.ParkingSpaceId == p.Id) != free);
        }

        var text = Search.UnitText.Plain(filter.Text);
        if (text.Length > 0)
        {
            spaces = spaces.Where(p => p.Number.StartsWith(text) || open.Any(u => u.ParkingSpaceId == p.Id && (u.Unit.Code.StartsWith(text) || u.Plate!.Contains(text))));
        }

        return spaces.OrderBy(p => p.Number).ThenBy(p => p.Id)
            .Select(p => new SpaceRow(
                p.Id, p.Number, db.Communities.Where(c => c.Id == p.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", p.Kind,
                open.Where(u => u.ParkingSpaceId == p.Id).OrderBy(u => u.From)
                    .Select(u => new UseRow(u.UnitId, u.Unit.Code, u.Plate, u.MonthlyFee, u.From, u.To, db.ChargeAssignments.Any(a => a.ParkingUseId == u.Id))).FirstOrDefault()))
            .AsNoTracking().ToPageAsync(page);
    }

    /// <exception cref="NotFoundException">There is no such space here.</exception>
    public async Task<OneSpace> FindAsync(Guid spaceId)
    {
        var space = NotFoundException.Check(await db.ParkingSpaces.AsNoTracking().FirstOrDefaultAsync(p => p.Id == spaceId), spaceId);
        var uses = await db.ParkingUses.Where(u => u.ParkingSpaceId == spaceId).OrderByDescending(u => u.From)
            .Select(u => new UseRow(u.UnitId, u.Unit.Code, u.Plate, u.MonthlyFee, u.From, u.To, db.ChargeAssignments.Any(a => a.ParkingUseId == u.Id))).ToListAsync();
        var tariffs = await db.Tariffs.Where(t => t.CommunityId == space.CommunityId && t.Scope == TariffScope.Parking)
            .OrderBy(t => t.ChargeItem.Priority).ThenBy(t => t.Id).Select(t => new ParkingTariff(t.Id, t.ChargeItem.Name, t.Method)).ToListAsync();
        return new OneSpace(space.Id, space.CommunityId, space.Number, space.Kind, uses, tariffs);
    }
}
