using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Events;

namespace PropertyDesk.Application.Events;

/// <summary>A household that the entrance expects.</summary>
/// <param name="Came">How many were checked in; null: nobody yet.</param>
public sealed record ExpectedHousehold(Guid Id, string Code, string? Owner, string? Units, int People, SignUpState State, int? Came);

/// <summary>What the entrance knows of an event.</summary>
/// <param name="Households">Those with places first, in the order of their units.</param>
/// <param name="Came">People who were checked in, those without a sign-up among them.</param>
public sealed record EntranceList(Guid Id, string Title, string Place, DateTimeOffset From, DateTimeOffset Until, EventState State, IReadOnlyList<ExpectedHousehold> Households, int Came, int Without)
{
    /// <summary>People who have places.</summary>
    public int Expected => Households.Where(h => h.State == SignUpState.Confirmed).Sum(h => h.People);
}

/// <summary>What a phone at the entrance noted, possibly without a connection.</summary>
/// <param name="RequestId">Made on the phone.</param>
/// <param name="SignUpId">Null for people who had not signed up.</param>
/// <param name="Name">Who they are, where they had not signed up.</param>
/// <param name="At">By the phone's clock.</param>
public sealed record NotedCheckIn(Guid RequestId, Guid? SignUpId, int People, string? Name, DateTimeOffset At);

/// <summary>What became of a check-in that was sent.</summary>
/// <param name="IsDone">It is counted, by this sending or an earlier one; the phone can forget it.</param>
/// <param name="Why">Why not; also where the household had been checked in by another phone.</param>
public sealed record CheckInAnswer(Guid RequestId, bool IsDone, string? Why);

/// <summary>The entrance of an event: its list, and who came.</summary>
public sealed class CheckIns(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Sent at once by a phone that had no connection.</summary>
    public const int MostAtOnce = 200;

    /// <exception cref="NotFoundException">There is no such event here, or nobody was told of it yet.</exception>
    public async Task<EntranceList> ListAsync(Guid id)
    {
        var of = NotFoundException.Check(await db.CommunityEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id && e.State != EventState.Draft), id);
        var rows = await db.EventSignUps.Where(s => s.EventId == id).Select(s => new ExpectedHousehold(
            s.Id, s.Code, s.Owner!.Name, db.NoticeRecipients.Where(r => r.NoticeId == of.NoticeId && r.OwnerId == s.OwnerId && r.Version == 1).Select(r => r.Units).FirstOrDefault(), s.People, s.State,
            db.EventCheckIns.Where(c => c.SignUpId == s.Id).Select(c => (int?)c.People).FirstOrDefault())).ToListAsync();
        var without = await db.EventCheckIns.Where(c => c.EventId == id && c.SignUpId == null).SumAsync(c => c.People);
        return new EntranceList(
            id, of.Title, of.Place, of.From, of.Until, of.State, [.. rows.OrderBy(r => r.State).ThenBy(r => r.Units, StringComparer.Ordinal).ThenBy(r => r.Owner, StringComparer.Ordinal)], rows.Sum(r => r.Came ?? 0) + without, without);
    }

    /// <summary>Counts what phones noted: each once, however often it is sent, and a household once, whichever phones noted it.</summary>
    /// <exception cref="NotFoundException">There is no such event here.</exception>
    public async Task<IReadOnlyList<CheckInAnswer>> RecordAsync(Guid eventId, IReadOnlyCollection<NotedCheckIn> noted)
    {
        var of = NotFoundException.Check(await db.CommunityEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Id == eventId), eventId);
        var answers = new List<CheckInAnswer>();
        foreach (var one in noted.Take(MostAtOnce))
        {
            try
            {
                answers.Add(await RecordAsync(of, one));
            }
            catch (RuleViolation rule)
            {
                // One that cannot be is told to the phone; the others are people who came.
                db.ChangeTracker.Clear();
                answers.Add(new CheckInAnswer(one.RequestId, IsDone: false, Texts.Of(rule)));
            }
        }

        return answers;
    }

    /// <summary>Takes a check-in back that was a mistake.</summary>
    /// <exception cref="RuleViolation">The household has said already how it was.</exception>
    public async Task UndoAsync(Guid id)
    {
        var wrong = NotFoundException.Check(await db.EventCheckIns.Include(c => c.SignUp).FirstOrDefaultAsync(c => c.Id == id), id);
        if (wrong.SignUp?.Score is not null)
        {
            throw new RuleViolation("这一户已经评价过活动，签到不能撤销。");
        }

        db.Remove(wrong);
        await db.SaveChangesAsync();
    }

    private async Task<CheckInAnswer> RecordAsync(CommunityEvent of, NotedCheckIn one)
    {
        var signUp = one.SignUpId is { } id
            ? await db.EventSignUps.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.EventId == of.Id) ?? throw new RuleViolation("名单里没有这一户。")
            : null;
        if (await EarlierAsync(one) is { } earlier)
        {
            return earlier;
        }

        db.Add(new EventCheckIn(of, signUp, one.RequestId, one.People, one.Name, one.At, db.Current.UserName, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
            return await EarlierAsync(one) ?? throw new InvalidOperationException("The check-in that exists is not found.", error);
        }

        return new CheckInAnswer(one.RequestId, IsDone: true, null);
    }

    private async Task<CheckInAnswer?> EarlierAsync(NotedCheckIn one)
    {
        var earlier = await db.EventCheckIns.Where(c => c.RequestId == one.RequestId || (one.SignUpId != null && c.SignUpId == one.SignUpId)).Select(c => new { c.RequestId, c.By }).ToListAsync();
        return earlier.Count == 0 ? null
            : new CheckInAnswer(one.RequestId, IsDone: true, earlier.Exists(e => e.RequestId == one.RequestId) ? null : Texts.Of("这一户已由 {0} 签到，只算一次。", earlier[0].By));
    }
}
