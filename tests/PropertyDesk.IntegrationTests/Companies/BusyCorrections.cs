using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Deposits;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Application;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A dispute, a request for a waiver, and a step of the approval ladder.</summary>
internal static class BusyCorrections
{
    public static async Task RecordAsync(Desk desk, Company company, Guid runId)
    {
        var line = await desk.In(company, (DeskDbContext db) => db.BillLines.Where(l => l.Bill.BillRunId == runId && l.Outstanding.Fen > 0).OrderBy(l => l.Id).FirstAsync());
        await desk.In(company, (HandleDispute disputes) => disputes.OpenAsync(line.Id, "请说明算法"));
        await desk.In(company, (RequestCorrection ask) => ask.WaiveAsync(line.BillId, [new WaivedPart(line.Id, 1m, null)], new CorrectionGrounds(CorrectionReason.Other, "说明")));
        await desk.In(company, async (ApprovalLimits limits) =>
        {
            await limits.ChangeAsync(Role.Finance, Money.Zero);
            return true;
        });
        await desk.In(company, async (DeskDbContext db) =>
        {
            var place = await db.Companies.SingleAsync(c => c.Id == company.Id);
            db.AddRange(
                new AuditAlarm(place, "收据号连续不缺号", 1, 1, DateTimeOffset.UnixEpoch),
                new PeriodClosing(place, new BillingMonth(2001, 1), 1, null, "财务", new DateOnly(2001, 2, 1), DateTimeOffset.UnixEpoch));
            return await db.SaveChangesAsync();
        });
        var payer = await desk.In(company, (DeskDbContext db) => db.Bills.Where(b => b.Id == line.BillId).Select(b => b.OwnerId).SingleAsync());
        await desk.In(company, (HoldDeposits hold) => hold.TakeAsync(Guid.NewGuid(), payer, "装修押金", new Tender(PaymentMethod.Cash, new Money(100))));
    }
}
