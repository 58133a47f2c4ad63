using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Notices;
using PropertyDesk.Application.Tickets;

namespace PropertyDesk.Application.Owners;

/// <summary>What was said to an owner, and what was done for them.</summary>
public sealed record Activity(IReadOnlyList<NoticeOfOwner> Notices, IReadOnlyList<TicketRow> Tickets, IReadOnlyList<CallRow> Calls);

/// <summary>Reads for an owner's page what other rooms know of them.</summary>
public sealed class OwnerActivity(NoticeQueries notices, TicketQueries tickets, CallQueries calls)
{
    private const int LastCalls = 10;

    /// <summary>Each the newest first.</summary>
    public async Task<Activity> OfAsync(Guid ownerId) => new(await notices.OfOwnerAsync(ownerId), await tickets.OfAsync(ownerId: ownerId), await calls.LastAsync(ownerId, LastCalls));
}
