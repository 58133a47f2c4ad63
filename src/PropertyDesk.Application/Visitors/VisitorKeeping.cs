using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Visitors;

namespace PropertyDesk.Application.Visitors;

/// <summary>How long a community keeps its visitors' data.</summary>
public sealed record KeepingRow(Guid CommunityId, string Community, int Days);

/// <summary>Keeps visitors' data only as long as each community has set, and erases it then.</summary>
public sealed class VisitorKeeping(DeskDbContext db)
{
    public async Task<IReadOnlyList<KeepingRow>> ListAsync()
    {
        var set = await db.VisitorSettings.ToDictionaryAsync(s => s.CommunityId, s => s.KeepDays);
        return [.. (await db.Communities.OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync()).Select(c => new KeepingRow(c.Id, c.Name, set.GetValueOrDefault(c.Id, VisitorSettings.StandardDays)))];
    }

    /// <exception cref="RuleViolation">Not between a day and a year, or set by somebody else at the same moment.</exception>
    public async Task SetAsync(Guid communityId, int days)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var settings = await db.VisitorSettings.FirstOrDefaultAsync(s => s.CommunityId == communityId);
        if (settings is null)
        {
            db.Add(settings = new VisitorSettings(community));
        }

        settings.Keep(days);
        await db.SaveOrRefuseAsync();
    }

    /// <summary>
    /// Erases visits that were over so many days ago, and entries of the watch list whose last day is past. A visitor of whom nobody
    /// noted that they left counts as gone when the window ended: otherwise forgetting would keep the data for ever.
    /// </summary>
    /// <param name="today">The company's day; the day on which a visit was over is not counted.</param>
    /// <returns>How many rows went.</returns>
    public async Task<int> EraseAsync(DateOnly today, CancellationToken cancel = default)
    {
        var gone = 0;
        foreach (var row in await ListAsync())
        {
            var before = db.Current.StartOf(today.AddDays(-row.Days));
            gone += await db.Visits.Where(v => v.CommunityId == row.CommunityId && (v.ClosedAt ?? v.To) < before).ExecuteDeleteAsync(cancel);
        }

        return gone + await db.WatchEntries.Where(w => w.Until != null && w.Until < today).ExecuteDeleteAsync(cancel);
    }

    /// <summary>At an owner's wish what they announced goes at once; who is inside at this moment stays known to the gate.</summary>
    public Task<int> EraseOfOwnerAsync(Guid ownerId) => db.Visits.Where(v => v.OwnerId == ownerId && v.State != VisitState.Inside).ExecuteDeleteAsync();
}
