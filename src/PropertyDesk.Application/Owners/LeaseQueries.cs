using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Owners;

/// <summary>A lease as pages show it.</summary>
/// <param name="Items">What the renter pays.</param>
public sealed record LeaseRow(Guid Id, Guid UnitId, string Unit, Guid LesseeId, string Lessee, string Phone, DateOnly From, DateOnly? To, string Items);

/// <summary>A charge that a renter can take on.</summary>
public sealed record LeaseItemChoice(Guid Id, string Name);

/// <summary>Reads leases.</summary>
public sealed class LeaseQueries(DeskDbContext db)
{
    /// <exception cref="NotFoundException">There is no such lease here.</exception>
    public async Task<LeaseRow> FindAsync(Guid leaseId) => NotFoundException.Check(await RowsAsync(l => l.Id == leaseId) is [var lease] ? lease : null, leaseId);

    /// <summary>The leases of a unit, those that last first.</summary>
    public Task<IReadOnlyList<LeaseRow>> OfUnitAsync(Guid unitId) => RowsAsync(l => l.UnitId == unitId);

    /// <summary>What somebody rents.</summary>
    public Task<IReadOnlyList<LeaseRow>> OfLesseeAsync(Guid ownerId) => RowsAsync(l => l.LesseeId == ownerId);

    public async Task<IReadOnlyList<LeaseItemChoice>> ItemsAsync(Guid communityId) => await db.ChargeItems.Where(i => i.CommunityId == communityId)
        .OrderBy(i => i.Priority).ThenBy(i => i.Name).Select(i => new LeaseItemChoice(i.Id, i.Name)).ToListAsync();

    private async Task<IReadOnlyList<LeaseRow>> RowsAsync(System.Linq.Expressions.Expression<Func<Domain.Owners.Lease, bool>> which)
    {
        var leases = await db.Leases.Where(which).OrderBy(l => l.To != null).ThenByDescending(l => l.From)
            .Select(l => new
            {
                l.Id,
                l.UnitId,
                l.Unit.Code,
                l.LesseeId,
                l.Lessee.Name,
                l.Lessee.Phone,
                l.From,
                l.To,
                Items = l.Items.OrderBy(i => i.ChargeItem.Priority).Select(i => i.ChargeItem.Name).ToList(),
            }).AsNoTracking().ToListAsync();
        return [.. leases.Select(l => new LeaseRow(l.Id, l.UnitId, l.Code, l.LesseeId, l.Name, Masking.Phone(l.Phone), l.From, l.To, string.Join("、", l.Items)))];
    }
}
