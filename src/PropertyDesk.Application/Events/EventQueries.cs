using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Notices;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Events;

namespace PropertyDesk.Application.Events;

/// <summary>An event in the desk's list.</summary>
/// <param name="Came">People who were checked in.</param>
public sealed record EventRow(Guid Id, string Title, string Community, string Place, DateTimeOffset From, DateTimeOffset Until, EventState State, int Places, int Taken, int Came);

/// <summary>How an event was signed up for, and who came.</summary>
/// <param name="Households">That have places.</param>
/// <param name="Taken">People who have places.</param>
/// <param name="Waiting">People who wait for places, of so many households.</param>
/// <param name="CameHouseholds">Of those with places.</param>
/// <param name="CamePeople">With them.</param>
/// <param name="Missing">Households with places of which nobody came.</param>
/// <param name="Without">People who came without places: not signed up, waiting, or after cancelling.</param>
/// <param name="Mean">Of the scores; null without one.</param>
public sealed record EventFigures(int Places, int Households, int Taken, int WaitingHouseholds, int Waiting, int CameHouseholds, int CamePeople, int Missing, int Without, int Scores, decimal? Mean);

/// <summary>A picture, to be asked for by its id.</summary>
public sealed record EventPhotoRow(Guid Id, string Name);

/// <summary>An event as the desk sees it.</summary>
public sealed record EventDetails(CommunityEvent Event, string Community, string AudienceText, EventFigures Figures, IReadOnlyList<EventPhotoRow> Photos);

/// <summary>A household in the desk's list.</summary>
/// <param name="Owner">Null once its data was erased.</param>
/// <param name="CheckInId">Null where nobody of it came.</param>
public sealed record SignUpRow(
    Guid Id, Guid? OwnerId, string? Owner, string? Units, int Number, int People, SignUpState State, DateTimeOffset At, string? By, Guid? CheckInId, int? Came, DateTimeOffset? CameAt);

/// <summary>People who came without a sign-up.</summary>
public sealed record WalkInRow(Guid Id, string? Name, int People, DateTimeOffset At, string By);

/// <summary>What a household said.</summary>
public sealed record FeedbackRow(string? Owner, int Score, string? Words, DateTimeOffset At);

/// <summary>Reads events for the desk.</summary>
public sealed class EventQueries(DeskDbContext db, AudienceReader audiences, TimeProvider clock)
{
    private const int MostWords = 200;

    /// <summary>What is to come first, the next before all; then what is over, the newest before.</summary>
    public Task<Paged<EventRow>> ListAsync(int page = 1) => db.CommunityEvents.NextFirst(clock.GetUtcNow())
        .Select(e => new EventRow(
            e.Id, e.Title, db.Communities.Where(c => c.Id == e.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", e.Place, e.From, e.Until, e.State, e.Places, e.Taken,
            db.EventCheckIns.Where(c => c.EventId == e.Id).Sum(c => c.People)))
        .ToPageAsync(page);

    /// <exception cref="NotFoundException">There is no such event here.</exception>
    public async Task<EventDetails> FindAsync(Guid id)
    {
        var found = NotFoundException.Check(await db.CommunityEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id), id);
        return new EventDetails(
            found, await db.Communities.Where(c => c.Id == found.CommunityId).Select(c => c.Name).SingleAsync(), await audiences.DescribeAsync(found.Audience), await FiguresAsync(found), await db.PhotosOfEventAsync(id));
    }

    /// <summary>In the order of signing up.</summary>
    /// <exception cref="NotFoundException">There is no such event here.</exception>
    public async Task<Paged<SignUpRow>> SignUpsAsync(Guid id, SignUpState? state, int page = 1)
    {
        await RequireAsync(id);
        return await Rows(id, state).ToPageAsync(page);
    }

    /// <summary>Who came without a sign-up, the newest first.</summary>
    public Task<List<WalkInRow>> WalkInsAsync(Guid id) => db.EventCheckIns.Where(c => c.EventId == id && c.SignUpId == null).OrderByDescending(c => c.At).ThenBy(c => c.Id)
        .Select(c => new WalkInRow(c.Id, c.Name, c.People, c.At, c.By)).ToListAsync();

    /// <summary>What households said, the newest first.</summary>
    public Task<List<FeedbackRow>> FeedbackAsync(Guid id, int take = MostWords) => db.EventSignUps.Where(s => s.EventId == id && s.Score != null).OrderByDescending(s => s.RatedAt).ThenBy(s => s.Id).Take(take)
        .Select(s => new FeedbackRow(s.Owner!.Name, s.Score!.Value, s.Words, s.RatedAt!.Value)).ToListAsync();

