using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Billing;

/// <summary>What was computed for some units, or for all of them.</summary>
internal sealed class DraftPart
{
    public List<Bill> Bills { get; } = [];

    public List<BillLine> Lines { get; } = [];

    public List<BillOmission> Omissions { get; } = [];

    public Money Total => Money.Sum(Bills.Select(b => b.Total));

    /// <summary>In the caller's transaction; bills first, for the others point to them.</summary>
    public async Task InsertAsync(DeskDbContext db, CancellationToken cancel)
    {
        await db.BulkInsertAsync(Bills, cancel);
        await db.BulkInsertAsync(Lines, cancel);
        await db.BulkInsertAsync(Bills.SelectMany(b => b.Credits).ToList(), cancel);
        await db.BulkInsertAsync(Omissions, cancel);
    }
}
