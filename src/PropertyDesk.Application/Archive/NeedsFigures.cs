using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;

namespace PropertyDesk.Application.Archive;

/// <summary>How many, and of how many owners or renters; for tags both are the same.</summary>
public sealed record NeedCount(int Count, int Owners);

/// <summary>A tag, category or topic over the months.</summary>
/// <param name="Months">In the order of the months of the whole.</param>
public sealed record NeedRow(Guid Id, string Name, IReadOnlyList<NeedCount> Months);

/// <summary>A building and how many there have each of the tags today.</summary>
/// <param name="Tags">In the order of the tags of the whole.</param>
public sealed record BuildingNeeds(Guid Id, string Name, IReadOnlyList<int> Tags);

/// <summary>What people of a community need and ask for.</summary>
/// <param name="Months">The last is the running one: of tags it counts today.</param>
/// <param name="Tags">Those that anybody has or had.</param>
public sealed record NeedsAnalysis(
    IReadOnlyList<BillingMonth> Months, DateOnly Today, IReadOnlyList<NeedRow> Tags, IReadOnlyList<NeedRow> Categories, IReadOnlyList<NeedRow> Topics, IReadOnlyList<BuildingNeeds> Buildings)
{
    /// <summary>The day whose end a month's count of tags is of; null: today.</summary>
    public DateOnly? DayOf(BillingMonth month) => month == BillingMonth.Of(Today) ? null : month.LastDay;
}

/// <summary>Counts needs and requests by tag, building and month (需求分析), each by the same rule by which its people are listed.</summary>
public sealed class NeedsFigures(DeskDbContext db, OwnerGroups groups, TimeProvider clock)
{
    public const int MonthsShown = 6;

    /// <exception cref="NotFoundException">There is no such community or building here.</exception>
    public async Task<NeedsAnalysis> OfAsync(Guid communityId, Guid? buildingId)
    {
        NotFoundException.Check(await db.Communities.AnyAsync(c => c.Id == communityId) ? "" : null, communityId);
        await groups.CheckAsync(communityId, new OwnerGroup(buildingId));
        var today = db.Current.Today(clock);
        var months = BillingMonth.Of(today).AndBefore(MonthsShown);
        var tags = await TagsAsync(communityId, buildingId, months, today);
        return new NeedsAnalysis(
            months, today, tags,
            await RowsAsync(months, m => groups.Tickets(m, buildingId).Where(t => t.CommunityId == communityId).Select(t => new Asked { Id = t.CategoryId, Name = t.Category.Name, OwnerId = t.OwnerId })),
            await RowsAsync(months, m => groups.Calls(m, buildingId).Where(c => c.CommunityId == communityId).Select(c => new Asked { Id = c.TopicId, Name = c.Topic.Name, OwnerId = c.OwnerId })),
            await BuildingsAsync(communityId, buildingId, tags, today));
    }

    private async Task<List<NeedRow>> TagsAsync(Guid communityId, Guid? buildingId, IReadOnlyList<BillingMonth> months, DateOnly today)
    {
        var owners = groups.Narrow(db.Owners.Where(o => o.CommunityId == communityId), new OwnerGroup(buildingId)).Select(o => o.Id);
        var counts = new List<Dictionary<Guid, int>>();
        foreach (var month in months)
        {
            var held = month == BillingMonth.Of(today) ? TagQueries.On(today) : groups.HeldOn(month.LastDay);
            counts.Add(await db.OwnerTaggings.Where(t => t.CommunityId == communityId).Where(held).Where(t => owners.Contains(t.OwnerId))
                .GroupBy(t => t.TagId).Select(g => new { g.Key, Count = g.Select(t => t.OwnerId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        }

        var known = await db.OwnerTags.OrderByDescending(t => t.Kind == TagKind.Need).ThenBy(t => t.Position).Select(t => new { t.Id, t.Name }).ToListAsync();
        return [.. known.Where(t => counts.Exists(c => c.ContainsKey(t.Id))).Select(t => new NeedRow(t.Id, t.Name, [.. counts.Select(c => c.GetValueOrDefault(t.Id)).Select(n => new NeedCount(n, n))]))];
    }

    private static async Task<List<NeedRow>> RowsAsync(IReadOnlyList<BillingMonth> months, Func<BillingMonth, IQueryable<Asked>> of)
    {
        var counts = new List<(Guid Id, string Name, BillingMonth Month, NeedCount Count)>();
        foreach (var month in months)
        {
            counts.AddRange((await of(month).GroupBy(a => new { a.Id, a.Name })
                .Select(g => new { g.Key.Id, g.Key.Name, Count = g.Count(), Owners = g.Where(a => a.OwnerId != null).Select(a => a.OwnerId).Distinct().Count() }).ToListAsync())
                .Select(g => (g.Id, g.Name, month, new NeedCount(g.Count, g.Owners))));
        }

        return
        [
            .. counts.GroupBy(c => (c.Id, c.Name)).OrderByDescending(g => g.Sum(c => c.Count.Count)).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
                .Select(g => new NeedRow(g.Key.Id, g.Key.Name, [.. months.Select(m => g.Where(c => c.Month == m).Select(c => c.Count).FirstOrDefault() ?? new NeedCount(0, 0))])),
        ];
    }

    // Only whoever has a tag is read: few, beside all who live there.
    private async Task<List<BuildingNeeds>> BuildingsAsync(Guid communityId, Guid? buildingId, List<NeedRow> tags, DateOnly today)
    {
        var held = db.OwnerTaggings.Where(TagQueries.On(today));
        var owned = await (
            from o in db.Ownerships
            join t in held on o.OwnerId equals t.OwnerId
            where o.CommunityId == communityId && o.From <= today && (o.To == null || o.To >= today) && (buildingId == null || o.Unit.BuildingId == buildingId)
            select new { o.Unit.BuildingId, t.TagId, t.OwnerId }).Distinct().ToListAsync();
        var rented = await (
            from l in db.Leases
            join t in held on l.LesseeId equals t.OwnerId
            where l.CommunityId == communityId && l.From <= today && (l.To == null || l.To >= today) && (buildingId == null || l.Unit.BuildingId == buildingId)
            select new { l.Unit.BuildingId, t.TagId, t.OwnerId }).Distinct().ToListAsync();
        var all = owned.Concat(rented).Distinct().ToLookup(x => (x.BuildingId, x.TagId));
        var buildings = await db.Buildings.Where(b => b.CommunityId == communityId && (buildingId == null || b.Id == buildingId)).OrderBy(b => b.SortOrder).ThenBy(b => b.Name).Select(b => new { b.Id, b.Name }).ToListAsync();
        return [.. buildings.Select(b => new BuildingNeeds(b.Id, b.Name, [.. tags.Select(t => all[(b.Id, t.Id)].Count())])).Where(b => b.Tags.Any(n => n > 0))];
    }

    private sealed class Asked
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public Guid? OwnerId { get; init; }
    }
}
