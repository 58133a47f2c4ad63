using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Ledger;

/// <summary>A journal entry as the ledger page shows it.</summary>
/// <param name="Source">Number of the bill, receipt or purse document that it posts.</param>
public sealed record JournalRow(Guid Id, DateOnly Date, DateTimeOffset PostedAt, JournalKind Kind, string Source, IReadOnlyList<JournalRowLine> Lines);

/// <summary>Debit positive, credit negative.</summary>
public sealed record JournalRowLine(Account Account, Money Amount, string? BillNumber);

/// <summary>Balance of an account: debits less credits.</summary>
public sealed record AccountBalance(Account Account, Money Debits, Money Credits)
{
    public Money Balance => Debits - Credits;
}

/// <summary>Reads the journal.</summary>
public sealed class JournalQueries(DeskDbContext db)
{
    private const int PageSize = 25;

    /// <summary>Newest first; in each entry the debits before the credits.</summary>
    public async Task<Paged<JournalRow>> ListAsync(JournalKind? kind, DateOnly? from, DateOnly? to, int page)
    {
        var found = await db.JournalEntries
            .Where(j => (kind == null || j.Kind == kind) && (from == null || j.Date >= from) && (to == null || j.Date <= to))
            .OrderByDescending(j => j.PostedAt).ThenByDescending(j => j.Id)
            .Select(j => new
            {
                Row = new JournalRow(
                    j.Id, j.Date, j.PostedAt, j.Kind,
                    db.Bills.Where(b => b.Id == j.SourceId).Select(b => b.Number).FirstOrDefault()
                        ?? db.CorrectionRequests.Where(r => r.Id == j.SourceId).Select(r => r.Subject).FirstOrDefault()
                        ?? db.DepositEntries.Where(e => e.Id == j.SourceId).Select(e => e.Deposit.OwnerName).FirstOrDefault()
                        ?? db.PurseEntries.Where(e => e.Id == j.SourceId).Select(e => db.Owners.Where(o => o.Id == e.OwnerId).Select(o => o.Name).FirstOrDefault()).FirstOrDefault()
                        ?? db.Receipts.Where(r => r.PaymentId == j.SourceId).Select(r => Receipt.Format(r.Book, r.Number)).FirstOrDefault() ?? "",
                    j.Lines.Select(l => new JournalRowLine(l.Account, l.Amount, db.Bills.Where(b => b.Id == l.BillId).Select(b => b.Number).FirstOrDefault())).ToList()),
                PurseDocument = db.PurseEntries.Where(e => e.Id == j.SourceId).Select(e => db.PurseUses.Where(u => u.Id == e.DocumentId).Select(u => (int?)u.Number).FirstOrDefault()).FirstOrDefault()
                    ?? db.PurseReleases.Where(r => r.Id == j.SourceId).Select(r => r.Number).FirstOrDefault(),
            })
            .AsNoTracking().ToPageAsync(page, PageSize);
        var rows = found.Rows.Select(f => Sorted(f.PurseDocument is { } number ? f.Row with { Source = Receipt.Format(ReceiptBook.Purses, number) } : f.Row));
        return new Paged<JournalRow>([.. rows], found.Total, found.Number, found.Size);
    }

    public async Task<IReadOnlyList<AccountBalance>> BalancesAsync()
    {
        var sums = await db.JournalLines.GroupBy(l => l.Account).Select(account => new
        {
            account.Key,
            Debits = account.Sum(l => l.Amount.Fen > 0 ? l.Amount.Fen : 0),
            Credits = account.Sum(l => l.Amount.Fen < 0 ? -l.Amount.Fen : 0),
        }).ToListAsync();
        return [.. sums.OrderBy(s => s.Key).Select(s => new AccountBalance(s.Key, new Money(s.Debits), new Money(s.Credits)))];
    }

    private static JournalRow Sorted(JournalRow row) => row with
    {
        Lines = [.. row.Lines.OrderBy(l => l.Amount < Money.Zero).ThenBy(l => l.Account).ThenBy(l => l.BillNumber, StringComparer.Ordinal)],
    };
}
