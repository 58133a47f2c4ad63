using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Notices;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Archive;

namespace PropertyDesk.Application.Owners;

/// <summary>What was said to an owner, and what was done for them.</summary>
/// <param name="Tags">Of today; sensitive ones are only counted.</param>
/// <param name="Pinned">What the desk wants to be seen first.</param>
/// <param name="Merges">Into this record, or of it into another.</param>
/// <param name="Household">Who lives with them, phones masked.</param>
public sealed record Activity(
    IReadOnlyList<NoticeOfOwner> Notices, IReadOnlyList<TicketRow> Tickets, IReadOnlyList<CallRow> Calls, TagChips Tags, IReadOnlyList<OwnerNote> Pinned, Household Household, IReadOnlyList<MergeRow> Merges);

/// <summary>Reads for an owner's page what other rooms know of them.</summary>
public sealed class OwnerActivity(NoticeQueries notices, TicketQueries tickets, CallQueries calls, TagQueries tags, OwnerNotes notes, HouseholdQueries households, MergeQueries merges)
{
    private const int LastCalls = 10;

    /// <summary>Each the newest first.</summary>
    /// <param name="inClear">Phones of the household as they are; whoever asks for that was noted in the log.</param>
    public async Task<Activity> OfAsync(Guid ownerId, bool inClear = false) => new(
        await notices.OfOwnerAsync(ownerId), await tickets.OfAsync(ownerId: ownerId), await calls.LastAsync(ownerId, LastCalls),
        (await tags.OfAsync([ownerId]))[ownerId], [.. (await notes.OfAsync(ownerId)).Where(n => n.IsPinned)], await households.OfOwnerAsync(ownerId, inClear), await merges.ListAsync(ownerId));
}
