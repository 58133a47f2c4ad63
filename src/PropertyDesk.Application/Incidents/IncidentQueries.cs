using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Incidents;

namespace PropertyDesk.Application.Incidents;

/// <summary>A mass failure that is over, in a list.</summary>
public sealed record EndedIncident(Guid Id, string Community, string Category, string? Building, string Entrance, string Riser, string Title, DateTimeOffset OpenedAt, DateTimeOffset EndedAt, int Tickets)
{
    public string Place => IncidentQueries.PlaceOf(Building, Entrance, Riser);
}

/// <summary>A row of the history.</summary>
public sealed record IncidentStepRow(int Number, IncidentStepKind Kind, string Text, DateTimeOffset? ExpectedBy, string By, DateTimeOffset At);

/// <summary>A mass failure with everything about it.</summary>
/// <param name="Tickets">All of it.</param>
/// <param name="Others">Open tickets of the same category in the community that are part of none: they may belong to it.</param>
public sealed record IncidentDetails(
    Guid Id, string Community, string Category, string? Building, string Entrance, string Riser, string Title, string Says, DateTimeOffset? ExpectedBy, string OpenedBy, DateTimeOffset OpenedAt,
    DateTimeOffset? EndedAt, string? Result, Guid? NoticeId, Guid? EndNoticeId, IReadOnlyList<IncidentStepRow> Steps, IReadOnlyList<TicketRow> Tickets, IReadOnlyList<TicketRow> Others)
{
    public bool IsOpen => EndedAt is null;

    public string Place => IncidentQueries.PlaceOf(Building, Entrance, Riser);
}

/// <summary>A house in a list of choices.</summary>
public sealed record IncidentBuilding(Guid Id, Guid CommunityId, string Name);

/// <summary>Reads mass failures.</summary>
public sealed class IncidentQueries(DeskDbContext db)
{
    private const int MostOthers = 50;

    /// <summary>House, entrance and riser in words; all of the community where there is no house.</summary>
    public static string PlaceOf(string? building, string entrance, string riser) => building is null ? Texts.Of("全小区")
        : string.Join(' ', new[] { building, entrance, riser.Length == 0 ? "" : Texts.Of("立管 {0}", riser) }.Where(x => x.Length > 0));

    /// <summary>Those that are over, the newest first.</summary>
    public Task<Paged<EndedIncident>> EndedAsync(int page = 1) => db.Incidents.Where(i => i.EndedAt != null).OrderByDescending(i => i.EndedAt).Select(i => new EndedIncident(
        i.Id, db.Communities.Where(c => c.Id == i.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", i.Category.Name, i.Building!.Name, i.Entrance, i.Riser, i.Title, i.OpenedAt, i.EndedAt!.Value,
        db.Tickets.Count(t => t.IncidentId == i.Id))).ToPageAsync(page, 20);

    /// <exception cref="NotFoundException">There is none here.</exception>
    public async Task<IncidentDetails> FindAsync(Guid id)
    {
        var incident = NotFoundException.Check(await db.Incidents.AsNoTracking().Include(i => i.Category).Include(i => i.Building).FirstOrDefaultAsync(i => i.Id == id), id);
        var others = incident.IsOpen ? await TicketQueries.Rows(db, db.Tickets
            .Where(t => t.IsOpen && t.CommunityId == incident.CommunityId && t.CategoryId == incident.CategoryId && t.IncidentId == null).OrderByDescending(t => t.Number)).Take(MostOthers).ToListAsync() : [];
        return new IncidentDetails(
            id, await db.Communities.Where(c => c.Id == incident.CommunityId).Select(c => c.Name).SingleAsync(), incident.Category.Name, incident.Building?.Name, incident.Entrance, incident.Riser,
            incident.Title, incident.Says, incident.ExpectedBy, incident.OpenedBy, incident.OpenedAt, incident.EndedAt, incident.Result, incident.NoticeId, incident.EndNoticeId,
            await db.IncidentSteps.Where(s => s.IncidentId == id).OrderBy(s => s.Number).Select(s => new IncidentStepRow(s.Number, s.Kind, s.Text, s.ExpectedBy, s.By, s.At)).ToListAsync(),
            await TicketQueries.Rows(db, db.Tickets.Where(t => t.IncidentId == id).OrderBy(t => t.Number)).ToListAsync(),
            others);
    }

    /// <summary>The houses of the communities whoever asks may see.</summary>
    public Task<List<IncidentBuilding>> BuildingsAsync() => db.Buildings.OrderBy(b => b.SortOrder).ThenBy(b => b.Name).Select(b => new IncidentBuilding(b.Id, b.CommunityId, b.Name)).ToListAsync();
}
