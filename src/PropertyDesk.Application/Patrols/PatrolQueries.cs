using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Patrols;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Patrols;

/// <summary>Reads patrols; each list holds what whoever looks may see.</summary>
public sealed class PatrolQueries(DeskDbContext db, PatrolSight sight, Attachments files, TimeProvider clock)
{
    private const int History = 15;

    /// <summary>The newest day first, within it in the order of the day.</summary>
    public Task<Paged<PatrolRow>> ListAsync(PatrolFilter filter, int page = 1) =>
        Rows(Shown(Chosen(filter), filter.Shown).OrderByDescending(p => p.Day).ThenBy(p => p.DueFrom).ThenBy(p => p.Name).ThenBy(p => p.Id)).ToPageAsync(page);

    public async Task<PatrolCounts> CountsAsync(PatrolFilter filter)
    {
        var (now, chosen) = (clock.GetUtcNow(), Chosen(filter));
        var sums = await chosen.GroupBy(_ => 1).Select(g => new
        {
            All = g.Count(),
            Judged = g.Count(p => p.FinishedAt != null || p.DueBy < now),
            OnTime = g.Count(p => p.FinishedAt <= p.DueBy),
            Missed = g.Count(p => p.FinishedAt == null && p.ClosesAt <= now),
            Open = g.Count(p => p.FinishedAt == null && p.ClosesAt > now),
            Late = g.Count(p => p.FinishedAt == null && p.ClosesAt > now && p.DueBy < now),
        }).SingleOrDefaultAsync();
        var findings = db.PatrolFindings.Where(f => chosen.Any(p => p.Id == f.PatrolId));
        return new PatrolCounts(sums?.All ?? 0, sums?.Judged ?? 0, sums?.OnTime ?? 0, sums?.Missed ?? 0, sums?.Open ?? 0, sums?.Late ?? 0, await findings.CountAsync(), await Unsettled(findings).CountAsync());
    }

    /// <summary>What is to be walked today, and how much of it is late: of all, or of whoever looks alone.</summary>
    public async Task<(int Open, int Late)> DueAsync(bool mine)
    {
        var now = clock.GetUtcNow();
        var open = Today(mine ? sight.Mine() : sight.Seen());
        return (await open.CountAsync(), await open.CountAsync(p => p.DueBy < now));
    }

    /// <summary>What whoever looks is to walk today, the most urgent first; and what was walked lately.</summary>
    public async Task<(IReadOnlyList<PatrolRow> Open, IReadOnlyList<PatrolRow> Past)> MineAsync()
    {
        var now = clock.GetUtcNow();
        return (
            await Rows(Today(sight.Mine()).OrderBy(p => p.DueBy).ThenBy(p => p.Name).ThenBy(p => p.Id)).Take(100).ToListAsync(),
            await Rows(sight.Mine().Where(p => p.FinishedAt != null || p.ClosesAt <= now).OrderByDescending(p => p.Day).ThenByDescending(p => p.DueFrom).ThenBy(p => p.Id)).Take(History).ToListAsync());
    }

    /// <exception cref="NotFoundException">There is no such patrol for whoever asks.</exception>
    public async Task<PatrolDetails> FindAsync(Guid id)
    {
        var row = NotFoundException.Check(await Rows(sight.Seen().Where(p => p.Id == id)).FirstOrDefaultAsync(), id);
        var stops = await db.PatrolStops.AsNoTracking().Where(s => s.PatrolId == id).OrderBy(s => s.Number).ToListAsync();
        var findings = (await Findings(db.PatrolFindings.Where(f => f.PatrolId == id).OrderBy(f => f.At).ThenBy(f => f.Id)).ToListAsync()).ToLookup(f => f.Number);
        var now = clock.GetUtcNow();
        var mayWalk = row.DueFrom <= now && now < row.ClosesAt && await sight.Walkable().AnyAsync(p => p.Id == id);
        return new PatrolDetails(
            row, await db.Patrols.Where(p => p.Id == id).Select(p => p.MustScan).SingleAsync(), mayWalk,
            stops.ConvertAll(s => new PatrolStopRow(s.Id, s.Number, s.Place, s.Lines, s.Outcome, s.IsScanned, s.By, s.At, [.. findings[s.Number]])));
    }

    /// <summary>What was found, the newest first.</summary>
    /// <param name="open">Only what no ticket has seen to yet.</param>
    public Task<Paged<FindingRow>> FindingsAsync(PatrolFilter filter, bool open, int page = 1)
    {
        var (from, to) = (db.Current.StartOf(filter.From), db.Current.StartOf(filter.To.AddDays(1)));
        var found = db.PatrolFindings.Where(f => sight.Seen().Any(p => p.Id == f.PatrolId && (filter.Community == null || p.CommunityId == filter.Community)
            && (filter.Kind == null || p.Kind == filter.Kind) && (filter.Route == null || p.RouteId == filter.Route)));
        // What is still open is open whenever it was found.
        return Findings((open ? Unsettled(found) : found.Where(f => f.At >= from && f.At < to)).OrderByDescending(f => f.At).ThenBy(f => f.Id)).ToPageAsync(page);
    }

