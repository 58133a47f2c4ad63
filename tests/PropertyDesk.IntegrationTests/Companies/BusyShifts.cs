using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A shift and cash that went to the bank from it.</summary>
internal static class BusyShifts
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var shift = new Shift(await db.Communities.FirstAsync(), Guid.NewGuid(), "刘敏", new Money(100_00), DateTimeOffset.UnixEpoch);
        db.AddRange(shift, new BankDeposit(shift, Guid.NewGuid(), new Money(50_00), null, "刘敏", DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
    }
}
