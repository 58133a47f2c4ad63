using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Owners;

/// <summary>A lease as it is put down.</summary>
/// <param name="Items">The charges that the renter pays.</param>
public sealed record LeaseRequest(PersonChoice Lessee, DateOnly From, DateOnly? To, IReadOnlyCollection<Guid> Items, string? Note = null);

/// <summary>Lets a renter (租户) pay chosen charges of a unit between two days; afterwards they are the owner's again.</summary>
public sealed class Leases(DeskDbContext db, TimeProvider clock)
{
    /// <returns>A warning about bills that stay as they are; empty where there are none.</returns>
    /// <exception cref="RuleViolation">Another renter pays one of the charges on one of the days.</exception>
    public async Task<string> BeginAsync(Guid unitId, LeaseRequest request)
    {
        var unit = NotFoundException.Check(await db.Units.FirstOrDefaultAsync(u => u.Id == unitId), unitId);
        var asked = request.Items.Distinct().ToList();
        var items = await db.ChargeItems.Where(i => i.CommunityId == unit.CommunityId && asked.Contains(i.Id)).OrderBy(i => i.Priority).ToListAsync();
        NotFoundException.Check(items.Count == asked.Count ? items : null);
        await RefuseOverlapAsync(unitId, request, asked);
        var person = request.Lessee with { Kind = OwnerKind.Lessee };
        var lease = new Lease(unit, await new People(db).FindOrAddAsync(unit.CommunityId, person), request.From, request.To, items);
        db.Add(lease);
        Tell(lease, UnitEventKind.LeaseBegun, lease.From, $"{lease.Lessee.Name} · {string.Join("、", items.Select(i => i.Name))}", request.Note);
        await db.SaveFactAsync();
        return await db.WarningAsync(unitId, request.From);
    }

    /// <summary>Ends a lease on its last day, or moves its end; from the day after the owner pays again.</summary>
    /// <exception cref="RuleViolation">The day lies before the lease began, or a later lease is in the way.</exception>
    public async Task<string> EndAsync(Guid leaseId, DateOnly to)
    {
        var lease = await FindAsync(leaseId);
        var earlier = lease.To is null || to < lease.To ? to : lease.To.Value;
        await RefuseOverlapAsync(lease.UnitId, new LeaseRequest(new(lease.LesseeId), lease.From, to, []), [.. lease.Items.Select(i => i.ChargeItemId)], lease.Id);
        lease.End(to);
        await db.MoveOutAsync(lease.UnitId, [lease.LesseeId], to, clock);
        Tell(lease, UnitEventKind.LeaseEnded, to, lease.Lessee.Name, null);
        await db.SaveFactAsync();
        return await db.WarningAsync(lease.UnitId, earlier.AddDays(1));
    }

    /// <summary>Takes a lease back altogether, as long as nothing since it began is billed.</summary>
    public async Task UndoAsync(Guid leaseId)
    {
        var lease = await FindAsync(leaseId);
        await db.RequireUnbilledAsync(lease.UnitId, lease.From);
        await db.MoveOutAsync(lease.UnitId, [lease.LesseeId], lease.From, clock);
        db.RemoveRange(lease.Items);
        db.Remove(lease);
        Tell(lease, UnitEventKind.LeaseUndone, lease.From, lease.Lessee.Name, null);
        await db.SaveFactAsync();
    }

    private async Task<Lease> FindAsync(Guid leaseId) => NotFoundException.Check(
        await db.Leases.Include(l => l.Items).Include(l => l.Unit).Include(l => l.Lessee).FirstOrDefaultAsync(l => l.Id == leaseId), leaseId);

    private async Task RefuseOverlapAsync(Guid unitId, LeaseRequest wanted, List<Guid> items, Guid? except = null)
    {
        var others = await db.Leases.AsNoTracking().Include(l => l.Lessee)
            .Where(l => l.UnitId == unitId && l.Id != except && l.Items.Any(i => items.Contains(i.ChargeItemId))).ToListAsync();
        if (others.Find(l => l.Meets(wanted.From, wanted.To)) is { } other)
        {
            throw new RuleViolation("{0} 起已由租户 {1} 缴同样的收费项目。", [Day(other.From), other.Lessee.Name], "From");
        }
    }

    private void Tell(Lease lease, UnitEventKind kind, DateOnly on, string detail, string? note) =>
        db.Add(new UnitEvent(lease.Unit, kind, on, detail, note, db.Current.UserName, clock.GetUtcNow()));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
