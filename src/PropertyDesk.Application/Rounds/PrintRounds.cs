using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Rounds;

namespace PropertyDesk.Application.Rounds;

/// <summary>Starts delivery rounds (上门送达), and records at each door what came of it; the messages follow.</summary>
public sealed class PrintRounds(DeskDbContext db, TimeProvider clock)
{
    private const int Most = 3000;
    private const int Tries = 5;

    /// <summary>Everything on paper that waits: nobody is bringing it, it has not arrived, and what asks for money is still owed.</summary>
    internal static IQueryable<Delivery> Waiting(DeskDbContext db) => db.Deliveries
        .Where(d => d.Channel == DeliveryChannel.Print && d.BillId != null && (d.State == DeliveryState.Queued || d.State == DeliveryState.Failed))
        .Where(d => d.Kind == DeliveryKind.BillIssued || d.Bill!.Outstanding.Fen > 0)
        .Where(d => !db.RoundPapers.Any(p => p.OpenDeliveryId == d.Id));

    /// <param name="runId">Only the papers of a bill run; null: all that wait in the community.</param>
    /// <exception cref="RuleViolation">Nothing waits, or somebody else just started a round with it.</exception>
    public async Task<Guid> StartAsync(Guid communityId, Guid? runId, string? title)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        if (runId is { } run)
        {
            _ = NotFoundException.Check(await db.BillRuns.FirstOrDefaultAsync(r => r.Id == run && r.CommunityId == communityId), run);
        }

        // One after the other: two rounds that take the same papers in different orders would wait for each other for ever.
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Communities.Where(c => c.Id == communityId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Name, c => c.Name));
        var papers = await Waiting(db).Where(d => d.CommunityId == communityId && (runId == null || d.Bill!.BillRunId == runId))
            .Include(d => d.Bill!.Unit.Building).OrderBy(d => d.Id).Take(Most).ToListAsync();
        if (papers.Count == 0)
        {
            throw new RuleViolation("没有等待纸质送达的账单。", field: "Run");
        }

        var round = new PrintRound(community, title, db.Acting(clock));
        var place = 0;
        foreach (var stop in papers.GroupBy(d => (d.Bill!.UnitId, d.OwnerId)).OrderBy(g => g.First().Bill!.Unit.Building.SortOrder).ThenBy(g => g.First().Bill!.Unit.Building.Name, StringComparer.Ordinal)
            .ThenBy(g => g.First().Bill!.Unit.Entrance, StringComparer.Ordinal).ThenBy(g => g.First().Bill!.Unit.Number.Length).ThenBy(g => g.First().Bill!.Unit.Number, StringComparer.Ordinal).ThenBy(g => g.Key.OwnerId))
        {
            var bill = stop.First().Bill!;
            round.Add(bill.Unit, bill.OwnerId, bill.OwnerName, ++place, stop);
        }

        db.Add(round);
        try
        {
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("刚有人用这些账单开始了一次送达，请刷新后再看。");
        }

        return round.Id;
    }

    /// <summary>What came of it at a door. Two phones that say the same do no harm; who says something else is told.</summary>
    /// <returns>The next household that waits; null after the last.</returns>
    public async Task<Guid?> RecordAsync(Guid stopId, StopState state, string? note)
    {
        for (var turn = 1; ; turn++)
        {
            db.ChangeTracker.Clear();
            var stop = NotFoundException.Check(await db.RoundStops.Include(s => s.Papers).ThenInclude(p => p.Delivery).FirstOrDefaultAsync(s => s.Id == stopId), stopId);
            try
            {
                if (stop.Record(state, note, db.Acting(clock)))
                {
                    Tell(stop, db.Acting(clock));
                    await db.SaveChangesAsync();
                }

                return await db.RoundStops.Where(s => s.RoundId == stop.RoundId && s.State == StopState.Waiting)
                    .OrderBy(s => s.Place < stop.Place).ThenBy(s => s.Place).Select(s => (Guid?)s.Id).FirstOrDefaultAsync();
            }
            catch (DbUpdateConcurrencyException) when (turn < Tries)
            {
                // The other phone, or the desk, was quicker: look at what was said.
            }
        }
    }

    // The message arrived, or failed and waits for the next round.
    private void Tell(RoundStop stop, Requester by)
    {
        var arrived = stop.State == StopState.Delivered;
        var note = arrived ? stop.Note : string.Join('：', new[] { Words.Of(stop.State), stop.Note }.Where(t => !string.IsNullOrEmpty(t)));
        foreach (var message in stop.Papers.Select(p => p.Delivery).Where(d => d.CanRecord))
        {
            db.Add(message.Record(arrived, note?.Length > 200 ? note[..200] : note, by.Name, by.At));
        }
    }
}
