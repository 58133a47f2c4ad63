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
            .Select(r => new { r.Id, r.PaymentId, r.Book, r.Number, r.Payment.PaidOn, r.Payment.Method, r.Payment.Amount, r.Payment.OwnerId, IsTakenBack = db.Payments.Any(p => p.ReversesId == r.PaymentId) })
            .Take(take).ToListAsync();
        return [.. rows.Select(r => new PortalPayment(r.PaymentId, r.Id, Receipt.Format(r.Book, r.Number), r.PaidOn, r.Method, r.Amount, r.OwnerId, r.IsTakenBack))];
    }

    /// <exception cref="NotFoundException">There is none, or it is somebody else's.</exception>
    public async Task<Guid> PaymentOfReceiptAsync(Guid receiptId)
    {
        var payment = await db.Receipts.Where(r => r.Id == receiptId && Mine.Contains(r.Payment.OwnerId)).Select(r => r.PaymentId).FirstOrDefaultAsync();
        return payment == Guid.Empty ? throw new NotFoundException(nameof(Receipt), receiptId) : payment;
    }

    private IQueryable<Bill> MyBills() => db.Bills.Published().Where(b => Mine.Contains(b.OwnerId));
}

/// <summary>A payment on the portal.</summary>
/// <param name="IsTakenBack">Its money went back with a red receipt.</param>
public sealed record PortalPayment(Guid PaymentId, Guid ReceiptId, string Receipt, DateOnly PaidOn, PaymentMethod Method, Money Amount, Guid OwnerId, bool IsTakenBack);
