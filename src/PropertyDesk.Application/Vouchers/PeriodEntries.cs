using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.Application.Vouchers;

/// <summary>A line of the journal with what is needed of its entry.</summary>
/// <param name="Amount">Debit positive, credit negative.</param>
internal sealed record PeriodLine(Guid EntryId, JournalKind Kind, DateOnly Date, DateTimeOffset PostedAt, Guid CommunityId, Account Account, Money Amount);

/// <summary>What of an entry's income, or agency money, is that of one charge item.</summary>
/// <param name="Amount">Debit positive, credit negative.</param>
internal sealed record ItemShare(Guid EntryId, Account Account, Guid ChargeItemId, Money Amount);

/// <summary>Reads a period of the journal in a fixed number of queries.</summary>
internal static class PeriodEntries
{
    /// <summary>In the order of the books.</summary>
    public static async Task<List<PeriodLine>> PeriodLinesAsync(this DeskDbContext db, BillingMonth month, Guid? communityId)
    {
        var (from, to) = (month.FirstDay, month.LastDay);
        return await db.JournalLines.Where(l => l.Date >= from && l.Date <= to && (communityId == null || l.CommunityId == communityId))
            .OrderBy(l => l.JournalEntry.Date).ThenBy(l => l.JournalEntry.PostedAt).ThenBy(l => l.JournalEntryId).ThenBy(l => l.Id)
            .Select(l => new PeriodLine(l.JournalEntryId, l.JournalEntry.Kind, l.JournalEntry.Date, l.JournalEntry.PostedAt, l.CommunityId, l.Account, l.Amount))
            .ToListAsync();
    }

    /// <summary>
    /// The journal keeps no charge items; the documents that it posts do: the lines of a published bill, and what a red entry
    /// took off them.
    /// </summary>
    public static async Task<List<ItemShare>> ItemSharesAsync(this DeskDbContext db, BillingMonth month, Guid? communityId)
    {
        var (from, to) = (month.FirstDay, month.LastDay);
        var entries = db.JournalEntries.Where(j => j.Date >= from && j.Date <= to && (communityId == null || j.CommunityId == communityId));
        var billed = await entries.Where(j => j.Kind == JournalKind.BillPublished)
            .Join(db.BillLines.Principal(), j => j.SourceId, l => l.BillId, (j, l) => new { j.Id, l.OnBehalf, l.ChargeItemId, Gross = l.Amount.Fen, Net = l.Net.Fen })
            .ToListAsync();
        var takenBack = await entries.Where(j => j.Kind == JournalKind.RedEntry)
            .Join(db.BillCredits.Join(db.BillLines.Principal(), c => c.BillLineId, l => l.Id, (c, _) => c), j => j.SourceId, c => c.DocumentId, (j, c) => new { j.Id, c.BillLine.OnBehalf, c.ChargeItemId, Gross = c.Amount.Fen, Net = c.Net.Fen })
            .ToListAsync();
        return
        [
            .. billed.Select(b => b.OnBehalf ? new ItemShare(b.Id, Account.AgencyPayable, b.ChargeItemId, new Money(-b.Gross)) : new ItemShare(b.Id, Account.Income, b.ChargeItemId, new Money(-b.Net))),
            .. takenBack.Select(c => c.OnBehalf ? new ItemShare(c.Id, Account.AgencyPayable, c.ChargeItemId, new Money(c.Gross)) : new ItemShare(c.Id, Account.Income, c.ChargeItemId, new Money(c.Net))),
        ];
    }
}
