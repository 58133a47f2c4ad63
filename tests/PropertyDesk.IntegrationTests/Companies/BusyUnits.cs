using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>Something of everything that can happen to a unit.</summary>
internal static class BusyUnits
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<DeskDbContext>();
        var unit = await db.Ownerships.Where(o => o.To == null).OrderBy(o => o.Unit.Code).Select(o => o.UnitId).FirstAsync();
        var item = await db.ChargeItems.OrderBy(i => i.Priority).Select(i => i.Id).FirstAsync();
        var from = new DateOnly(2025, 6, 1);
        await services.GetRequiredService<OwnershipTransfers>().LetPayAsync(unit, OwnersPay.ByShares);
        await services.GetRequiredService<AreaCorrections>().CorrectAsync(unit, from, 91.5m, null, "实测报告");
        await services.GetRequiredService<Vacancies>().RequestAsync(unit, from, null, 70, "业主出国");
        await services.GetRequiredService<Leases>().BeginAsync(unit, new LeaseRequest(new PersonChoice(null, "吴十", "13600000000"), from, null, [item]));
    }
}
