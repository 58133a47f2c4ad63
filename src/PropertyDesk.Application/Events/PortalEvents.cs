using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Events;

namespace PropertyDesk.Application.Events;

/// <summary>An event in the owner's list.</summary>
/// <param name="Mine">How the login's household stands; null where it is not signed up.</param>
public sealed record PortalEventRow(Guid Id, string Title, string Summary, string Place, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset SignUpUntil, EventState State, int Free, SignUpState? Mine, bool HasPhotos);

/// <summary>A household of the login's own, and its sign-up.</summary>
/// <param name="SignUpId">Null where it is not signed up.</param>
/// <param name="Ahead">Households that wait before it; 0 where it does not wait.</param>
/// <param name="MayAct">The login may sign it up, and not only look.</param>
public sealed record MyHousehold(Guid OwnerId, string Owner, Guid? SignUpId, int People, SignUpState? State, int Ahead, bool Came, int? Score, bool MayAct);

/// <summary>An event as owners see it.</summary>
/// <param name="Mean">Of the scores so far; null without one.</param>
public sealed record EventReading(
    CommunityEvent Event, string Community, string? Phone, IReadOnlyList<MyHousehold> Households, IReadOnlyList<EventPhotoRow> Photos, int Scores, decimal? Mean);

/// <summary>What a household shows at the entrance.</summary>
public sealed record EventPass(Guid EventId, string Title, string Place, string Community, DateTimeOffset From, DateTimeOffset Until, EventState EventState, string? Owner, int People, SignUpState State, string Code, bool Came);

/// <summary>The events that a login's owner records were told of.</summary>
public sealed class PortalEvents(DeskDbContext db, Attachments attachments, TimeProvider clock)
{
    private Guid[] Mine => db.Current.OwnerIds;

    /// <summary>What is to come first, the next before all; then what is over, the newest before.</summary>
    public Task<Paged<PortalEventRow>> ListAsync(int page = 1)
    {
        var mine = Mine;
        return MyEvents().NextFirst(clock.GetUtcNow())
            .Select(e => new PortalEventRow(
                e.Id, e.Title, e.Summary, e.Place, e.From, e.Until, e.SignUpUntil, e.State, e.Places - e.Taken,
                db.EventSignUps.Where(s => s.EventId == e.Id && s.State != SignUpState.Cancelled && s.OwnerId != null && mine.Contains(s.OwnerId.Value)).OrderBy(s => s.Number).Select(s => (SignUpState?)s.State).FirstOrDefault(),
                db.EventPhotos.Any(p => p.EventId == e.Id)))
            .ToPageAsync(page, 20);
    }

    /// <exception cref="NotFoundException">There is none, or this owner was not told of it.</exception>
    public async Task<EventReading> FindAsync(Guid id)
    {
        var (mine, acts) = (Mine, db.Current.ActsForOwnerIds);
        var found = NotFoundException.Check(await MyEvents().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id), id);
        var community = await db.Communities.AsNoTracking().SingleAsync(c => c.Id == found.CommunityId);
        var told = await db.Owners.Where(o => mine.Contains(o.Id) && db.NoticeRecipients.Any(r => r.NoticeId == found.NoticeId && r.OwnerId == o.Id)).OrderBy(o => o.Id).Select(o => new { o.Id, o.Name }).ToListAsync();
        var signUps = await db.EventSignUps.Where(s => s.EventId == id && s.OwnerId != null && mine.Contains(s.OwnerId.Value) && s.State != SignUpState.Cancelled).Select(s => new
        {
            s.Id,
            s.OwnerId,
            s.People,
            s.State,
            s.Score,
            Ahead = s.State == SignUpState.Waiting ? db.EventSignUps.Count(o => o.EventId == id && o.State == SignUpState.Waiting && o.Number < s.Number) : 0,
            Came = db.EventCheckIns.Any(c => c.SignUpId == s.Id),
        }).ToDictionaryAsync(s => s.OwnerId!.Value);
        var scores = await db.EventSignUps.Where(s => s.EventId == id && s.Score != null).Select(s => s.Score!.Value).ToListAsync();
        return new EventReading(
            found, community.Name, community.Phone,
            told.ConvertAll(o => signUps.GetValueOrDefault(o.Id) is { } s
                ? new MyHousehold(o.Id, o.Name, s.Id, s.People, s.State, s.Ahead, s.Came, s.Score, acts.Contains(o.Id))
                : new MyHousehold(o.Id, o.Name, null, 0, null, 0, false, null, acts.Contains(o.Id))),
            await db.PhotosOfEventAsync(id), scores.Count, Scores.Mean(scores, 1));
    }

    /// <exception cref="NotFoundException">It is no sign-up of the login's own that holds.</exception>
    public async Task<EventPass> PassAsync(Guid signUpId)
    {
        var mine = Mine;
        return NotFoundException.Check(
            await db.EventSignUps.Where(s => s.Id == signUpId && s.OwnerId != null && mine.Contains(s.OwnerId.Value) && s.State != SignUpState.Cancelled).Select(s => new EventPass(
                s.EventId, s.Event.Title, s.Event.Place, db.Communities.Where(c => c.Id == s.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", s.Event.From, s.Event.Until, s.Event.State,
                s.Owner!.Name, s.People, s.State, s.Code, db.EventCheckIns.Any(c => c.SignUpId == s.Id))).FirstOrDefaultAsync(),
            signUpId);
    }

    /// <summary>What a household that came says of it, once.</summary>
    /// <param name="score">1 to 5.</param>
    /// <exception cref="RuleViolation">Nobody of it came, or it was said before.</exception>
    public async Task RateAsync(Guid signUpId, int score, string? words)
    {
        var acts = db.Current.ActsForOwnerIds;
        var signUp = NotFoundException.Check(await db.EventSignUps.FirstOrDefaultAsync(s => s.Id == signUpId && s.OwnerId != null && acts.Contains(s.OwnerId.Value)), signUpId);
        signUp.Rate(score, words, await db.EventCheckIns.AnyAsync(c => c.SignUpId == signUpId), clock.GetUtcNow());
        await db.SaveOrRefuseAsync("您已经评价过，谢谢！");
    }

    /// <exception cref="NotFoundException">It is no picture of an event that this owner was told of.</exception>
    public async Task<FileContent> PhotoAsync(Guid id) => await attachments.ReadAsync(
        await db.EventPhotos.Where(p => p.Id == id && MyEvents().Any(e => e.Id == p.EventId)).Select(p => (Guid?)p.FileId).FirstOrDefaultAsync() ?? throw new NotFoundException(nameof(EventPhoto), id));

    private IQueryable<CommunityEvent> MyEvents()
    {
        var mine = Mine;
        return db.CommunityEvents.Where(e => e.State != EventState.Draft && db.NoticeRecipients.Any(r => r.NoticeId == e.NoticeId && mine.Contains(r.OwnerId)));
    }
}
