using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Payments;

/// <summary>Hands out receipts on paper. Every print by staff is counted, so that two originals cannot be passed off as two payments.</summary>
public sealed class PrintReceipt(DeskDbContext db, PaymentQueries payments)
{
    /// <summary>Counts the print and gives what is on the receipt.</summary>
    /// <exception cref="NotFoundException">There is no such receipt here.</exception>
    public async Task<PaymentDetails> CountAsync(Guid receiptId)
    {
        var receipt = NotFoundException.Check(await db.Receipts.SingleOrDefaultAsync(r => r.Id == receiptId), receiptId);
        receipt.CountPrint();
        await db.SaveChangesAsync();
        return await payments.FindAsync(receipt.PaymentId);
    }
}
