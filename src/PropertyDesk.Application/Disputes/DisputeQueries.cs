using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Disputes;

namespace PropertyDesk.Application.Disputes;

/// <summary>A dispute in a list.</summary>
public sealed record DisputeRow(
    Guid Id, Guid BillId, Guid BillLineId, string BillNumber, string Unit, string Owner, Guid OwnerId, string Item, Money Amount, DisputeState State,
    string Question, string OpenedBy, DateTimeOffset OpenedAt, string? Answer, string? ClosedBy, DateTimeOffset? ClosedAt, Guid? CorrectionRequestId, bool ByPortal);

/// <summary>Reads disputes.</summary>
public sealed class DisputeQueries(DeskDbContext db)
{
    /// <summary>The open ones first, then the newest.</summary>
    public Task<Paged<DisputeRow>> ListAsync(DisputeState? state, int page = 1) =>
        Rows(db.Disputes.Where(d => state == null || d.State == state).OrderBy(d => d.OpenLineId == null).ThenByDescending(d => d.OpenedAt)).ToPageAsync(page);

    public Task<List<DisputeRow>> OfBillAsync(Guid billId) => Rows(db.Disputes.Where(d => d.BillId == billId).OrderByDescending(d => d.OpenedAt)).ToListAsync();

    /// <exception cref="NotFoundException">There is no such dispute here.</exception>
    public async Task<DisputeRow> FindAsync(Guid id) => NotFoundException.Check(await Rows(db.Disputes.Where(d => d.Id == id)).FirstOrDefaultAsync(), id);

    private static IQueryable<DisputeRow> Rows(IQueryable<Dispute> disputes) => disputes.AsNoTracking().Select(d => new DisputeRow(
        d.Id, d.BillId, d.BillLineId, d.Bill.Number, d.Bill.UnitCode, d.Bill.OwnerName, d.Bill.OwnerId, d.BillLine.ItemName, d.BillLine.Amount, d.State,
        d.Question, d.OpenedBy, d.OpenedAt, d.Answer, d.ClosedBy, d.ClosedAt, d.CorrectionRequestId, d.ByPortal));
}
