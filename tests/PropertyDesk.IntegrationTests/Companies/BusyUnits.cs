using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>Something of everything that can happen to a unit.</summary>
internal static class BusyUnits
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        var unit = await desk.In(company, (DeskDbContext db) => db.Ownerships.Where(o => o.To == null).OrderBy(o => o.Unit.Code).Select(o => o.UnitId).FirstAsync());
        await desk.In(company, async (OwnershipTransfers transfers) =>
        {
            await transfers.LetPayAsync(unit, OwnersPay.ByShares);
            return true;
        });
        await desk.In(company, async (DeskDbContext db) =>
        {
            var rented = await db.Units.SingleAsync(u => u.Id == unit);
            db.Add(new Lease(rented, await db.Owners.FirstAsync(), new DateOnly(2025, 6, 1), null, [await db.ChargeItems.FirstAsync()]));
            return await db.SaveChangesAsync();
        });
    }
}
