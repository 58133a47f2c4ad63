using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.PersonalData;

namespace PropertyDesk.Application.PersonalData;

/// <summary>A request about personal data, as the desk and its owner see it.</summary>
public sealed record DataRequestRow(
    Guid Id, Guid OwnerId, string Owner, string Community, DataRequestKind Kind, string Text, DataRequestState State, string RequestedBy, DateTimeOffset RequestedAt, string? Answer,
    string? ClosedBy, DateTimeOffset? ClosedAt);

/// <summary>Reads requests about personal data.</summary>
public sealed class DataRequestQueries(DeskDbContext db)
{
    /// <summary>The open ones first, then the newest.</summary>
    public Task<Paged<DataRequestRow>> ListAsync(DataRequestState? state, int page = 1) =>
        Rows(db.DataRequests.Where(r => state == null || r.State == state).OrderBy(r => r.OpenOwnerId == null).ThenByDescending(r => r.RequestedAt).ThenBy(r => r.Id)).ToPageAsync(page);

    /// <exception cref="NotFoundException">There is no such request here.</exception>
    public async Task<DataRequestRow> FindAsync(Guid id) => NotFoundException.Check(await Rows(db.DataRequests.Where(r => r.Id == id)).FirstOrDefaultAsync(), id);

    /// <summary>Of the login's own records, newest first.</summary>
    public Task<List<DataRequestRow>> MineAsync() =>
        Rows(db.DataRequests.Where(r => db.Current.IsOwnerIds.Contains(r.OwnerId)).OrderByDescending(r => r.RequestedAt)).Take(50).ToListAsync();

    private IQueryable<DataRequestRow> Rows(IQueryable<DataRequest> requests) => requests.AsNoTracking().Select(r => new DataRequestRow(
        r.Id, r.OwnerId, r.Owner.Name, db.Communities.Where(c => c.Id == r.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", r.Kind, r.Text, r.State, r.RequestedBy, r.RequestedAt,
        r.Answer, r.ClosedBy, r.ClosedAt));
}
