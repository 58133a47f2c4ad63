using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Portal;

/// <summary>What owners see: published bills and payments of the owner records that their login speaks for, nothing else.</summary>
public sealed class PortalQueries(DeskDbContext db, BillQueries bills)
{
    private Guid[] Mine => db.Current.OwnerIds;

    /// <summary>The units with what is due, most urgent first.</summary>
    public async Task<IReadOnlyList<PortalUnit>> UnitsAsync(DateOnly today)
    {
        var open = await MyBills().Where(b => b.Outstanding.Fen > 0)
            .Select(b => new { b.UnitId, b.DueOn, b.Outstanding.Fen }).ToListAsync();
        var units = await (from ownership in db.Ownerships
                           where Mine.Contains(ownership.OwnerId) && (ownership.To == null || ownership.To >= today)
                           join community in db.Communities on ownership.CommunityId equals community.Id
                           select new { ownership.UnitId, ownership.Unit.Code, Community = community.Name, community.Phone }).Distinct().ToListAsync();
        return
        [
            .. units.Select(u =>
            {
                var due = open.FindAll(b => b.UnitId == u.UnitId);
                return new PortalUnit(
                    u.UnitId, u.Code, u.Community, u.Phone, new Money(due.Sum(b => b.Fen)), new Money(due.Where(b => b.DueOn < today).Sum(b => b.Fen)),
                    due.Where(b => b.DueOn >= today).Min(b => b.DueOn), due.Count);
            }).OrderByDescending(u => u.Overdue).ThenByDescending(u => u.Due).ThenBy(u => u.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>All bills, newest first.</summary>
    /// <param name="openOnly">Only those that are not fully paid.</param>
    public Task<List<BillRow>> BillsAsync(bool openOnly) =>
        MyBills().Where(b => !openOnly || b.Outstanding.Fen > 0)
            .OrderByDescending(b => b.Period).ThenBy(b => b.UnitCode)
            .Select(b => new BillRow(b.Id, b.Number, b.Period, b.UnitId, b.UnitCode, b.OwnerId, b.OwnerName, b.Total, b.Paid, b.Outstanding, b.DueOn, BillRunState.Published))
            .Take(240).ToListAsync();

    /// <exception cref="NotFoundException">There is none, it is a draft, or it is somebody else's.</exception>
    public async Task<BillDetails> BillAsync(Guid billId)
    {
        if (!await MyBills().AnyAsync(b => b.Id == billId))
        {
            throw new NotFoundException(nameof(Bill), billId);
        }

        return await bills.FindAsync(billId);
    }

    /// <summary>All payments, newest first.</summary>
    public async Task<IReadOnlyList<PortalPayment>> PaymentsAsync(int take = 120)
    {
        var rows = await db.Receipts.Where(r => Mine.Contains(r.Payment.OwnerId))
            .OrderByDescending(r => r.Payment.RecordedAt)
            .Select(r => new { r.Id, r.PaymentId, r.Book, r.Number, r.Payment.PaidOn, r.Payment.Method, r.Payment.Amount })
            .Take(take).ToListAsync();
        return [.. rows.Select(r => new PortalPayment(r.PaymentId, r.Id, Receipt.Format(r.Book, r.Number), r.PaidOn, r.Method, r.Amount))];
    }

    /// <exception cref="NotFoundException">There is none, or it is somebody else's.</exception>
    public async Task<Guid> PaymentOfReceiptAsync(Guid receiptId)
    {
        var payment = await db.Receipts.Where(r => r.Id == receiptId && Mine.Contains(r.Payment.OwnerId)).Select(r => r.PaymentId).FirstOrDefaultAsync();
        return payment == Guid.Empty ? throw new NotFoundException(nameof(Receipt), receiptId) : payment;
    }

    private IQueryable<Bill> MyBills() => db.Bills.Published().Where(b => Mine.Contains(b.OwnerId));
}

/// <summary>A unit on the portal's first page.</summary>
/// <param name="NextDue">Earliest due date that has not passed; null where nothing is due later.</param>
public sealed record PortalUnit(Guid Id, string Code, string Community, string? Phone, Money Due, Money Overdue, DateOnly? NextDue, int OpenBills);

/// <summary>A payment on the portal.</summary>
public sealed record PortalPayment(Guid PaymentId, Guid ReceiptId, string Receipt, DateOnly PaidOn, PaymentMethod Method, Money Amount);
