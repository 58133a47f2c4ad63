using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Audiences;

namespace PropertyDesk.Application.Audiences;

/// <summary>Somebody who is meant, with the units for which.</summary>
public sealed record AudienceMember(Guid OwnerId, IReadOnlyList<string> Units);

/// <summary>Reads who an audience is on a day, in two or three questions however large the community.</summary>
public sealed class AudienceReader(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Whoever owns, or rents where renters are meant too, such a unit today.</summary>
    public async Task<IReadOnlyList<AudienceMember>> MembersAsync(Guid communityId, Audience audience, CancellationToken cancel = default)
    {
        var today = db.Current.Today(clock);
        var (buildings, kinds, chosen) = (audience.Buildings.ToArray(), audience.Kinds.ToArray(), audience.Owners.ToArray());
        var owned = db.Ownerships.Where(o => o.CommunityId == communityId && o.From <= today && (o.To == null || o.To >= today)
                && (buildings.Length == 0 || buildings.Contains(o.Unit.BuildingId)) && (kinds.Length == 0 || kinds.Contains(o.Unit.Kind)))
            .Select(o => new { o.OwnerId, o.Unit.Code });
        var rented = db.Leases.Where(l => l.CommunityId == communityId && l.From <= today && (l.To == null || l.To >= today)
                && (buildings.Length == 0 || buildings.Contains(l.Unit.BuildingId)) && (kinds.Length == 0 || kinds.Contains(l.Unit.Kind)))
            .Select(l => new { OwnerId = l.LesseeId, l.Unit.Code });
        if (audience.Tags.ToArray() is { Length: > 0 } tags)
        {
            var tagged = db.OwnerTaggings.Where(TagQueries.On(today)).Where(t => tags.Contains(t.TagId)).Select(t => t.OwnerId);
            (owned, rented) = (owned.Where(o => tagged.Contains(o.OwnerId)), rented.Where(o => tagged.Contains(o.OwnerId)));
        }

        if (chosen.Length > 0)
        {
            (owned, rented) = (owned.Where(o => chosen.Contains(o.OwnerId)), rented.Where(o => chosen.Contains(o.OwnerId)));
        }

        var places = await owned.ToListAsync(cancel);
        if (audience.WithRenters || chosen.Length > 0)
        {
            places.AddRange(await rented.ToListAsync(cancel));
        }

        var units = places.Distinct().ToLookup(p => p.OwnerId, p => p.Code);
        var people = chosen.Length == 0
            ? units.Select(g => g.Key)
            : await db.Owners.InUse().Where(o => o.CommunityId == communityId && chosen.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancel);
        return [.. people.Select(id => new AudienceMember(id, [.. units[id].Order(StringComparer.Ordinal)])).OrderBy(m => m.OwnerId)];
    }

    /// <summary>Everything that is named is here.</summary>
    /// <exception cref="NotFoundException">A building or owner is not in this community.</exception>
    public async Task<Audience> CheckAsync(Guid communityId, Audience audience)
    {
        var (buildings, owners) = (audience.Buildings.Distinct().ToArray(), audience.Owners.Distinct().ToArray());
        if (await db.Buildings.CountAsync(b => b.CommunityId == communityId && buildings.Contains(b.Id)) != buildings.Length)
        {
            throw new NotFoundException("Building");
        }

        var tags = audience.Tags.Distinct().ToArray();
        if (await db.OwnerTags.CountAsync(t => tags.Contains(t.Id)) != tags.Length)
        {
            throw new NotFoundException("OwnerTag");
        }

        return await db.Owners.CountAsync(o => o.CommunityId == communityId && owners.Contains(o.Id)) == owners.Length
            ? audience.Checked()
            : throw new NotFoundException("Owner");
    }

    /// <summary>Buildings that can be chosen, in walking order.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> BuildingsAsync(Guid communityId) =>
        (await db.Buildings.Where(b => b.CommunityId == communityId).OrderBy(b => b.SortOrder).ThenBy(b => b.Name).Select(b => new { b.Id, b.Name }).ToListAsync()).ConvertAll(b => (b.Id, b.Name));

    /// <summary>The names of those of the community who are chosen one by one.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> ChosenAsync(Guid communityId, IReadOnlyCollection<Guid> owners) =>
        (await db.Owners.Where(o => o.CommunityId == communityId && owners.Contains(o.Id)).OrderBy(o => o.Name).ThenBy(o => o.Id).Select(o => new { o.Id, o.Name }).ToListAsync()).ConvertAll(o => (o.Id, o.Name));

    /// <summary>Tags that can be chosen, needs first; one that is in use no more only where it was chosen before.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> TagsAsync(IReadOnlyCollection<Guid> chosen) =>
        (await db.OwnerTags.Where(t => !t.IsEnded || chosen.Contains(t.Id)).OrderByDescending(t => t.Kind == TagKind.Need).ThenBy(t => t.Position).Select(t => new { t.Id, t.Name, t.Mark }).ToListAsync())
            .ConvertAll(t => (t.Id, $"{t.Mark} {t.Name}".Trim()));

    /// <summary>Who owns these units today.</summary>
    /// <param name="codes">Such as 3-2-1801.</param>
    /// <exception cref="RuleViolation">A unit is unknown or nobody owns it; they are named.</exception>
    public async Task<IReadOnlyList<Guid>> OwnersOfUnitsAsync(Guid communityId, IReadOnlyCollection<string> codes)
    {
        var (today, wanted) = (db.Current.Today(clock), codes.Distinct(StringComparer.Ordinal).ToArray());
        if (wanted.Length == 0)
        {
            return [];
        }

        var found = await db.Ownerships.Where(o => o.CommunityId == communityId && o.From <= today && (o.To == null || o.To >= today) && wanted.Contains(o.Unit.Code))
            .Select(o => new { o.OwnerId, o.Unit.Code }).ToListAsync();
        var missing = wanted.Except(found.Select(f => f.Code), StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? [.. found.Select(f => f.OwnerId).Distinct()]
            : throw new RuleViolation("没有这些房号，或没有业主：{0}", [string.Join('、', missing.Take(10))], "Audience.Codes");
    }

    /// <summary>The audience in words: the names of buildings, kinds and owners.</summary>
    public async Task<string> DescribeAsync(Audience audience)
    {
        var (buildings, owners, tags) = (audience.Buildings.ToArray(), audience.Owners.ToArray(), audience.Tags.ToArray());
        if (owners.Length > 0)
        {
            var names = await db.Owners.Where(o => owners.Contains(o.Id)).OrderBy(o => o.Name).Select(o => o.Name).ToListAsync();
            return Texts.Of("指定的 {0} 位业主：{1}", names.Count, string.Join('、', names.Take(5)) + (names.Count > 5 ? "…" : ""));
        }

        var parts = await db.Buildings.Where(b => buildings.Contains(b.Id)).OrderBy(b => b.SortOrder).ThenBy(b => b.Name).Select(b => b.Name).ToListAsync();
        var named = await db.OwnerTags.Where(t => tags.Contains(t.Id)).OrderBy(t => t.Position).Select(t => t.Name).ToListAsync();
        string[] words =
        [
            parts.Count == 0 ? Texts.Of("全小区") : string.Join('、', parts), .. audience.Kinds.Select(Words.Of), .. named.Count == 0 ? [] : new[] { Texts.Of("有标签 {0}", string.Join('、', named)) },
            audience.WithRenters ? Texts.Of("业主和租户") : Texts.Of("仅业主"),
        ];
        return string.Join(" · ", words);
    }
}
