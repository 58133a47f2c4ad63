using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Parking;

/// <summary>A use of a parking space from a day on.</summary>
/// <param name="Unit">The unit's short form, as people type it.</param>
/// <param name="TariffId">How the fee is charged; null: by the community's parking tariff, if there is one.</param>
public sealed record NewUse(string Unit, string? Plate, Money MonthlyFee, DateOnly From, Guid? TariffId = null);

/// <summary>Keeps parking spaces and who uses them. A new fee or user is a new use: bills that exist keep theirs.</summary>
public sealed class ParkingRoom(DeskDbContext db)
{
    /// <summary>Adds spaces by their numbers.</summary>
    /// <param name="numbers">Such as B1-001~B1-050, or a list.</param>
    /// <exception cref="RuleViolation">A number is there already, or the range cannot be read.</exception>
    public async Task<int> AddAsync(Guid communityId, string? numbers, ParkingSpaceKind kind)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var wanted = SpaceNumbers.Read(numbers);
        var known = (await db.ParkingSpaces.Where(p => p.CommunityId == communityId).Select(p => p.Number).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        if (wanted.FirstOrDefault(known.Contains) is { } taken)
        {
            throw new RuleViolation("车位 {0} 已存在。", [taken], "Numbers");
        }

        db.AddRange(wanted.Select(number => new ParkingSpace(community, number, kind)));
        await SaveAsync();
        return wanted.Count;
    }

    /// <summary>Lets a space to a unit from a day on; whoever used it until then ends on the day before.</summary>
    /// <exception cref="RuleViolation">There is no such unit, or a use begins on that day or later.</exception>
    public async Task LetAsync(Guid spaceId, NewUse wanted)
    {
        var space = NotFoundException.Check(await db.ParkingSpaces.FirstOrDefaultAsync(p => p.Id == spaceId), spaceId);
        var code = Search.UnitText.Code(wanted.Unit);
        var unit = await db.Units.FirstOrDefaultAsync(u => u.CommunityId == space.CommunityId && u.Code == code)
            ?? throw new RuleViolation("没有房屋 {0}。", [wanted.Unit], "Unit");
        var tariff = await TariffAsync(space.CommunityId, wanted.TariffId);
        await EndUsesAsync(space, wanted.From.AddDays(-1));
        var use = new ParkingUse(space, unit, wanted.Plate, wanted.MonthlyFee, wanted.From);
        db.Add(use);
        if (tariff is not null)
        {
            db.Add(ChargeAssignment.OfParking(tariff, use));
        }

        await SaveAsync();
    }

    /// <summary>Ends the use of a space, and with it the fee.</summary>
    /// <param name="to">The last day, inclusive.</param>
    /// <exception cref="RuleViolation">Nobody uses it after that day, or a use begins only later.</exception>
    public async Task EndAsync(Guid spaceId, DateOnly to)
    {
        var space = NotFoundException.Check(await db.ParkingSpaces.FirstOrDefaultAsync(p => p.Id == spaceId), spaceId);
        if (await EndUsesAsync(space, to) == 0)
        {
            throw new RuleViolation("车位 {0} 在 {1} 之后没有人使用。", [space.Number, to.ToString("yyyy-MM-dd")], "To");
        }

        await SaveAsync();
    }

    private async Task<int> EndUsesAsync(ParkingSpace space, DateOnly to)
    {
        var uses = await db.ParkingUses.Where(u => u.ParkingSpaceId == space.Id && (u.To == null || u.To > to)).ToListAsync();
        if (uses.Find(u => u.From > to) is { } later)
        {
            throw new RuleViolation("车位 {0} 自 {1} 起已在使用，请填更晚的日期。", [space.Number, later.From.ToString("yyyy-MM-dd")], "From");
        }

        var ids = uses.ConvertAll(u => (Guid?)u.Id);
        uses.ForEach(u => u.End(to));
        (await db.ChargeAssignments.Where(a => ids.Contains(a.ParkingUseId) && (a.To == null || a.To > to)).ToListAsync()).ForEach(a => a.End(to));
        return uses.Count;
    }

    private async Task<Tariff?> TariffAsync(Guid communityId, Guid? chosen)
    {
        var tariffs = await db.Tariffs.Include(t => t.ChargeItem).Where(t => t.CommunityId == communityId && t.Scope == TariffScope.Parking).OrderBy(t => t.ChargeItem.Priority).ThenBy(t => t.Id).ToListAsync();
        return chosen is { } id ? NotFoundException.Check(tariffs.Find(t => t.Id == id), id) : tariffs.FirstOrDefault();
    }

    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("刚有人更改过车位，请刷新后再试。");
        }
    }
}