    /// <summary>The list, who came without a sign-up, and what was said.</summary>
    /// <exception cref="NotFoundException">There is no such event here.</exception>
    public async Task<IReadOnlyList<Sheet>> SheetsAsync(Guid id)
    {
        await RequireAsync(id);
        string Time(DateTimeOffset? at) => NoticeTimes.Of(at, null, db.Current.TimeZone);
        return
        [
            new Sheet(
                Texts.Of("报名"),
                [new(Texts.Of("序号")), new(Texts.Of("业主"), 16), new(Texts.Of("房号"), 24), new(Texts.Of("人数")), new(Texts.Of("状态")), new(Texts.Of("报名时间"), 18), new(Texts.Of("到场人数")), new(Texts.Of("签到时间"), 18)],
                [.. (await Rows(id, null).ToListAsync()).Select(r => (IReadOnlyList<object?>)[r.Number, r.Owner, r.Units, r.People, Words.Of(r.State), Time(r.At), r.Came, Time(r.CameAt)])]),
            new Sheet(
                Texts.Of("未报名到场"), [new(Texts.Of("姓名或房号"), 24), new(Texts.Of("人数")), new(Texts.Of("签到时间"), 18), new(Texts.Of("经办人"), 16)],
                [.. (await WalkInsAsync(id)).Select(r => (IReadOnlyList<object?>)[r.Name, r.People, Time(r.At), r.By])]),
            new Sheet(
                Texts.Of("评价"), [new(Texts.Of("业主"), 16), new(Texts.Of("评分")), new(Texts.Of("评价"), 60), new(Texts.Of("日期"), 18)],
                [.. (await FeedbackAsync(id, int.MaxValue)).Select(r => (IReadOnlyList<object?>)[r.Owner, r.Score, r.Words, Time(r.At)])]),
        ];
    }

    private async Task RequireAsync(Guid id)
    {
        if (!await db.CommunityEvents.AnyAsync(e => e.Id == id))
        {
            throw new NotFoundException(nameof(CommunityEvent), id);
        }
    }

    private IQueryable<SignUpRow> Rows(Guid id, SignUpState? state) => db.EventSignUps.Where(s => s.EventId == id && (state == null || s.State == state)).OrderBy(s => s.Number)
        .Select(s => new SignUpRow(
            s.Id, s.OwnerId, s.Owner!.Name, db.NoticeRecipients.Where(r => r.NoticeId == s.Event.NoticeId && r.OwnerId == s.OwnerId && r.Version == 1).Select(r => r.Units).FirstOrDefault(), s.Number, s.People, s.State, s.At, s.By,
            db.EventCheckIns.Where(c => c.SignUpId == s.Id).Select(c => (Guid?)c.Id).FirstOrDefault(), db.EventCheckIns.Where(c => c.SignUpId == s.Id).Select(c => (int?)c.People).FirstOrDefault(),
            db.EventCheckIns.Where(c => c.SignUpId == s.Id).Select(c => (DateTimeOffset?)c.At).FirstOrDefault()));

    private async Task<EventFigures> FiguresAsync(CommunityEvent of)
    {
        var lists = await db.EventSignUps.Where(s => s.EventId == of.Id).GroupBy(s => s.State).Select(g => new { g.Key, Households = g.Count(), People = g.Sum(s => s.People) }).ToListAsync();
        var (confirmed, waiting) = (lists.Find(l => l.Key == SignUpState.Confirmed), lists.Find(l => l.Key == SignUpState.Waiting));
        var came = await db.EventCheckIns.Where(c => c.EventId == of.Id).GroupBy(c => c.SignUpId != null && c.SignUp!.State == SignUpState.Confirmed)
            .Select(g => new { WithPlaces = g.Key, Households = g.Count(), People = g.Sum(c => c.People) }).ToListAsync();
        var (with, without) = (came.Find(c => c.WithPlaces), came.Find(c => !c.WithPlaces));
        var scores = await db.EventSignUps.Where(s => s.EventId == of.Id && s.Score != null).Select(s => s.Score!.Value).ToListAsync();
        return new EventFigures(
            of.Places, confirmed?.Households ?? 0, confirmed?.People ?? 0, waiting?.Households ?? 0, waiting?.People ?? 0, with?.Households ?? 0, with?.People ?? 0,
            (confirmed?.Households ?? 0) - (with?.Households ?? 0), without?.People ?? 0, scores.Count, Scores.Mean(scores, 1));
    }
}

internal static class EventReads
{
    /// <summary>What is to come first, the next before all; then what is over, the newest before.</summary>
    public static IOrderedQueryable<CommunityEvent> NextFirst(this IQueryable<CommunityEvent> events, DateTimeOffset now) =>
        events.OrderBy(e => e.State == EventState.Cancelled || e.Until < now)
            .ThenBy(e => e.State == EventState.Cancelled || e.Until < now ? (DateTimeOffset?)null : e.From).ThenByDescending(e => e.From).ThenBy(e => e.Id);

    /// <summary>Pictures without their content, in the order of coming in; those of one upload by name, as a camera counts them.</summary>
    public static async Task<IReadOnlyList<EventPhotoRow>> PhotosOfEventAsync(this DeskDbContext db, Guid id) =>
        await db.EventPhotos.Where(p => p.EventId == id).OrderBy(p => p.File.At).ThenBy(p => p.File.Name).ThenBy(p => p.Id).Select(p => new EventPhotoRow(p.Id, p.File.Name)).ToListAsync();
}
