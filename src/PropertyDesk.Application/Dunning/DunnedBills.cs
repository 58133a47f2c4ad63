using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Dunning;

/// <summary>A bill that may be dunned.</summary>
/// <param name="Asked">What is open of it, lines in dispute left out.</param>
public sealed record DunnedBill(Guid Id, Guid OwnerId, string UnitCode, DateOnly DueOn, Money Asked);

/// <summary>Which bills may be dunned now.</summary>
public static class DunnedBills
{
    /// <summary>
    /// Open bills of which something is asked: not in dispute as a whole, not frozen by a lawsuit or an agreement, not with
    /// the bank for collection, not promised.
    /// </summary>
    public static IQueryable<Bill> Dunnable(this DeskDbContext db) => db.Bills.Open()
        .Where(b => b.Lines.Any(l => l.Outstanding.Fen > 0 && !db.Disputes.Any(d => d.OpenLineId == l.Id)))
        .Where(b => !db.LateFeeFreezes.Any(f => f.BillId == b.Id && f.BillLineId == null && f.To == null))
        .Where(b => !db.DebitLineBills.Any(held => held.HeldBillId == b.Id))
        .Where(b => !db.PromisedBills.Any(p => p.OpenBillId == b.Id));

    /// <summary>The bills with what is asked of each, the oldest first.</summary>
    /// <param name="bills">As <see cref="Dunnable"/> gives them, further limited.</param>
    public static async Task<List<DunnedBill>> AskedAsync(this DeskDbContext db, IQueryable<Bill> bills, CancellationToken cancel = default)
    {
        var rows = await bills.OrderBy(b => b.DueOn).ThenBy(b => b.Number).Select(b => new
        {
            b.Id,
            b.OwnerId,
            b.UnitCode,
            b.DueOn,
            Fen = b.Lines.Where(l => !db.Disputes.Any(d => d.OpenLineId == l.Id)).Sum(l => l.Outstanding.Fen),
        }).AsNoTracking().ToListAsync(cancel);
        return rows.ConvertAll(b => new DunnedBill(b.Id, b.OwnerId, b.UnitCode, b.DueOn!.Value, new Money(b.Fen)));
    }
}
