using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Incidents;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Incidents;

/// <summary>A mass failure as the form asks for it.</summary>
/// <param name="RequestId">Made when the form was opened; the same id opens one.</param>
/// <param name="BuildingId">Null: all of the community.</param>
/// <param name="TicketIds">What was reported of it already.</param>
public sealed record NewIncident(Guid RequestId, Guid CommunityId, Guid CategoryId, Guid? BuildingId, string? Entrance, string? Riser, IncidentSaying Saying, IReadOnlyCollection<Guid> TicketIds);

/// <summary>What is said of it.</summary>
/// <param name="ExpectedBy">In the company's time; null where nobody knows.</param>
public sealed record IncidentSaying(string? Title, string? Says, DateTime? ExpectedBy);

/// <summary>Opens mass failures, keeps what is said of them, and puts tickets in and out.</summary>
public sealed class RunIncidents(DeskDbContext db, TimeProvider clock)
{
    /// <returns>It; for a form that was sent before, the one of then.</returns>
    /// <exception cref="RuleViolation">Something is missing, does not belong together, or a ticket was changed by somebody else.</exception>
    /// <exception cref="NotFoundException">Community, house or ticket is not here.</exception>
    public async Task<Guid> OpenAsync(NewIncident asked)
    {
        if (await db.EarlierAsync<Incident>(i => i.RequestId == asked.RequestId) is { } earlier)
        {
            return earlier;
        }

        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == asked.CommunityId), asked.CommunityId);
        var category = await db.TicketCategories.FirstOrDefaultAsync(c => c.Id == asked.CategoryId && !c.IsEnded) ?? throw new RuleViolation("请选择工单类别。", field: "CategoryId");
        var building = asked.BuildingId is { } b ? NotFoundException.Check(await db.Buildings.FirstOrDefaultAsync(x => x.Id == b), b) : null;
        var by = db.Acting(clock);
        var incident = new Incident(community, category, new IncidentPlace(building, asked.Entrance ?? "", asked.Riser ?? ""), Words(asked.Saying), asked.RequestId, by);
        db.AddRange(incident, incident.Opened(by));
        await JoinAsync(incident, asked.TicketIds, by);
        try
        {
            await db.SaveChangesAsync();
            return incident.Id;
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
            return await db.EarlierAsync<Incident>(i => i.RequestId == asked.RequestId) ?? throw new RuleViolation(MoveTickets.Changed);
        }
    }

    /// <summary>Something new is known.</summary>
    /// <exception cref="RuleViolation">It is over, something is missing, or somebody else was quicker.</exception>
    public async Task SayAsync(Guid id, IncidentSaying saying)
    {
        var incident = await FindAsync(id);
        db.Add(incident.Change(Words(saying), db.Acting(clock)));
        await db.SaveOrRefuseAsync();
    }

    /// <summary>Tickets turn out to be about it.</summary>
    /// <exception cref="RuleViolation">None is chosen, one is done or part of another, or somebody else was quicker.</exception>
    public async Task JoinAsync(Guid id, IReadOnlyCollection<Guid> ticketIds)
    {
        if (ticketIds.Count == 0)
        {
            throw new RuleViolation("请勾选要并入的工单。");
        }

        await JoinAsync(await FindAsync(id), ticketIds, db.Acting(clock));
        await db.SaveOrRefuseAsync(MoveTickets.Changed);
    }

    /// <summary>A ticket turns out to be something else.</summary>
    /// <exception cref="RuleViolation">It is part of none, done, or somebody else was quicker.</exception>
    public async Task LeaveAsync(Guid ticketId)
    {
        var ticket = NotFoundException.Check(await db.Tickets.FirstOrDefaultAsync(t => t.Id == ticketId), ticketId);
        db.Add(ticket.Leave(db.Acting(clock)));
        await db.SaveOrRefuseAsync(MoveTickets.Changed);
    }

    private async Task<Incident> FindAsync(Guid id) => NotFoundException.Check(await db.Incidents.FirstOrDefaultAsync(i => i.Id == id), id);

    private IncidentWords Words(IncidentSaying saying)
    {
        var expected = saying.ExpectedBy is { } by ? db.Current.InstantOf(by) : (DateTimeOffset?)null;
        return expected > clock.GetUtcNow() || expected is null
            ? new IncidentWords(saying.Title, saying.Says, expected)
            : throw new RuleViolation("预计恢复时间须在现在之后；不知道可以留空。", field: "ExpectedBy");
    }

    private async Task JoinAsync(Incident incident, IReadOnlyCollection<Guid> ids, Requester by)
    {
        var tickets = await db.Tickets.Where(t => ids.Contains(t.Id)).ToListAsync();
        foreach (var id in ids)
        {
            db.Add(NotFoundException.Check(tickets.Find(t => t.Id == id), id).Join(incident, by));
        }
    }
}
