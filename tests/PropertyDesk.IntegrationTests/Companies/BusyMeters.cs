using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Metering;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>Something of everything that can happen to a meter.</summary>
internal static class BusyMeters
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<DeskDbContext>();
        var readings = await db.Readings.Where(r => r.Date >= new DateOnly(2025, 5, 1)).OrderBy(r => r.MeterId).Take(2).ToListAsync();
        var change = services.GetRequiredService<ChangeMeters>();
        await change.ReplaceAsync(readings[0].MeterId, new DateOnly(2025, 6, 1), readings[0].Value, false, new Counter("N-1", 5, 1, 0));
        await change.CorrectAsync(readings[1].Id, readings[1].Value + 1, "抄错一位", confirmed: true);
        var community = await db.Communities.Select(c => c.Id).FirstAsync();
        await services.GetRequiredService<MasterMeters>().AddAsync(community, MeterKind.Water, null, "进水总表", 1);
        var master = await db.MasterMeters.SingleAsync();
        await services.GetRequiredService<MasterMeters>().ReadAsync(community, new PropertyDesk.Domain.BillingMonth(2025, 5), [new MasterValues(master.Id, 0, 100)]);
        await services.GetRequiredService<Attachments>().SaveAsync(community, new NewFile("photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0]));
    }
}
