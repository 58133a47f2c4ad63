using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deposits;

namespace PropertyDesk.Application.Deposits;

/// <summary>Hands out receipts of deposits on paper, each print counted, and tells whether a printed one is real.</summary>
public sealed class PrintDeposit(DeskDbContext db)
{
    /// <summary>Counts the print and gives what is on the receipt, this print included in its count.</summary>
    /// <exception cref="NotFoundException">There is no such receipt here: a deduction has none.</exception>
    public async Task<DepositPaper> CountAsync(Guid entryId)
    {
        var counted = await db.DepositEntries.Where(e => e.Id == entryId && e.Number != null).ExecuteUpdateAsync(e => e.SetProperty(x => x.PrintCount, x => x.PrintCount + 1));
        return counted == 1 ? await OfAsync(entryId) : throw new NotFoundException("DepositEntry", entryId);
    }

    /// <summary>What may be told to whoever holds a receipt with this code; null where there is none.</summary>
    public async Task<VerifiedReceipt?> VerifyAsync(string code)
    {
        var entry = await db.DepositEntries.AsNoTracking().FirstOrDefaultAsync(e => e.Code == code);
        if (entry is null)
        {
            return null;
        }

        var community = await db.Communities.Where(c => c.Id == entry.CommunityId).Select(c => c.Name).SingleAsync();
        // Whoever got the deposit back can no longer claim it with the first receipt.
        var back = entry.Kind == DepositEntryKind.Taken
            ? await db.DepositEntries.AsNoTracking().FirstOrDefaultAsync(e => e.DepositId == entry.DepositId && e.Kind == DepositEntryKind.Refunded)
            : null;
        return new VerifiedReceipt(entry.Receipt!, db.Current.Name, community, entry.On, Positive(entry.Amount), back?.Receipt);
    }

    private async Task<DepositPaper> OfAsync(Guid entryId)
    {
        var deposit = await db.Deposits.Include(d => d.Entries).AsSplitQuery().AsNoTracking().SingleAsync(d => d.Entries.Any(e => e.Id == entryId));
        var entry = deposit.Entries.Single(e => e.Id == entryId);
        var community = await db.Communities.Where(c => c.Id == deposit.CommunityId).Select(c => new { c.Name, c.ReceiptPaper }).SingleAsync();
        var givenBack = entry.Kind == DepositEntryKind.Refunded;
        var other = deposit.Entries.FirstOrDefault(e => e.Kind == (givenBack ? DepositEntryKind.Taken : DepositEntryKind.Refunded));
        return new DepositPaper(
            entry.Receipt!, entry.Code!, entry.PrintCount, givenBack, community.Name, community.ReceiptPaper, deposit.OwnerName, deposit.Purpose, entry.On, entry.Method!.Value, entry.Reference,
            Positive(entry.Amount), deposit.Amount,
            givenBack ? [.. deposit.Entries.Where(e => e.Kind == DepositEntryKind.Deducted).OrderBy(e => e.At).Select(e => (e.Reason ?? "", Positive(e.Amount)))] : [],
            other?.Receipt, entry.By);
    }

    private static Money Positive(Money amount) => amount < Money.Zero ? -amount : amount;
}
