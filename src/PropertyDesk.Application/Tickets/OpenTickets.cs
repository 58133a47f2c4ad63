using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Tickets;

/// <summary>A ticket as the form asks for it.</summary>
/// <param name="RequestId">Made when the form was opened; the same id opens one ticket.</param>
public sealed record NewTicket(
    Guid RequestId, Guid CommunityId, Guid CategoryId, Guid? OwnerId, Guid? UnitId, Guid? AssetId, string? Place, string? Contact, Urgency Urgency, TicketSource Source, string? What, IReadOnlyList<NewFile> Photos)
{
    /// <summary>Pictures that are kept already, by their ids.</summary>
    public IReadOnlyList<Guid> Stored { get; init; } = [];
}

/// <summary>Opens tickets: at the desk, by telephone, on the portal.</summary>
public sealed class OpenTickets(DeskDbContext db, TicketSettings settings, KnownIncidents incidents, Attachments files, TimeProvider clock)
{
    public const int MostPhotos = 6;
    private const int Tries = 5;

    /// <returns>The ticket; for a form that was sent before, the one of then.</returns>
    /// <exception cref="RuleViolation">Something is missing, or does not belong together.</exception>
    public async Task<Guid> RunAsync(NewTicket asked)
    {
        for (var turn = 1; ; turn++)
        {
            if (await db.EarlierAsync<Ticket>(t => t.RequestId == asked.RequestId) is { } earlier)
            {
                return earlier;
            }

            var ticket = await AddAsync(asked);
            try
            {
                await db.SaveChangesAsync();
                return ticket.Id;
            }
            catch (DbUpdateException error) when (turn < Tries && db.IsUniqueViolation(error))
            {
                // Somebody else took the number at the same moment, or the form came twice.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>
    /// The category of a ticket that the program opens by itself. One that a department stands behind comes first, so that the ticket is on
    /// somebody's list at once; of those of safety, crime and fire before parking.
    /// </summary>
    /// <returns>Null where the company has none of the kind.</returns>
    internal async Task<Guid?> CategoryOfAsync(TicketKind kind)
    {
        await settings.FillAsync();
        return await db.TicketCategories.Where(c => c.Kind == kind && !c.IsEnded).OrderBy(c => c.DepartmentId == null).ThenByDescending(c => c.Name == "治安消防").ThenBy(c => c.Name)
            .Select(c => (Guid?)c.Id).FirstOrDefaultAsync();
    }

    private async Task<Ticket> AddAsync(NewTicket asked)
    {
        if (asked.Photos.Count > MostPhotos)
        {
            throw new RuleViolation("照片最多 {0} 张。", [MostPhotos], "Photos");
        }

        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == asked.CommunityId), asked.CommunityId);
        var category = await db.TicketCategories.Include(c => c.Department).FirstOrDefaultAsync(c => c.Id == asked.CategoryId && !c.IsEnded)
            ?? throw new RuleViolation("请选择工单类别。", field: "CategoryId");
        var owner = asked.OwnerId is { } o ? NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(x => x.Id == o), o) : null;
        var unit = asked.UnitId is { } u ? NotFoundException.Check(await db.Units.FirstOrDefaultAsync(x => x.Id == u), u) : null;
        var asset = asked.AssetId is { } a ? NotFoundException.Check(await db.Assets.FirstOrDefaultAsync(x => x.Id == a), a) : null;
        // Past the filters: the numbers of a company are one series, whatever communities the person who opens one may see.
        var number = (await db.Tickets.IgnoreQueryFilters([DeskDbContext.CommunityFilter]).MaxAsync(t => (int?)t.Number) ?? 0) + 1;
        var (by, promises) = (db.Acting(clock), await settings.ClockAsync());
        var ticket = new Ticket(community, number, category, new TicketFacts(owner, unit, asset, asked.Place, asked.Contact, asked.Urgency, asked.Source, asked.What), promises, asked.RequestId, by);
        db.AddRange(ticket, ticket.Opened(by));
        if (category.Department is { } department)
        {
            db.Add(ticket.Do(TicketVerb.Assign, null, new TicketWhom(department.Id, null, department.Name), promises, by));
        }

        // The desk need not look whether it is one more of the same.
        if (await incidents.OfTicketAsync(category, unit) is { } incident)
        {
            db.Add(ticket.Join(incident, by));
        }

        foreach (var photo in asked.Photos)
        {
            db.Add(new TicketPhoto(ticket, await files.AddAsync(community.Id, photo), ofWork: false));
        }

        foreach (var id in asked.Stored)
        {
            db.Add(new TicketPhoto(ticket, NotFoundException.Check(await db.StoredFiles.FirstOrDefaultAsync(f => f.Id == id), id), ofWork: false));
        }

        return ticket;
    }
}
