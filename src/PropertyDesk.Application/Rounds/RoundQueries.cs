using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Rounds;

namespace PropertyDesk.Application.Rounds;

/// <summary>A round in a list.</summary>
public sealed record RoundRow(Guid Id, string Title, string Community, DateOnly Day, string By, int Stops, int Delivered, int Failed)
{
    public int Waiting => Stops - Delivered - Failed;
}

/// <summary>Papers that wait for a round.</summary>
/// <param name="RunId">Null: everything in the community.</param>
public sealed record WaitingPapers(Guid CommunityId, string Community, Guid? RunId, BillingMonth? Month, int Papers);

/// <summary>A household of a round.</summary>
/// <param name="Papers">Bills that are brought: a bill and the notice that it is overdue are one paper.</param>
public sealed record StopRow(Guid Id, Guid RoundId, int Place, Guid BuildingId, string Building, string Unit, string Owner, int Papers, StopState State, string? Note, string? By, DateTimeOffset? At);

/// <summary>A round with its households in walking order.</summary>
public sealed record RoundDetails(Guid Id, Guid CommunityId, string Community, string Title, DateOnly Day, string By, IReadOnlyList<StopRow> Stops)
{
    public IReadOnlyList<(Guid Id, string Name, int Stops, int Waiting)> Buildings =>
        [.. Stops.GroupBy(s => (s.BuildingId, s.Building)).Select(g => (g.Key.BuildingId, g.Key.Building, g.Count(), g.Count(s => s.State == StopState.Waiting)))];

    public int Count(StopState state) => Stops.Count(s => s.State == state);
}

/// <summary>A household at its door.</summary>
/// <param name="Bills">Numbers of the bills that are brought.</param>
/// <param name="Letters">Demand letters to the household of which no proof is recorded yet: this is the door to hand them over at.</param>
public sealed record StopDetails(StopRow Stop, string Round, int Stops, int Waiting, IReadOnlyList<string> Bills, IReadOnlyList<UnprovenLetter> Letters, Guid? Previous, Guid? Next);

/// <summary>A demand letter that nobody has proof of having delivered.</summary>
public sealed record UnprovenLetter(Guid Id, int Number, DateOnly IssuedOn);

/// <summary>Reads rounds.</summary>
public sealed class RoundQueries(DeskDbContext db)
{
    /// <summary>The newest first.</summary>
    public Task<Paged<RoundRow>> ListAsync(int page = 1) => db.PrintRounds.OrderByDescending(r => r.Day).ThenByDescending(r => r.Id)
        .Select(r => new RoundRow(
            r.Id, r.Title, db.Communities.Where(c => c.Id == r.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", r.Day, r.By, r.Stops.Count,
            r.Stops.Count(s => s.State == StopState.Delivered), r.Stops.Count(s => s.State == StopState.NobodyHome || s.State == StopState.Refused)))
        .ToPageAsync(page);

    /// <summary>What waits, by bill run, the newest month first.</summary>
    public async Task<IReadOnlyList<WaitingPapers>> WaitingAsync()
    {
        var runs = await PrintRounds.Waiting(db).GroupBy(d => new { d.CommunityId, d.Bill!.BillRunId, d.Bill.Period }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        var names = await db.Communities.ToDictionaryAsync(c => c.Id, c => c.Name);
        return
        [
            .. runs.GroupBy(r => r.Key.CommunityId).OrderBy(g => names[g.Key], StringComparer.Ordinal).SelectMany(g => g.OrderByDescending(r => r.Key.Period.Number)
                .Select(r => new WaitingPapers(g.Key, names[g.Key], r.Key.BillRunId, r.Key.Period, r.Count))
                .Prepend(new WaitingPapers(g.Key, names[g.Key], null, null, g.Sum(r => r.Count)))),
        ];
    }

    /// <exception cref="NotFoundException">There is no such round here.</exception>
    public async Task<RoundDetails> FindAsync(Guid id)
    {
        var round = NotFoundException.Check(await db.PrintRounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id), id);
        var community = await db.Communities.Where(c => c.Id == round.CommunityId).Select(c => c.Name).SingleAsync();
        return new RoundDetails(id, round.CommunityId, community, round.Title, round.Day, round.By, await Rows(db.RoundStops.Where(s => s.RoundId == id)).ToListAsync());
    }

    /// <exception cref="NotFoundException">There is no such household here.</exception>
    public async Task<StopDetails> StopAsync(Guid id)
    {
        var stop = NotFoundException.Check(await Rows(db.RoundStops.Where(s => s.Id == id)).FirstOrDefaultAsync(), id);
        var stops = db.RoundStops.Where(s => s.RoundId == stop.RoundId);
        return new StopDetails(
            stop, await db.PrintRounds.Where(r => r.Id == stop.RoundId).Select(r => r.Title).SingleAsync(), await stops.CountAsync(), await stops.CountAsync(s => s.State == StopState.Waiting),
            await db.RoundPapers.Where(p => p.StopId == id).OrderBy(p => p.Delivery.Bill!.Number).Select(p => p.Delivery.Bill!.Number).Distinct().ToListAsync(),
            await db.DemandLetters.Where(l => l.Proof == null && db.RoundStops.Any(s => s.Id == id && s.OwnerId == l.OwnerId && s.UnitId == l.UnitId)).OrderBy(l => l.Number)
                .Select(l => new UnprovenLetter(l.Id, l.Number, l.IssuedOn)).ToListAsync(),
            await stops.Where(s => s.Place < stop.Place).OrderByDescending(s => s.Place).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(),
            await stops.Where(s => s.Place > stop.Place).OrderBy(s => s.Place).Select(s => (Guid?)s.Id).FirstOrDefaultAsync());
    }

    /// <summary>The bills that a round brings to a building, or to all, in walking order; each once.</summary>
    /// <exception cref="NotFoundException">There is no such round here, or none of its households is there.</exception>
    public async Task<IReadOnlyList<Guid>> BillsAsync(Guid roundId, string? building)
    {
        var bills = await db.RoundPapers.Join(db.RoundStops.Where(s => s.RoundId == roundId && (building == null || s.Unit.Building.Name == building)), p => p.StopId, s => s.Id, (p, s) => new { s.Place, p.Delivery.BillId, p.Delivery.Bill!.Number })
            .OrderBy(x => x.Place).ThenBy(x => x.Number).Select(x => x.BillId!.Value).ToListAsync();
        return bills.Count > 0 ? [.. bills.Distinct()] : throw new NotFoundException(nameof(PrintRound), roundId);
    }

    private static IQueryable<StopRow> Rows(IQueryable<RoundStop> stops) => stops.OrderBy(s => s.Place).Select(s => new StopRow(
        s.Id, s.RoundId, s.Place, s.Unit.BuildingId, s.Unit.Building.Name, s.UnitCode, s.OwnerName, s.Papers.Select(p => p.Delivery.BillId).Distinct().Count(), s.State, s.Note, s.By, s.At));
}
