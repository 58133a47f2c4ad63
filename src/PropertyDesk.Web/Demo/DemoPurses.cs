using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Web.Demo;

/// <summary>Some owners prepay, so that the bills that follow are paid from their purses; one asks to use parking money otherwise.</summary>
internal static class DemoPurses
{
    private const int OneIn = 15;
    private static readonly Money Yearly = new(1_200_00);
    private static readonly Money Monthly = new(300_00);

    public static async Task PrepayAsync(DeskDbContext db, DemoClock clock, Guid communityId)
    {
        var owners = await db.Owners.Where(o => o.CommunityId == communityId && o.Kind == OwnerKind.Person).OrderBy(o => o.Name).ThenBy(o => o.Id).Select(o => o.Id).ToListAsync();
        foreach (var (turn, owner) in owners.Index().Where(o => o.Index % OneIn == 2))
        {
            var (into, amount) = (turn / OneIn % 4) switch
            {
                0 => (PurseClass.Property, Yearly),
                1 => (PurseClass.Utilities, Monthly),
                2 => (PurseClass.General, Monthly),
                _ => (PurseClass.Parking, Yearly),
            };
            await new TakePayment(db, new PaymentBooking(db, clock), new ShiftRoom(db, clock)).RunAsync(
                new PaymentRequest(Guid.NewGuid(), owner, [], Money.Zero, [new Tender(PaymentMethod.BankTransfer, amount, $"YC{turn:00000}")], Into: into));
            db.ChangeTracker.Clear();
        }
    }

    public static async Task AskAsync(IServiceProvider scope, DeskDbContext db, Guid communityId)
    {
        var owner = await db.Purses.Where(p => p.CommunityId == communityId && p.Class == PurseClass.Parking && p.Balance.Fen > 0).OrderBy(p => p.Id).Select(p => p.OwnerId).FirstAsync();
        await scope.GetRequiredService<ReleasePurse>().RequestAsync(owner, PurseClass.Parking, PurseClass.Property, new Money(100_00), "车位已退租，业主申请用于物业费");
    }
}
