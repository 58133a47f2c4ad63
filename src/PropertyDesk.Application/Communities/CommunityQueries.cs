using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Communities;

/// <summary>A community in a choice.</summary>
public sealed record CommunityName(Guid Id, string Name);

/// <summary>A community with its figures.</summary>
public sealed record CommunityRow(
    Guid Id, string Name, string? Address, string? Phone, int Buildings, int Units, int Owners, int ParkingSpaces, int Meters, decimal Area, Money Outstanding);

/// <summary>What can be set about a community.</summary>
public sealed record CommunitySettings(string Name, string? Address, string? Phone, int BillingDay, int DueDays, decimal? ReadingAlarmTimes = null, ReceiptPaper? ReceiptPaper = null);

/// <summary>Reads communities; staff who are limited to some see those.</summary>
public sealed class CommunityQueries(DeskDbContext db)
{
    public async Task<IReadOnlyList<CommunityName>> NamesAsync() =>
        await db.Communities.OrderBy(c => c.Name).Select(c => new CommunityName(c.Id, c.Name)).ToListAsync();

    public async Task<IReadOnlyList<CommunityRow>> ListAsync()
    {
        var rows = await db.Communities.OrderBy(c => c.Name).Select(c => new
        {
            c.Id,
            c.Name,
            c.Address,
            c.Phone,
            Buildings = db.Buildings.Count(b => b.CommunityId == c.Id),
            Units = db.Units.Count(u => u.CommunityId == c.Id),
            Owners = db.Owners.Count(o => o.CommunityId == c.Id),
            Spaces = db.ParkingSpaces.Count(p => p.CommunityId == c.Id),
            Meters = db.Meters.Count(m => m.CommunityId == c.Id),
            Owed = db.Bills.Published().Where(b => b.CommunityId == c.Id).Sum(b => b.Outstanding.Fen),
        }).ToListAsync();

        // Areas are added up here: the embedded database keeps decimals as text.
        var areas = (await db.Units.Select(u => new { u.CommunityId, u.BillingArea }).ToListAsync()).ToLookup(u => u.CommunityId, u => u.BillingArea);
        return [.. rows.Select(c => new CommunityRow(
            c.Id, c.Name, c.Address, c.Phone, c.Buildings, c.Units, c.Owners, c.Spaces, c.Meters, areas[c.Id].Sum(), new Money(c.Owed)))];
    }

    /// <exception cref="NotFoundException">There is no such community here.</exception>
    public async Task<CommunitySettings> SettingsAsync(Guid id) => NotFoundException.Check(
        await db.Communities.Where(c => c.Id == id)
            .Select(c => new CommunitySettings(c.Name, c.Address, c.Phone, c.BillingDay, c.DueDays, c.ReadingAlarmTimes, c.ReceiptPaper))
            .FirstOrDefaultAsync(),
        id);
}
