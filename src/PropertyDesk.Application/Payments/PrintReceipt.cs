using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Payments;

/// <summary>Hands out receipts on paper. Every print by staff is counted, so that two originals cannot be passed off as two payments.</summary>
public sealed class PrintReceipt(DeskDbContext db, PaymentQueries payments)
{
    /// <summary>Counts the print and gives what is on the receipt, this print included in its count.</summary>
    /// <exception cref="NotFoundException">There is no such receipt here.</exception>
    public async Task<PaymentDetails> CountAsync(Guid receiptId)
    {
        var receipts = db.Receipts.Where(r => r.Id == receiptId);
        var counted = await receipts.ExecuteUpdateAsync(r => r.SetProperty(x => x.PrintCount, x => x.PrintCount + 1));
        return counted == 1
            ? await payments.FindAsync(await receipts.Select(r => r.PaymentId).SingleAsync())
            : throw new NotFoundException("Receipt", receiptId);
    }
}
