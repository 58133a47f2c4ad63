using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Patrols;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Patrols;

/// <summary>What was found, as the form says it.</summary>
/// <param name="RequestId">Made with the form: sent twice, it is one finding with one ticket.</param>
/// <param name="Code">What was read from the stop's label.</param>
/// <param name="Point">The line of the checklist; null for something else.</param>
/// <param name="OpensTicket">A ticket is opened in the same act.</param>
public sealed record NewFinding(Guid RequestId, Guid StopId, Guid? Code, string? Point, string? What, NewFile? Photo, bool OpensTicket);

/// <summary>Takes down what is seen on a patrol, and makes tickets of what is wrong.</summary>
public sealed class WalkPatrols(DeskDbContext db, PatrolSight sight, OpenTickets tickets, Attachments files, TimeProvider clock)
{
    /// <summary>Everything is well at a stop.</summary>
    /// <exception cref="NotFoundException">The stop is none of a patrol that whoever works here may walk.</exception>
    /// <exception cref="RuleViolation">It is not the time, not the next stop, or somebody else was quicker.</exception>
    public async Task PassAsync(Guid stopId, Guid? code)
    {
        if ((await PatrolAsync(stopId)).Pass(stopId, code, db.Acting(clock)))
        {
            await db.SaveOrRefuseAsync();
        }
    }

    /// <summary>Something is wrong. The finding, its photo and its ticket are saved together or not at all.</summary>
    /// <returns>The finding; for a form that was sent before, the one of then.</returns>
    public async Task<Guid> FindAsync(NewFinding asked)
    {
        _ = await PatrolAsync(asked.StopId);
        if (await db.EarlierAsync<PatrolFinding>(f => f.RequestId == asked.RequestId) is { } earlier)
        {
            return earlier;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        // What was read before is read again: in the queue of writers somebody may have come first.
        db.ChangeTracker.Clear();
        var patrol = await PatrolAsync(asked.StopId);
        var photo = asked.Photo is { } file ? await files.AddAsync(patrol.CommunityId, file) : null;
        var finding = patrol.Find(asked.StopId, asked.Code, new FindingFacts(string.IsNullOrEmpty(asked.Point) ? null : asked.Point, asked.What, photo), asked.RequestId, db.Acting(clock));
        db.Add(finding);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
            return await db.EarlierAsync<PatrolFinding>(f => f.RequestId == asked.RequestId) ?? throw new RuleViolation("刚被他人更改，请刷新后再试。");
        }

        if (asked.OpensTicket)
        {
            await OpenAsync(finding.Id);
        }

        await transaction.CommitAsync();
        return finding.Id;
    }

    /// <summary>Makes a ticket of a finding, with its place and photo.</summary>
    /// <returns>The ticket; of a finding that has one already, that one.</returns>
    /// <exception cref="NotFoundException">The finding is none that whoever works here may see.</exception>
    public async Task<Guid> BecomeTicketAsync(Guid findingId)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var ticket = await OpenAsync(findingId);
        await transaction.CommitAsync();
        return ticket;
    }

    private async Task<Guid> OpenAsync(Guid findingId)
    {
        var finding = await FindingAsync(findingId);
        if (finding.TicketId is { } known)
        {
            return known;
        }

        var patrol = await db.Patrols.AsNoTracking().SingleAsync(p => p.Id == finding.PatrolId);
        var category = await tickets.CategoryOfAsync(patrol.Kind == PatrolKind.Hygiene ? TicketKind.Hygiene : TicketKind.Safety)
            ?? throw new RuleViolation(patrol.Kind == PatrolKind.Hygiene ? "还没有卫生类的工单类别，请经理先设置。" : "还没有安全类的工单类别，请经理先设置。");
        var found = finding.Point is { } point ? $"{point}：{finding.What}" : finding.What;
        // The finding's own id is the request: however often and by whomever it is asked for, it is one ticket.
        var id = await tickets.RunAsync(new NewTicket(
            finding.Id, finding.CommunityId, category, null, null, null, finding.Stop.Place, null, Urgency.Normal, TicketSource.Patrol, Texts.Of("巡查“{0}”发现：{1}", patrol.Name, found), [])
        {
            Stored = finding.FileId is { } file ? [file] : [],
        });
        // Somebody else may have made it meanwhile: then the finding says so already.
        db.ChangeTracker.Clear();
        (await FindingAsync(findingId)).Become(await db.Tickets.FirstAsync(t => t.Id == id));
        await db.SaveOrRefuseAsync();
        return id;
    }

    private async Task<PatrolFinding> FindingAsync(Guid id) => NotFoundException.Check(
        await db.PatrolFindings.Include(f => f.Stop).FirstOrDefaultAsync(f => f.Id == id && sight.Seen().Any(p => p.Id == f.PatrolId)), id);

    private async Task<Patrol> PatrolAsync(Guid stopId) => NotFoundException.Check(
        await sight.Walkable().Include(p => p.Stops).FirstOrDefaultAsync(p => p.Stops.Any(s => s.Id == stopId)), stopId);
}
