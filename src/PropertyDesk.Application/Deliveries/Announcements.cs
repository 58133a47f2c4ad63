using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>Something that many owners of a community are told of, each once.</summary>
/// <param name="Key">What it is about; with the owner it makes the de-duplication key.</param>
/// <param name="When">Such as 2025-05-20 09:00; empty where it has no time.</param>
/// <param name="Link">Where it can be read on the portal, as an address.</param>
public sealed record Announcement(DeliveryKind Kind, string Key, Community Community, string Title, string Summary, string Text, string When, string Link)
{
    internal string Value(string place, string owner, string company) => place switch
    {
        "owner" => owner,
        "company" => company,
        "community" => Community.Name,
        "title" => Title,
        "summary" => Summary,
        "text" => Text,
        "when" => When,
        "phone" => Community.Phone ?? "",
        "link" => Link,
        _ => throw new ArgumentException(place, nameof(place)),
    };
}

/// <summary>
/// Makes one message for each of many owners, in the transaction of the caller; and takes back what has not gone out.
/// </summary>
public sealed class Announcements(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Writes them in bulk.</summary>
    /// <returns>The messages, by owner.</returns>
    public Task<IReadOnlyDictionary<Guid, Delivery>> QueueAsync(Announcement what, IReadOnlyCollection<Guid> owners, CancellationToken cancel = default) => QueueAsync(() => what, owners, cancel);

    /// <summary>As above, of words of the program itself.</summary>
    /// <param name="what">Asked for once in each language that is needed, and made in it.</param>
    public async Task<IReadOnlyDictionary<Guid, Delivery>> QueueAsync(Func<Announcement> what, IReadOnlyCollection<Guid> owners, CancellationToken cancel = default)
    {
        var rows = await MakeAsync(what, owners, cancel);
        await db.BulkInsertAsync(rows.Values.ToList(), cancel);
        return rows;
    }

    /// <summary>Makes them and writes nothing.</summary>
    /// <param name="what">As above.</param>
    internal async Task<IReadOnlyDictionary<Guid, Delivery>> MakeAsync(Func<Announcement> what, IReadOnlyCollection<Guid> owners, CancellationToken cancel = default)
    {
        var ways = await DeliveryWays.OfAsync(db, cancel);
        var (day, now) = (db.Current.Today(clock), clock.GetUtcNow());
        var (rows, said) = (new Dictionary<Guid, Delivery>(), new Dictionary<DeliveryLanguage, Announcement>());
        foreach (var part in owners.Chunk(DeliveryPeople.AtOnce))
        {
            var people = await db.PeopleAsync(part, cancel);
            foreach (var owner in await db.Owners.AsNoTracking().Where(o => part.Contains(o.Id)).ToListAsync(cancel))
            {
                var (reach, preference) = people[owner.Id];
                var language = preference?.Language ?? ways.Language;
                if (!said.TryGetValue(language, out var announcement))
                {
                    using var texts = new InLanguage(language);
                    said.Add(language, announcement = what());
                }

                var route = ways.Route(announcement.Kind, language, preference, reach);
                var words = ways.Words(announcement.Kind, route.Channel ?? DeliveryChannel.Portal, language);
                var text = FilledWords.Of(words, language, place => announcement.Value(place, owner.Name, db.Current.Name), TemplateText.PlacesOf(announcement.Kind));
                rows.Add(owner.Id, new Delivery(owner, $"{announcement.Key}:{owner.Id:n}", announcement.Kind, route, text, day, now, announcement.Link));
            }
        }

        return rows;
    }

    /// <summary>By which channels such a message would go, without writing anything.</summary>
    public async Task<IReadOnlyList<ChannelReach>> TryAsync(DeliveryKind kind, IReadOnlyCollection<Guid> owners, CancellationToken cancel = default)
    {
        var ways = await DeliveryWays.OfAsync(db, cancel);
        var counts = new Dictionary<int, int>();
        foreach (var part in owners.Chunk(DeliveryPeople.AtOnce))
        {
            foreach (var (reach, preference) in (await db.PeopleAsync(part, cancel)).Values)
            {
                var channel = ways.Route(kind, preference?.Language ?? ways.Language, preference, reach).Channel;
                counts[channel is { } known ? (int)known : -1] = counts.GetValueOrDefault(channel is { } way ? (int)way : -1) + 1;
            }
        }

        return [.. counts.OrderBy(c => c.Key < 0).ThenBy(c => c.Key).Select(c => new ChannelReach(c.Key < 0 ? null : (DeliveryChannel)c.Key, c.Value))];
    }

    /// <summary>Messages that have not gone out are given up; in the transaction of the caller.</summary>
    /// <param name="messages">Of the current company.</param>
    /// <returns>How many they were.</returns>
    public async Task<int> StopAsync(IQueryable<Delivery> messages, string reason, CancellationToken cancel = default)
    {
        // Whoever changes the version of a message takes it away from a dispatcher that has leased it but not begun.
        var mark = Guid.NewGuid();
        if (await messages.Where(d => d.State == DeliveryState.Queued).ExecuteUpdateAsync(set => set.SetProperty(d => d.Version, mark), cancel) == 0)
        {
            return 0;
        }

        var stopped = await db.Deliveries.AsNoTracking().Where(d => d.Version == mark).ToListAsync(cancel);
        var events = stopped.ConvertAll(d => d.GiveUp(reason, db.Current.UserName, clock.GetUtcNow()));
        await db.Deliveries.Where(d => d.Version == mark).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, DeliveryState.GivenUp).SetProperty(d => d.Reason, reason).SetProperty(d => d.NextAt, (DateTimeOffset?)null).SetProperty(d => d.LeaseUntil, (DateTimeOffset?)null),
            cancel);
        await db.BulkInsertAsync(events, cancel);
        return stopped.Count;
    }
}
