using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>
/// Tells an owner that something they asked for was answered or done, by the channel that they chose; the caller saves. The
/// portal's first page shows it for a week.
/// </summary>
public sealed class AnswerMessages(DeskDbContext db, Announcements announcements, ChannelAddresses addresses, TimeProvider clock)
{
    /// <summary>Days for which the portal's first page shows an answer.</summary>
    public const int ShownDays = 7;

    /// <param name="key">What was answered: the same is told once.</param>
    /// <param name="page">Below the portal's address, such as <c>tickets/details/…</c>.</param>
    /// <param name="words">In one sentence each, asked for in the owner's language.</param>
    public async Task AddAsync(Guid ownerId, string key, string page, Func<(string Title, string Summary)> words)
    {
        var community = await db.Communities.SingleAsync(c => db.Owners.Any(o => o.Id == ownerId && o.CommunityId == c.Id));
        var link = addresses.Portal(db.Current.Slug, page);
        Announcement InWords()
        {
            var (title, summary) = words();
            return new Announcement(DeliveryKind.Answer, $"answer:{key}", community, title, summary, "", "", link);
        }

        db.AddRange((await announcements.MakeAsync(InWords, [ownerId])).Values);
    }

    /// <summary>What the login was told in the last days, the newest first.</summary>
    public async Task<IReadOnlyList<OwnAnswer>> RecentAsync()
    {
        var (mine, since) = (db.Current.IsOwnerIds, db.Current.Today(clock).AddDays(-ShownDays));
        return await db.Deliveries.Where(d => d.Kind == DeliveryKind.Answer && d.OwnerId != null && mine.Contains(d.OwnerId.Value) && d.Day > since && d.Link != null)
            .OrderByDescending(d => d.QueuedAt).Take(3).Select(d => new OwnAnswer(d.Subject, d.Day, new Uri(d.Link!).PathAndQuery)).ToListAsync();
    }
}

/// <summary>An answer that the login was told of.</summary>
/// <param name="Path">Where it is read, below the host.</param>
public sealed record OwnAnswer(string Subject, DateOnly Day, string Path);
