using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Calls;

/// <summary>What the call should become.</summary>
/// <param name="Place">In words; needed where there is no unit.</param>
public sealed record TicketWish(Guid CategoryId, Urgency Urgency, string? Place);

/// <summary>A call as the form asks for it.</summary>
/// <param name="RequestId">Made when the form was opened; the same id takes one call.</param>
/// <param name="CommunityId">Of a caller who is no owner; an owner's own community goes before it.</param>
/// <param name="ReadId">The version of the article that was read out.</param>
/// <param name="CallBackBy">Until when a call was promised, in the company's time.</param>
public sealed record NewCall(
    Guid RequestId, Guid? CommunityId, Guid? OwnerId, Guid? UnitId, string? Phone, string? Caller, Guid TopicId, string? Question, string? Answer, Guid? ReadId, string? Searched, DateTime? CallBackBy, TicketWish? Ticket = null);

/// <summary>Takes calls and makes tickets of them. A call and its ticket are saved together or not at all.</summary>
public sealed class TakeCall(DeskDbContext db, OpenTickets tickets, TimeProvider clock)
{
    /// <returns>The call; for a form that was sent before, the one of then.</returns>
    /// <exception cref="RuleViolation">Something is missing, or does not belong together.</exception>
    /// <exception cref="NotFoundException">Owner, unit, topic, article or community is not here.</exception>
    public async Task<Guid> RunAsync(NewCall asked)
    {
        if (await db.EarlierAsync<Call>(c => c.RequestId == asked.RequestId) is { } earlier)
        {
            return earlier;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        // Sent twice at the same moment: the ticket is one by the same id, and so is the call.
        var id = await db.SaveOnceAsync(await MakeAsync(asked), c => c.RequestId == asked.RequestId);
        await transaction.CommitAsync();
        return id;
    }

    /// <summary>Makes a ticket of a call that was taken before.</summary>
    /// <returns>The ticket; of a call that has one already, that one.</returns>
    /// <exception cref="RuleViolation">Something is missing for a ticket.</exception>
    public async Task<Guid> BecomeAsync(Guid id, TicketWish wish)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var call = await FindAsync(id);
        if (call.TicketId is { } known)
        {
            return known;
        }

        var ticket = await OpenAsync(call.RequestId, call.CommunityId, call.OwnerId, call.UnitId, Contact(call.OwnerId, call.Caller, call.Phone), call.Question, wish);
        // Opening a ticket may have tried twice and forgotten what was read.
        (await FindAsync(id)).Become(ticket);
        await db.SaveOrRefuseAsync();
        await transaction.CommitAsync();
        return ticket.Id;
    }

    private static string? Contact(Guid? ownerId, string? caller, string? phone)
    {
        // Of an owner the ticket shows name and number itself; somebody else can be reached only by what was told.
        var contact = ownerId is not null && string.IsNullOrWhiteSpace(caller) ? "" : $"{caller} {phone}".Trim();
        return contact.Length == 0 ? null : contact.Length > 60 ? contact[..60] : contact;
    }

    private async Task<Call> FindAsync(Guid id) => NotFoundException.Check(await db.Calls.FirstOrDefaultAsync(c => c.Id == id), id);

    private async Task<Call> MakeAsync(NewCall asked)
    {
        var communityId = asked.OwnerId is { } known ? NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == known), known).CommunityId
            : asked.CommunityId ?? throw new RuleViolation("请选择小区。", field: "Community");
        var ticket = asked.Ticket is { } wish
            ? await OpenAsync(asked.RequestId, communityId, asked.OwnerId, asked.UnitId, Contact(asked.OwnerId, asked.Caller, asked.Phone), asked.Question, wish) : null;
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var owner = asked.OwnerId is { } o ? NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(x => x.Id == o), o) : null;
        var unit = asked.UnitId is { } u ? NotFoundException.Check(await db.Units.FirstOrDefaultAsync(x => x.Id == u), u) : null;
        var topic = NotFoundException.Check(await db.CallTopics.FirstOrDefaultAsync(t => t.Id == asked.TopicId && !t.IsEnded), asked.TopicId);
        var read = asked.ReadId is { } r ? NotFoundException.Check(await db.ArticleVersions.FirstOrDefaultAsync(v => v.Id == r), r) : null;
        return new Call(
            community,
            new CallFacts(owner, unit, CallNumber.Kept(asked.Phone), asked.Caller, topic, asked.Question, asked.Answer, read, asked.Searched, asked.CallBackBy is { } by ? db.Current.InstantOf(by) : null),
            ticket, asked.RequestId, db.Acting(clock));
    }

    private async Task<Ticket> OpenAsync(Guid requestId, Guid community, Guid? owner, Guid? unit, string? contact, string? what, TicketWish wish)
    {
        var id = await tickets.RunAsync(new NewTicket(requestId, community, wish.CategoryId, owner, unit, null, wish.Place, contact, wish.Urgency, TicketSource.Telephone, what, []));
        return await db.Tickets.FirstAsync(t => t.Id == id);
    }
}
