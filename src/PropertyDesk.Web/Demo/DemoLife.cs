using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Web.Demo;

/// <summary>What happened to some units this month: a sale to two people, a renter, and a vacancy that waits for approval.</summary>
internal static class DemoLife
{
    private const int UsualVacantRate = 70;

    public static async Task RecordAsync(IServiceProvider scope, DeskDbContext db, Guid communityId, DateOnly today)
    {
        db.ChangeTracker.Clear();
        var first = BillingMonth.Of(today).FirstDay;
        var occupied = await UnitsAsync(db, communityId, UnitStatus.Occupied, 2);
        var transfers = scope.GetRequiredService<OwnershipTransfers>();
        await transfers.TransferAsync(occupied[0], new TransferRequest(
            first.AddDays(10), [new(new(null, "周海", "13800001111"), 60), new(new(null, "周丽", "13800002222"), 40)], "产证已核对"));
        await transfers.LetPayAsync(occupied[0], OwnersPay.ByShares);
        var used = await db.ChargeItems.Where(i => i.CommunityId == communityId && i.OnBehalf).Select(i => i.Id).ToListAsync();
        await scope.GetRequiredService<Leases>().BeginAsync(occupied[1], new LeaseRequest(new(null, "何租", "13800003333"), first, null, used));
        var vacant = await UnitsAsync(db, communityId, UnitStatus.Vacant, 1);
        await scope.GetRequiredService<Vacancies>().RequestAsync(vacant[0], first, null, UsualVacantRate, "业主出国，水电已停用");
    }

    private static async Task<List<Guid>> UnitsAsync(DeskDbContext db, Guid communityId, UnitStatus status, int count) => await db.Units
        .Where(u => u.CommunityId == communityId && u.Status == status && u.Kind == UnitKind.Residential)
        .OrderByDescending(u => u.Code).Take(count).Select(u => u.Id).ToListAsync();
}