    /// <summary>Where the code of a label leads whoever reads it.</summary>
    /// <exception cref="NotFoundException">There is no such label here.</exception>
    public async Task<ScannedStop> ScanAsync(Guid id)
    {
        var now = clock.GetUtcNow();
        var stop = NotFoundException.Check(await db.RouteStops.Where(s => s.Id == id && !s.IsEnded).Select(s => new { s.Id, s.RouteId, Place = s.Building == null ? s.Place : s.Building.Name + " " + s.Place }).FirstOrDefaultAsync(), id);
        var route = await db.PatrolRoutes.Where(r => r.Id == stop.RouteId).Select(r => r.Name).SingleAsync();
        // One that is unfinished comes before one that is done, the older before the newer.
        var patrol = await sight.Walkable().Where(p => p.DueFrom <= now && p.ClosesAt > now && p.Stops.Any(s => s.RouteStopId == stop.Id))
            .OrderBy(p => p.FinishedAt != null).ThenBy(p => p.DueBy).Select(p => (Guid?)p.Id).FirstOrDefaultAsync();
        return new ScannedStop(route, stop.Place, patrol);
    }

    /// <summary>The patrol that a ticket came from; null for one that came otherwise.</summary>
    public Task<TicketPatrol?> OfTicketAsync(Guid ticketId) => db.PatrolFindings.Where(f => f.TicketId == ticketId)
        .Join(db.Patrols, f => f.PatrolId, p => p.Id, (_, p) => p).Select(p => new TicketPatrol(p.Id, p.Name, p.Day, sight.Seen().Any(x => x.Id == p.Id))).FirstOrDefaultAsync();

    /// <exception cref="NotFoundException">There is no such finding for whoever asks, or it has no picture.</exception>
    public async Task<FileContent> PhotoAsync(Guid findingId)
    {
        var file = await db.PatrolFindings.Where(f => f.Id == findingId && sight.Seen().Any(p => p.Id == f.PatrolId)).Select(f => f.FileId).FirstOrDefaultAsync();
        return await files.ReadAsync(file ?? throw new NotFoundException(nameof(PatrolFinding), findingId));
    }

    /// <summary>Those that no ticket has seen to yet.</summary>
    internal static IQueryable<PatrolFinding> Unsettled(IQueryable<PatrolFinding> findings) => findings.Where(f => f.Ticket == null || f.Ticket.IsOpen);

    private static IQueryable<Patrol> Open(IQueryable<Patrol> patrols, DateTimeOffset now) => patrols.Where(p => p.FinishedAt == null && p.ClosesAt > now);

    // Tonight's patrol that ends tomorrow is today's, and yesterday's that still runs too.
    private IQueryable<Patrol> Today(IQueryable<Patrol> patrols)
    {
        var today = db.Current.Today(clock);
        return Open(patrols, clock.GetUtcNow()).Where(p => p.Day <= today);
    }

    private IQueryable<Patrol> Chosen(PatrolFilter filter) => sight.Seen().Where(p => p.Day >= filter.From && p.Day <= filter.To && (filter.Community == null || p.CommunityId == filter.Community)
        && (filter.Kind == null || p.Kind == filter.Kind) && (filter.Route == null || p.RouteId == filter.Route));

    private IQueryable<Patrol> Shown(IQueryable<Patrol> patrols, PatrolShown shown)
    {
        var now = clock.GetUtcNow();
        return shown switch
        {
            PatrolShown.Open => Open(patrols, now),
            PatrolShown.Late => Open(patrols, now).Where(p => p.DueBy < now),
            PatrolShown.Done => patrols.Where(p => p.FinishedAt != null),
            PatrolShown.Missed => patrols.Where(p => p.FinishedAt == null && p.ClosesAt <= now),
            _ => patrols,
        };
    }

    private IQueryable<PatrolRow> Rows(IQueryable<Patrol> patrols) => patrols.Select(p => new PatrolRow(
        p.Id, p.RouteId, p.Name, p.Kind, db.Communities.Where(c => c.Id == p.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", p.Day, p.DueFrom, p.DueBy, p.ClosesAt, p.MadeAt,
        p.Whom, p.StopCount, p.DoneCount, p.FinishedAt, db.PatrolFindings.Count(f => f.PatrolId == p.Id), db.PatrolFindings.Count(f => f.PatrolId == p.Id && (f.Ticket == null
            || f.Ticket.IsOpen))));

    private IQueryable<FindingRow> Findings(IQueryable<PatrolFinding> findings) => findings.Select(f => new FindingRow(
        f.Id, f.PatrolId, db.Patrols.Where(p => p.Id == f.PatrolId).Select(p => p.Name).FirstOrDefault() ?? "", db.Patrols.Where(p => p.Id == f.PatrolId).Select(p => p.Kind).FirstOrDefault(),
        db.Communities.Where(c => c.Id == f.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", f.Stop.Number, f.Stop.Place, f.Point, f.What, f.FileId != null, f.By, f.At,
        f.Ticket == null ? null : new FindingTicket(f.Ticket.Id, f.Ticket.Number, f.Ticket.State, f.Ticket.Whom)));
}
