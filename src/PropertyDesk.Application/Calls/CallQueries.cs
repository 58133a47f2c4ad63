using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Calls;

namespace PropertyDesk.Application.Calls;

/// <summary>What is looked for.</summary>
/// <param name="From">First day; null from the beginning.</param>
/// <param name="To">Last day; null until now.</param>
/// <param name="Text">In the question, the caller's name or unit, or the end of the number.</param>
public sealed record CallFilter(CallState? State = null, Guid? Topic = null, Guid? Community = null, DateOnly? From = null, DateOnly? To = null, string? Text = null);

/// <summary>A call in a list.</summary>
/// <param name="Phone">Masked.</param>
public sealed record CallRow(
    Guid Id, DateTimeOffset At, string Community, Guid? OwnerId, string? Owner, string? Unit, string? Caller, string? Phone, string Topic, string Question, CallState State, DateTimeOffset? CallBackBy, int Tries, string TakenBy, Guid? TicketId, int? Ticket)
{
    /// <summary>How the caller is called in lists; empty where nobody said.</summary>
    public string Who => Caller ?? Owner ?? "";
}

/// <summary>What came of a try to call back.</summary>
public sealed record ReturnRow(Guid CallId, int Number, ReturnOutcome Outcome, string? Said, string By, DateTimeOffset At);

/// <summary>What was read out: the version of then.</summary>
/// <param name="Current">Number of the version that holds now.</param>
public sealed record ReadArticle(Guid ArticleId, string Title, int Number, int Current, string Body);

/// <summary>A call with everything about it.</summary>
public sealed record CallDetails(CallRow Row, string? Answer, string? Searched, ReadArticle? Read, IReadOnlyList<ReturnRow> Returns);

/// <summary>How many stand where: to return, those of them that are late, and taken today.</summary>
public sealed record CallCounts(int ToReturn, int Late, int Today);

/// <summary>Reads calls.</summary>
public sealed class CallQueries(DeskDbContext db, TimeProvider clock)
{
    private const int FirstYear = 2000;

    /// <summary>Those to return first, the soonest before the others; then the newest.</summary>
    public async Task<Paged<CallRow>> ListAsync(CallFilter filter, int page = 1)
    {
        var calls = db.Calls.Where(c => (filter.State == null || c.State == filter.State) && (filter.Topic == null || c.TopicId == filter.Topic) && (filter.Community == null || c.CommunityId == filter.Community));
        if (filter.From is { Year: >= FirstYear } from)
        {
            var start = db.Current.StartOf(from);
            calls = calls.Where(c => c.At >= start);
        }

        if (filter.To is { Year: >= FirstYear and < 9999 } to)
        {
            var end = db.Current.StartOf(to.AddDays(1));
            calls = calls.Where(c => c.At < end);
        }

        foreach (var word in SearchWords.Of(filter.Text))
        {
            var pattern = SearchWords.Pattern(word);
            calls = calls.Where(c => EF.Functions.Like(c.Question.ToUpper(), pattern, SearchWords.Escape) || EF.Functions.Like(c.Caller!.ToUpper(), pattern, SearchWords.Escape)
                || EF.Functions.Like(c.Owner!.Name.ToUpper(), pattern, SearchWords.Escape) || EF.Functions.Like(c.Unit!.Code.ToUpper(), pattern, SearchWords.Escape) || (c.Phone != null && c.Phone.EndsWith(word)));
        }

        var found = await Rows(calls.OrderBy(c => c.State == CallState.CallBack ? 0 : 1).ThenBy(c => c.State == CallState.CallBack ? c.CallBackBy : null).ThenByDescending(c => c.At).ThenBy(c => c.Id)).ToPageAsync(page);
        return found with { Rows = [.. found.Rows.Select(Masked)] };
    }

    /// <summary>Calls that were promised, the soonest first.</summary>
    public async Task<IReadOnlyList<CallRow>> ToReturnAsync(int limit) =>
        [.. (await Rows(db.Calls.Where(c => c.State == CallState.CallBack).OrderBy(c => c.CallBackBy).ThenBy(c => c.Id).Take(limit)).ToListAsync()).Select(Masked)];

