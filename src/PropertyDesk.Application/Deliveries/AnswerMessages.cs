using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>
/// Tells an owner that something they asked for was answered or done, by the channel that they chose; the caller saves. The
/// portal's first page shows it for a week.
/// </summary>
public sealed class AnswerMessages(DeskDbContext db, ChannelAddresses addresses, TimeProvider clock)
{
    /// <summary>Days for which the portal's first page shows an answer.</summary>
    public const int ShownDays = 7;

    /// <param name="key">What was answered: the same is told once.</param>
    /// <param name="page">Below the portal's address, such as <c>tickets/details/…</c>.</param>
    /// <param name="words">In one sentence each, asked for in the owner's language.</param>
    public async Task AddAsync(Guid ownerId, string key, string page, Func<(string Title, string Summary)> words)
    {
        var ways = await DeliveryWays.OfAsync(db, default);
        var owner = await db.Owners.SingleAsync(o => o.Id == ownerId);
        var community = await db.Communities.SingleAsync(c => c.Id == owner.CommunityId);
        var person = (await db.PeopleAsync([ownerId], default))[ownerId];
        var language = person.Preference?.Language ?? ways.Language;
        (string Title, string Summary) said;
        using (new InLanguage(language))
        {
            said = words();
        }

        var what = new Announcement(DeliveryKind.Answer, $"answer:{key}", community, said.Title, said.Summary, "", "", addresses.Portal(db.Current.Slug, page));
        db.Add(ways.Tell(owner, what, person, language, db.Current.Name, db.Current.Today(clock), clock.GetUtcNow()));
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
