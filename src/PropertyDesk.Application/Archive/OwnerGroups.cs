using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Archive;

/// <summary>Owners and renters with something in common: what a figure of the needs analysis counts, and an audience can be.</summary>
/// <param name="BuildingId">Whoever owns or rents a unit there today; of requests, those about a unit there.</param>
/// <param name="TagId">Whoever has it.</param>
/// <param name="On">The day on which they had it, at its end; null: today.</param>
/// <param name="CategoryId">Whoever asked for a ticket of it.</param>
/// <param name="TopicId">Whoever called about it.</param>
/// <param name="Month">When they asked; null: ever.</param>
public sealed record OwnerGroup(Guid? BuildingId = null, Guid? TagId = null, DateOnly? On = null, Guid? CategoryId = null, Guid? TopicId = null, BillingMonth? Month = null)
{
    /// <summary>It narrows nothing.</summary>
    public bool IsEverybody => BuildingId is null && TagId is null && CategoryId is null && TopicId is null;

    /// <summary>An audience can say it by itself, and is found anew when it is published; otherwise people are named one by one.</summary>
    internal bool IsAudience => On is null && CategoryId is null && TopicId is null;
}

/// <summary>Finds the people of a group.</summary>
public sealed class OwnerGroups(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Tags that were on at the end of a day.</summary>
    internal Expression<Func<OwnerTagging, bool>> HeldOn(DateOnly day)
    {
        var after = db.Current.StartOf(day.AddDays(1));
        return t => t.From <= day && (t.Until == null || t.Until >= day) && (t.TakenAt == null || t.TakenAt >= after);
    }

    /// <summary>Tickets of a month, and of a building where one is asked for.</summary>
    internal IQueryable<Ticket> Tickets(BillingMonth? month, Guid? buildingId)
    {
        var (start, end) = Span(month);
        return db.Tickets.Where(t => t.State != TicketState.Cancelled && t.OpenedAt >= start && t.OpenedAt < end && (buildingId == null || t.Unit!.BuildingId == buildingId));
    }

    /// <summary>Calls of a month, and of a building where one is asked for.</summary>
    internal IQueryable<Domain.Calls.Call> Calls(BillingMonth? month, Guid? buildingId)
    {
        var (start, end) = Span(month);
        return db.Calls.Where(c => c.At >= start && c.At < end && (buildingId == null || c.Unit!.BuildingId == buildingId));
    }

    /// <summary>Those of the owners who are in the group.</summary>
    internal IQueryable<Owner> Narrow(IQueryable<Owner> owners, OwnerGroup group)
    {
        var today = db.Current.Today(clock);
        if (group.TagId is { } tag)
        {
            var tagged = db.OwnerTaggings.Where(group.On is { } day ? HeldOn(day) : TagQueries.On(today)).Where(t => t.TagId == tag).Select(t => t.OwnerId);
            owners = owners.Where(o => tagged.Contains(o.Id));
        }

        if (group.CategoryId is { } category)
        {
            var asked = Tickets(group.Month, group.BuildingId).Where(t => t.CategoryId == category && t.OwnerId != null).Select(t => t.OwnerId!.Value);
            return owners.Where(o => asked.Contains(o.Id));
        }

        if (group.TopicId is { } topic)
        {
            var called = Calls(group.Month, group.BuildingId).Where(c => c.TopicId == topic && c.OwnerId != null).Select(c => c.OwnerId!.Value);
            return owners.Where(o => called.Contains(o.Id));
        }

        return group.BuildingId is { } building ? owners.Where(o => AtHome(building, today).Contains(o.Id)) : owners;
    }

    /// <summary>The group as an audience: tags and buildings are found anew when it is published, askers are named.</summary>
    /// <exception cref="RuleViolation">More people than can be named one by one.</exception>
    /// <exception cref="NotFoundException">Building, tag, category or topic is not here.</exception>
    public async Task<Audience> AudienceAsync(Guid communityId, OwnerGroup group)
    {
        await CheckAsync(communityId, group);
        if (group.IsAudience)
        {
            return Audience.Everybody with { Buildings = group.BuildingId is { } b ? [b] : [], Tags = group.TagId is { } t ? [t] : [] };
        }

        var ids = await Narrow(db.Owners.Where(o => o.CommunityId == communityId), group).OrderBy(o => o.Id).Select(o => o.Id).Take(Audience.MostChosen + 1).ToListAsync();
        return (Audience.Everybody with { Owners = ids }).Checked();
    }

    /// <exception cref="NotFoundException">Building, tag, category or topic is not here.</exception>
    internal async Task CheckAsync(Guid? communityId, OwnerGroup group)
    {
        Known(group.BuildingId is not { } building || await db.Buildings.AnyAsync(b => b.Id == building && (communityId == null || b.CommunityId == communityId)), group.BuildingId);
        Known(group.TagId is not { } tag || await db.OwnerTags.AnyAsync(t => t.Id == tag), group.TagId);
        Known(group.CategoryId is not { } category || await db.TicketCategories.AnyAsync(c => c.Id == category), group.CategoryId);
        Known(group.TopicId is not { } topic || await db.CallTopics.AnyAsync(t => t.Id == topic), group.TopicId);

        static void Known(bool isHere, Guid? id) => NotFoundException.Check(isHere ? "" : null, id);
    }

    /// <summary>The group in words; empty where it narrows nothing.</summary>
    public async Task<string> DescribeAsync(OwnerGroup group)
    {
        string?[] words =
        [
            group.BuildingId is { } building ? await db.Buildings.Where(b => b.Id == building).Select(b => b.Name).FirstOrDefaultAsync() : null,
            group.TagId is { } tag ? await db.OwnerTags.Where(t => t.Id == tag).Select(t => t.Name).FirstOrDefaultAsync() : null,
            group.On is { } day && group.TagId is not null ? Texts.Of("{0} 时", $"{day:yyyy-MM-dd}") : null,
            group.CategoryId is { } category ? Texts.Of("报过“{0}”", await db.TicketCategories.Where(c => c.Id == category).Select(c => c.Name).FirstOrDefaultAsync() ?? "") : null,
            group.TopicId is { } topic ? Texts.Of("来电问过“{0}”", await db.CallTopics.Where(t => t.Id == topic).Select(t => t.Name).FirstOrDefaultAsync() ?? "") : null,
            group.Month is { } month && (group.CategoryId ?? group.TopicId) is not null ? month.ToString() : null,
        ];
        return string.Join(" · ", words.OfType<string>());
    }

    private IQueryable<Guid> AtHome(Guid building, DateOnly today) =>
        db.Ownerships.Where(o => o.Unit.BuildingId == building && o.From <= today && (o.To == null || o.To >= today)).Select(o => o.OwnerId)
            .Concat(db.Leases.Where(l => l.Unit.BuildingId == building && l.From <= today && (l.To == null || l.To >= today)).Select(l => l.LesseeId));

    private (DateTimeOffset Start, DateTimeOffset End) Span(BillingMonth? month) =>
        month is { } known ? (db.Current.StartOf(known.FirstDay), db.Current.StartOf(known.Next.FirstDay)) : (DateTimeOffset.UnixEpoch, clock.GetUtcNow().AddDays(1));
}