    /// <summary>Tries to call back, the newest first, with the call that they belong to.</summary>
    public async Task<IReadOnlyList<(ReturnRow Return, CallRow Call)>> ReturnedAsync(int limit)
    {
        var tries = await db.CallReturns.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(limit).Select(r => new ReturnRow(r.CallId, r.Number, r.Outcome, r.Said, r.By, r.At)).ToListAsync();
        var ids = tries.Select(r => r.CallId).Distinct().ToList();
        var calls = (await Rows(db.Calls.Where(c => ids.Contains(c.Id))).ToListAsync()).ToDictionary(c => c.Id, Masked);
        return [.. tries.Select(r => (r, calls[r.CallId]))];
    }

    /// <summary>The last calls of an owner, the newest first.</summary>
    public async Task<IReadOnlyList<CallRow>> LastAsync(Guid ownerId, int limit) =>
        [.. (await Rows(db.Calls.Where(c => c.OwnerId == ownerId).OrderByDescending(c => c.At).Take(limit)).ToListAsync()).Select(Masked)];

    /// <summary>The last calls from a number that belong to no owner, the newest first.</summary>
    /// <param name="number">As it is shown or typed.</param>
    public async Task<IReadOnlyList<CallRow>> OfNumberAsync(string? number, int limit)
    {
        var digits = CallNumber.Digits(number);
        return CallNumber.IsWhole(digits)
            ? [.. (await Rows(db.Calls.Where(c => c.Phone == digits && c.OwnerId == null).OrderByDescending(c => c.At).Take(limit)).ToListAsync()).Select(Masked)] : [];
    }

    /// <summary>What the own login took last, the newest first.</summary>
    public async Task<IReadOnlyList<CallRow>> MineAsync(int limit) =>
        [.. (await Rows(db.Calls.Where(c => c.TakenById == db.Current.UserId).OrderByDescending(c => c.At).Take(limit)).ToListAsync()).Select(Masked)];

    public async Task<CallCounts> CountsAsync()
    {
        var (now, start) = (clock.GetUtcNow(), db.Current.StartOf(db.Current.Today(clock)));
        return new CallCounts(
            await db.Calls.CountAsync(c => c.State == CallState.CallBack), await db.Calls.CountAsync(c => c.State == CallState.CallBack && c.CallBackBy < now), await db.Calls.CountAsync(c => c.At >= start));
    }

    /// <exception cref="NotFoundException">There is no such call here.</exception>
    public async Task<CallDetails> FindAsync(Guid id)
    {
        var row = await Rows(db.Calls.Where(c => c.Id == id)).FirstOrDefaultAsync() ?? throw new NotFoundException(nameof(Call), id);
        var more = await db.Calls.Where(c => c.Id == id)
            .Select(c => new { c.Answer, c.Searched, Read = c.Read == null ? null : new ReadArticle(c.Read.ArticleId, c.Read.Title, c.Read.Number, c.Read.Article.Current, c.Read.Body) }).FirstAsync();
        var tries = await db.CallReturns.Where(r => r.CallId == id).OrderBy(r => r.Number).Select(r => new ReturnRow(r.CallId, r.Number, r.Outcome, r.Said, r.By, r.At)).ToListAsync();
        return new CallDetails(Masked(row), more.Answer, more.Searched, more.Read, tries);
    }

    private static CallRow Masked(CallRow row) => row with { Phone = row.Phone is null ? null : Masking.Phone(row.Phone) };

    private IQueryable<CallRow> Rows(IQueryable<Call> calls) => calls.Select(c => new CallRow(
        c.Id, c.At, db.Communities.Where(x => x.Id == c.CommunityId).Select(x => x.Name).FirstOrDefault() ?? "", c.OwnerId, c.Owner!.Name, c.Unit!.Code, c.Caller, c.Phone, c.Topic.Name, c.Question, c.State, c.CallBackBy, c.Tries, c.TakenBy,
        c.TicketId, (int?)c.Ticket!.Number));
}
