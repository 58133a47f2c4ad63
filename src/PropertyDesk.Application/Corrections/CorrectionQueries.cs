using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Application.Corrections;

/// <summary>A request in a list.</summary>
/// <param name="HasLapsed">Nobody decided it in time.</param>
public sealed record CorrectionRow(
    Guid Id, CorrectionKind Kind, string Subject, Guid? BillId, Guid BillRunId, CorrectionReason Reason, string Note, Money Amount, CorrectionState State,
    string RequestedBy, Guid? RequestedById, DateTimeOffset RequestedAt, DateOnly ExpiresOn, string? DecidedBy, DateTimeOffset? DecidedAt, string? DecisionNote,
    bool Reissue, Guid? ReissueRunId, bool HasLapsed, Guid? AttachmentId);

/// <summary>A line of a request.</summary>
public sealed record CorrectionRowLine(Guid BillLineId, string Item, Money LineAmount, Money Outstanding, decimal? Share, Money Amount);

/// <summary>Reads requests for corrections.</summary>
public sealed class CorrectionQueries(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Waiting requests first, then the newest.</summary>
    public Task<Paged<CorrectionRow>> ListAsync(CorrectionState? state, int page = 1) =>
        Rows(db.CorrectionRequests.Where(r => state == null || r.State == state)
            .OrderBy(r => r.State == CorrectionState.Requested ? 0 : 1).ThenByDescending(r => r.RequestedAt)).ToPageAsync(page);

    /// <summary>Those about one bill, newest first.</summary>
    public Task<List<CorrectionRow>> OfBillAsync(Guid billId) =>
        Rows(db.CorrectionRequests.Where(r => r.BillId == billId).OrderByDescending(r => r.RequestedAt)).ToListAsync();

    /// <exception cref="NotFoundException">There is no such request here.</exception>
    public async Task<CorrectionRow> FindAsync(Guid id) =>
        NotFoundException.Check(await Rows(db.CorrectionRequests.Where(r => r.Id == id)).FirstOrDefaultAsync(), id);

    public Task<List<CorrectionRowLine>> LinesAsync(Guid requestId) => db.CorrectionRequests.Where(r => r.Id == requestId)
        .SelectMany(r => r.Lines).OrderBy(l => l.BillLine.Position)
        .Select(l => new CorrectionRowLine(l.BillLineId, l.BillLine.ItemName, l.BillLine.Amount, l.BillLine.Outstanding, l.Share, l.Amount)).ToListAsync();

    private IQueryable<CorrectionRow> Rows(IQueryable<CorrectionRequest> requests)
    {
        var today = db.Current.Today(clock);
        return requests.AsNoTracking().Select(r => new CorrectionRow(
            r.Id, r.Kind, r.Subject, r.BillId, r.BillRunId, r.Reason, r.Note, r.Amount, r.State, r.RequestedBy, r.RequestedById, r.RequestedAt, r.ExpiresOn,
            r.DecidedBy, r.DecidedAt, r.DecisionNote, r.Reissue, r.ReissueRunId, r.State == CorrectionState.Requested && r.ExpiresOn < today, r.AttachmentId));
    }
}
