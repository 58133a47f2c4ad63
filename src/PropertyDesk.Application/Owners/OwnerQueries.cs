using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Owners;

/// <summary>Reads the one page about an owner.</summary>
public sealed class OwnerQueries(DeskDbContext db, TimeProvider clock, IPersonalDataCipher cipher)
{
    private const int RecentBills = 24;
    private const int RecentPayments = 24;

    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public async Task<OwnerDetails> FindAsync(Guid ownerId)
    {
        var owner = NotFoundException.Check(await db.Owners.AsNoTracking().FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        var community = await db.Communities.Where(c => c.Id == owner.CommunityId).Select(c => c.Name).SingleAsync();
        var today = db.Current.Today(clock);
        var bills = db.Bills.Published().Where(b => b.OwnerId == ownerId);
        var units = await UnitsAsync(ownerId);
        var current = units.Where(u => u.To is null || u.To >= today).Select(u => u.UnitId).ToList();
        return new OwnerDetails(
            owner.Id, owner.Name, owner.Kind, community, await ContactAsync(owner),
            new Money(await bills.SumAsync(b => b.Total.Fen)),
            new Money(await bills.SumAsync(b => b.Outstanding.Fen)),
            new Money(await bills.Where(b => b.DueOn < today).SumAsync(b => b.Outstanding.Fen)),
            new Money(await db.Purses.Where(p => p.OwnerId == ownerId).SumAsync(p => p.Balance.Fen)),
            units, await ParkingAsync(current), await new UnitMeters(db).FindAsync(current),
            await BillsAsync(ownerId), await PaymentsAsync(ownerId));
    }

    /// <summary>The flats of today in a line; of who has none any more, the last one and that it went.</summary>
    public async Task<string> FlatsAsync(Guid ownerId) => UnitList.Of((await UnitsAsync(ownerId)).Select(u => (u.Code, u.To)), db.Current.Today(clock));

    private async Task<MaskedContact> ContactAsync(Owner owner) => new(
        Masking.Phone(owner.Phone), Masking.Email(owner.Email), Masking.IdNumber(IdNumber(owner)),
        await db.Memberships.AnyAsync(m => m.OwnerId == owner.Id && m.Role == Role.Owner && m.DisabledAt == null));

    // A number whose key is lost is shown as hidden altogether: the page must not fail for it.
    private string? IdNumber(Owner owner)
    {
        try
        {
            return owner.IdNumberCipher is null ? null : cipher.Unprotect(owner.IdNumberCipher);
        }
        catch (CryptographicException)
        {
            return new string('*', 18);
        }
    }

    private async Task<IReadOnlyList<OwnerUnit>> UnitsAsync(Guid ownerId) => await db.Ownerships
        .Where(o => o.OwnerId == ownerId)
        .OrderBy(o => o.To != null).ThenBy(o => o.Unit.Code).ThenByDescending(o => o.From)
        .Select(o => new OwnerUnit(o.UnitId, o.Unit.Code, o.Unit.Building.Name, o.Unit.BillingArea, o.Unit.Kind, o.Unit.Status, o.From, o.To, o.Share))
        .AsNoTracking().ToListAsync();

    private async Task<IReadOnlyList<OwnerParking>> ParkingAsync(List<Guid> units) => await db.ParkingUses
        .Where(p => units.Contains(p.UnitId))
        .OrderBy(p => p.To != null).ThenBy(p => p.ParkingSpace.Number).ThenByDescending(p => p.From)
        .Select(p => new OwnerParking(p.ParkingSpace.Number, p.ParkingSpace.Kind, p.Unit.Code, p.Plate, p.MonthlyFee, p.From, p.To))
        .AsNoTracking().ToListAsync();

    private async Task<IReadOnlyList<OwnerBill>> BillsAsync(Guid ownerId) => await db.Bills.Published()
        .Where(b => b.OwnerId == ownerId)
        .OrderByDescending(b => b.Period).ThenBy(b => b.UnitCode).Take(RecentBills)
        .Select(b => new OwnerBill(b.Id, b.Number, b.Period, b.UnitCode, b.DueOn!.Value, b.Total, b.Paid, b.Outstanding))
        .AsNoTracking().ToListAsync();

    private async Task<IReadOnlyList<OwnerPayment>> PaymentsAsync(Guid ownerId) => await db.Receipts
        .Where(r => r.Payment.OwnerId == ownerId)
        .OrderByDescending(r => r.Payment.RecordedAt).Take(RecentPayments)
        .Select(r => new OwnerPayment(r.PaymentId, r.Payment.PaidOn, r.Payment.Method, r.Payment.Amount, r.Payment.CashierName, r.Id, Receipt.Format(r.Book, r.Number)))
        .AsNoTracking().ToListAsync();
}
