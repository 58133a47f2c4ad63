using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Application.Vouchers;

/// <summary>An export in the list.</summary>
/// <param name="Community">Null for all of the company.</param>
public sealed record ExportRow(
    Guid Id, BillingMonth Month, string? Community, VoucherGrouping Grouping, int Number, bool Closed, int Vouchers, int Entries, int Added, int Elsewhere, Money Debits, string By, DateTimeOffset At, string ContentHash)
{
    public string Mark => VoucherMarks.Of(Number, Closed, Elsewhere);
}

/// <summary>A kept file without its bytes.</summary>
public sealed record ExportFile(VoucherFormat Format, string Name, string Sha256);

/// <summary>An export with its files and what it had more than the one before.</summary>
/// <param name="Added">The first of them; <see cref="ExportRow.Added"/> counts all.</param>
/// <param name="SameAsBefore">Its vouchers are those of the export before.</param>
public sealed record ExportDetails(ExportRow Row, IReadOnlyList<ExportFile> Files, IReadOnlyList<AddedEntry> Added, bool SameAsBefore);

/// <summary>Reads exports. Those of all communities are for staff who look after all of them.</summary>
public sealed class VoucherQueries(DeskDbContext db)
{
    private const int Shown = 50;

    /// <summary>Newest first.</summary>
    public Task<Paged<ExportRow>> ListAsync(int page) => Rows(Visible().OrderByDescending(e => e.At).ThenByDescending(e => e.Id)).ToPageAsync(page, 20);

    /// <exception cref="NotFoundException">There is no such export here.</exception>
    public async Task<ExportDetails> FindAsync(Guid id)
    {
        var row = NotFoundException.Check(await Rows(Visible().Where(e => e.Id == id)).FirstOrDefaultAsync(), id);
        var files = await db.VoucherFiles.Where(f => f.ExportId == id).OrderBy(f => f.Format).Select(f => new ExportFile(f.Format, f.Name, f.Sha256)).ToListAsync();
        if (row.Number == 1)
        {
            return new ExportDetails(row, files, [], SameAsBefore: false);
        }

        var own = await db.VoucherExports.Where(e => e.Id == id).Select(e => new { e.Scope, e.EntryIds }).SingleAsync();
        var before = await db.VoucherExports.Where(e => e.Month == row.Month && e.Scope == own.Scope && e.Number == row.Number - 1).Select(e => new { e.EntryIds, e.ContentHash }).SingleAsync();
        var added = VoucherExport.Unpack(own.EntryIds).Except(VoucherExport.Unpack(before.EntryIds)).Take(Shown).ToArray();
        var entries = await db.JournalEntries.Where(j => added.Contains(j.Id)).OrderBy(j => j.Date).ThenBy(j => j.PostedAt)
            .Select(j => new { j.Date, j.Kind, j.PostedAt, Fen = j.Lines.Sum(l => l.Amount.Fen > 0 ? l.Amount.Fen : 0) }).ToListAsync();
        return new ExportDetails(row, files, [.. entries.Select(e => new AddedEntry(e.Date, e.Kind, e.PostedAt, new Money(e.Fen)))], before.ContentHash == row.ContentHash);
    }

    /// <summary>A file byte by byte as it was handed out first.</summary>
    /// <exception cref="NotFoundException">There is no such export here.</exception>
    public async Task<(string Name, byte[] Content)> FileAsync(Guid id, VoucherFormat format)
    {
        var visible = Visible();
        var file = NotFoundException.Check(
            await db.VoucherFiles.Where(f => visible.Any(e => e.Id == id && e.Id == f.ExportId) && f.Format == format).Select(f => new { f.Name, f.Content }).FirstOrDefaultAsync(), id);
        return (file.Name, file.Content);
    }

    private static IQueryable<ExportRow> Rows(IQueryable<VoucherExport> exports) => exports.Select(e => new ExportRow(
        e.Id, e.Month, e.CommunityName, e.Grouping, e.Number, e.Closed, e.Vouchers, e.Entries, e.Added, e.Elsewhere, e.Debits, e.By, e.At, e.ContentHash));

    private IQueryable<VoucherExport> Visible()
    {
        var (all, own) = (db.Current.AllCommunities, db.Current.CommunityIds);
        return db.VoucherExports.Where(e => all || (e.CommunityId != null && own.Contains(e.CommunityId.Value)));
    }
}
