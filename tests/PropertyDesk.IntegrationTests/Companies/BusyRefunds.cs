using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A payment that somebody asked to take back.</summary>
internal static class BusyRefunds
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var payment = await db.Payments.Include(p => p.Owner).FirstAsync();
        db.Add(Refund.OfPayment(payment, RefundKind.Reversal, "收错户", new(Guid.NewGuid(), "刘敏", DateTimeOffset.UnixEpoch, new DateOnly(2025, 6, 1))));
        await db.SaveChangesAsync();
    }
}
