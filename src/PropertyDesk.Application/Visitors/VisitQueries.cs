using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Visitors;

namespace PropertyDesk.Application.Visitors;

/// <summary>A visit as lists show it.</summary>
public sealed record VisitRow(
    Guid Id, Guid CommunityId, string Community, string? Unit, string? Place, Guid? OwnerId, string? Owner, string Name, string? Phone, string? Plate, int People, string? Purpose,
    DateTimeOffset From, DateTimeOffset To, VisitState State, DateTimeOffset? EnteredAt, DateTimeOffset? ClosedAt)
{
    /// <summary>138****1234</summary>
    public string MaskedPhone => Masking.Phone(Phone);

    /// <summary>Still inside although the window is over.</summary>
    public bool IsOverdue(DateTimeOffset now) => State == VisitState.Inside && To < now;
}

/// <summary>One visit at the gate.</summary>
/// <param name="Hits">Why the visitor is looked at twice; empty for most.</param>
/// <param name="ReportId">The ticket of a suspicion.</param>
public sealed record VisitDetails(VisitRow Row, string By, DateTimeOffset RegisteredAt, string? EnteredBy, string? WatchReason, string? ClosedBy, string? Reason, IReadOnlyList<string> Hits, Guid? ReportId);

/// <summary>An owner's own visit, with its pass.</summary>
public sealed record VisitPass(VisitRow Row, string Code, string? Phone);

/// <summary>How the gate stands.</summary>
public sealed record GateFigures(int Expected, int Inside, int People, int Overdue);

/// <summary>Reads visits: for the gate, and for the owner who announced them.</summary>
public sealed class VisitQueries(DeskDbContext db, WatchList watch, TimeProvider clock)
{
    /// <summary>Shorter words find half of the community.</summary>
    public const int ShortestSearch = 2;

    private const int MostHits = 20;
    private const int CodeLength = 22;

    public async Task<GateFigures> FiguresAsync()
    {
        var now = clock.GetUtcNow();
        var inside = db.Visits.Where(v => v.State == VisitState.Inside);
        return new GateFigures(await Expected().CountAsync(), await inside.CountAsync(), await inside.SumAsync(v => v.People), await inside.CountAsync(v => v.To < now));
    }

    /// <summary>Who may still come today.</summary>
    public Task<Paged<VisitRow>> ExpectedAsync(int page = 1) => Rows(Expected().OrderBy(v => v.From).ThenBy(v => v.Id)).ToPageAsync(page);

    /// <summary>Who is inside, those first who should have left.</summary>
    public Task<Paged<VisitRow>> InsideAsync(int page = 1) => Rows(db.Visits.Where(v => v.State == VisitState.Inside).OrderBy(v => v.To).ThenBy(v => v.EnteredAt).ThenBy(v => v.Id)).ToPageAsync(page);

    /// <summary>What is over and still kept, the newest first.</summary>
    public Task<Paged<VisitRow>> OverAsync(int page = 1) => Rows(db.Visits.Where(v => v.ClosedAt != null).OrderByDescending(v => v.ClosedAt).ThenBy(v => v.Id)).ToPageAsync(page);

    /// <summary>By what stands on a pass or was scanned from it, by plate, name, unit, or the last digits of the phone; open visits first.</summary>
    public async Task<IReadOnlyList<VisitRow>> FindAsync(string? text)
    {
        var asked = text?.Trim() ?? "";
        if (asked.Length < ShortestSearch)
        {
            return [];
        }

        var code = CodeOf(asked);
        if (await Rows(db.Visits.Where(v => v.PassCode == code)).FirstOrDefaultAsync() is { } found)
        {
            return [found];
        }

        var plate = VisitorMarks.Sought(asked);
        var tail = asked.All(char.IsAsciiDigit) && asked.Length >= 4 ? asked : null;
        return await Rows(db.Visits.Where(v => v.Name.Contains(asked) || (plate != "" && v.Plate!.Contains(plate)) || v.Unit!.Code == asked || (tail != null && v.Phone!.EndsWith(tail)))
            .OrderBy(v => v.State).ThenByDescending(v => v.From).ThenBy(v => v.Id)).Take(MostHits).ToListAsync();
    }

    /// <exception cref="NotFoundException">There is no such visit here.</exception>
    public async Task<VisitDetails> DetailsAsync(Guid id)
    {
        var row = NotFoundException.Check(await Rows(db.Visits.Where(v => v.Id == id)).FirstOrDefaultAsync(), id);
        var said = await db.Visits.Where(v => v.Id == id).Select(v => new { v.By, v.RegisteredAt, v.EnteredBy, v.WatchReason, v.ClosedBy, v.Reason }).SingleAsync();
        return new VisitDetails(
            row, said.By, said.RegisteredAt, said.EnteredBy, said.WatchReason, said.ClosedBy, said.Reason, await watch.HitsAsync(row.CommunityId, row.Name, row.Phone, row.Plate),
            await db.Tickets.Where(t => t.RequestId == id).Select(t => (Guid?)t.Id).FirstOrDefaultAsync());
    }

    /// <summary>What the login announced, what is to come first.</summary>
    public Task<Paged<VisitRow>> OfMineAsync(int page = 1) =>
        Rows(Mine().OrderBy(v => v.State == VisitState.Expected || v.State == VisitState.Inside ? 0 : 1).ThenByDescending(v => v.From).ThenBy(v => v.Id)).ToPageAsync(page);

    /// <exception cref="NotFoundException">It is not a visit that the login announced.</exception>
    public async Task<VisitPass> PassAsync(Guid id)
    {
        var row = NotFoundException.Check(await Rows(Mine().Where(v => v.Id == id)).FirstOrDefaultAsync(), id);
        return new VisitPass(
            row, await db.Visits.Where(v => v.Id == id).Select(v => v.PassCode).SingleAsync(), await db.Communities.Where(c => c.Id == row.CommunityId).Select(c => c.Phone).FirstOrDefaultAsync());
    }

    /// <summary>Whether something has the shape of a pass, typed or scanned, and not of a name or a plate.</summary>
    public static bool IsCode(string? text) => CodeOf(text?.Trim() ?? "").Length == CodeLength;

    /// <summary>A scanner types the whole address of the code.</summary>
    private static string CodeOf(string asked) => asked.Length > CodeLength && asked.Contains('=', StringComparison.Ordinal) ? asked[(asked.LastIndexOf('=') + 1)..] : asked;

    private IQueryable<Visit> Expected()
    {
        var now = clock.GetUtcNow();
        var tomorrow = db.Current.StartOf(db.Current.DayOf(now).AddDays(1));
        return db.Visits.Where(v => v.State == VisitState.Expected && v.From < tomorrow && v.To >= now);
    }

    private IQueryable<Visit> Mine() => db.Visits.Where(v => v.OwnerId != null && db.Current.ActsForOwnerIds.Contains(v.OwnerId.Value));

    private IQueryable<VisitRow> Rows(IQueryable<Visit> visits) => visits.Select(v => new VisitRow(
        v.Id, v.CommunityId, db.Communities.Where(c => c.Id == v.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", v.Unit!.Code, v.Place, v.OwnerId, v.Owner!.Name, v.Name, v.Phone, v.Plate, v.People, v.Purpose,
        v.From, v.To, v.State, v.EnteredAt, v.ClosedAt));
}
