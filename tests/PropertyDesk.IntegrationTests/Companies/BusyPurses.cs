using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>Money prepaid and used, some of it asked to be free for another class, and an owner who agreed to that.</summary>
internal static class BusyPurses
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        var owner = await desk.In(company, (DeskDbContext db) => db.Bills.Open().OrderBy(b => b.Number).Select(b => b.OwnerId).FirstAsync());
        var due = (await desk.In(company, (OwnerDuesQuery q) => q.FindAsync(owner))).Total;
        await desk.In(company, (TakePayment t) => t.RunAsync(new PaymentRequest(Guid.NewGuid(), owner, [], due, [new Tender(PaymentMethod.QrCode, new Money(10_00), "Q-9")], Into: PurseClass.General)));
        await desk.In(company, (ApplyPurse a) => a.RunAsync(new PurseUseRequest(Guid.NewGuid(), owner, [], Money.Min(due, new Money(10_00)))));
        await desk.In(company, (TakePayment t) => t.RunAsync(new PaymentRequest(Guid.NewGuid(), owner, [], due, [new Tender(PaymentMethod.QrCode, new Money(5_00), "Q-10")], Into: PurseClass.Parking)));
        await desk.In(company, (ReleasePurse r) => r.RequestAsync(owner, PurseClass.Parking, PurseClass.General, new Money(5_00), "车位已退"));
        await desk.In(company, async (PurseSettings s) =>
        {
            await s.AgreeAsync(owner, "同意书 2025-06");
            return true;
        });
    }
}
