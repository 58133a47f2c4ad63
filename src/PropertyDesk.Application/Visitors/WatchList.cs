using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Visitors;

namespace PropertyDesk.Application.Visitors;

/// <summary>A row of the watch list.</summary>
public sealed record WatchRow(Guid Id, string Community, string? Name, string? Plate, string? PhoneTail, string Reason, DateOnly? Until, string By, DateOnly AddedOn);

/// <summary>Whom the gate looks at twice.</summary>
public sealed class WatchList(DeskDbContext db, TimeProvider clock)
{
    private DateOnly Today => db.Current.Today(clock);

    /// <summary>Those that hold today, the newest first.</summary>
    public Task<Paged<WatchRow>> ListAsync(int page = 1) => Holding().OrderByDescending(w => w.AddedOn).ThenByDescending(w => w.Id)
        .Select(w => new WatchRow(w.Id, db.Communities.Where(c => c.Id == w.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", w.Name, w.Plate, w.PhoneTail, w.Reason, w.Until, w.By, w.AddedOn)).ToPageAsync(page);

    /// <summary>The reasons for which a visitor is looked at twice; empty for most.</summary>
    public async Task<IReadOnlyList<string>> HitsAsync(Guid communityId, string name, string? phone, string? plate) =>
        [.. (await Holding().AsNoTracking().Where(w => w.CommunityId == communityId).OrderBy(w => w.Id).ToListAsync()).Where(w => w.Fits(name, phone, plate)).Select(w => w.Reason)];

    /// <exception cref="RuleViolation">There is no mark or no reason.</exception>
    public async Task<Guid> AddAsync(Guid communityId, Guid requestId, WatchFacts facts)
    {
        if (await db.EarlierAsync<WatchEntry>(w => w.RequestId == requestId) is { } earlier)
        {
            return earlier;
        }

        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var entry = new WatchEntry(community, requestId, facts, db.Current.UserName, Today);
        return await db.SaveOnceAsync(entry, w => w.RequestId == requestId);
    }

    /// <summary>Takes somebody off the list; what is known of them goes.</summary>
    public async Task RemoveAsync(Guid id)
    {
        _ = NotFoundException.Check(await db.WatchEntries.AsNoTracking().FirstOrDefaultAsync(w => w.Id == id), id);
        await db.WatchEntries.Where(w => w.Id == id).ExecuteDeleteAsync();
    }

    private IQueryable<WatchEntry> Holding()
    {
        var today = Today;
        return db.WatchEntries.Where(w => w.Until == null || w.Until >= today);
    }
}
