using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Surveys;

namespace PropertyDesk.Application.Surveys;

/// <summary>A survey in a list.</summary>
public sealed record SurveyRow(Guid Id, string Title, string Community, SurveyState State, bool IsAnonymous, DateOnly? Until, DateTimeOffset At, int Asked, int Answered);

/// <summary>How often a value was chosen.</summary>
public sealed record ValueCount(string Value, int Count, decimal? Share);

/// <summary>What was answered to a question.</summary>
/// <param name="Mean">Of scores; null without one.</param>
/// <param name="Recommend">推荐净值 (NPS) of 0–10: share of 9 and 10 less the share of 0 to 6, in percent; null otherwise.</param>
/// <param name="Texts">Words, the newest day first.</param>
public sealed record QuestionResult(QuestionRow Question, int Answered, IReadOnlyList<ValueCount> Values, decimal? Mean, int? Recommend, IReadOnlyList<string> Texts);

/// <summary>The mean scores of a building.</summary>
public sealed record PlaceResult(string Place, int Answered, IReadOnlyList<decimal?> Means);

/// <summary>A survey with its results so far.</summary>
public sealed record SurveyDetails(
    Survey Survey, SurveyReading Reading, string AudienceText, int Asked, int Answered, IReadOnlyList<QuestionResult> Results, IReadOnlyList<PlaceResult> Places, int FollowUps)
{
    /// <summary>The answers are anonymous, and would tell by whom they are: it is open still, or they are few.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>A low score in a list.</summary>
public sealed record FollowUpRow(Guid Id, string Survey, Guid OwnerId, string Owner, string Question, int Score, DateTimeOffset At, string? Responsible, string? Outcome, string? DoneBy, DateTimeOffset? DoneAt);

/// <summary>Reads surveys and what was answered.</summary>
public sealed class SurveyQueries(DeskDbContext db, AudienceReader audiences)
{
    /// <summary>Fewer anonymous answers are shown to nobody: who knows the building knows who wrote them.</summary>
    public const int LeastAnonymous = 5;

    private const int MostTexts = 200;
    private const int Promoter = 9;
    private const int Detractor = 6;

    /// <summary>The newest first.</summary>
    public Task<Paged<SurveyRow>> ListAsync(int page = 1) => db.Surveys.OrderByDescending(s => s.At).ThenBy(s => s.Id).Select(s => new SurveyRow(
        s.Id, s.Title, db.Communities.Where(c => c.Id == s.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", s.State, s.IsAnonymous, s.Until, s.At,
        db.SurveyInvitations.Count(i => i.SurveyId == s.Id), db.SurveyAnswers.Count(a => a.SurveyId == s.Id))).ToPageAsync(page);

    /// <exception cref="NotFoundException">There is no such survey here.</exception>
    public async Task<SurveyDetails> FindAsync(Guid id)
    {
        var survey = NotFoundException.Check(await db.Surveys.AsNoTracking().Include(s => s.Questions).FirstOrDefaultAsync(s => s.Id == id), id);
        var reading = AnswerSurveys.Reading(survey, await db.Communities.Where(c => c.Id == survey.CommunityId).Select(c => c.Name).SingleAsync());
        var answers = await db.SurveyAnswers.Where(a => a.SurveyId == id).Select(a => new { a.Id, a.On, a.Place }).ToListAsync();
        if (IsHidden(survey, answers.Count))
        {
            return new SurveyDetails(survey, reading, await audiences.DescribeAsync(survey.Audience), await db.SurveyInvitations.CountAsync(i => i.SurveyId == id), answers.Count, [], [], 0) { IsHidden = true };
        }

        var replies = (await db.SurveyReplies.Where(r => db.SurveyAnswers.Any(a => a.SurveyId == id && a.Id == r.AnswerId)).Select(r => new { r.AnswerId, r.QuestionId, r.Choice, r.Text }).ToListAsync()).ToLookup(r => r.QuestionId);
        var days = answers.ToDictionary(a => a.Id, a => a.On);
        var results = reading.Questions.Select(q => Result(q, [.. replies[q.Id].OrderByDescending(r => days[r.AnswerId]).Select(r => new Reply(r.AnswerId, r.Choice, r.Text))])).ToList();
        var scores = reading.Questions.Where(IsScore).ToList();
        var places = survey.IsAnonymous || scores.Count == 0
            ? []
            : answers.Where(a => a.Place is not null).GroupBy(a => a.Place!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new PlaceResult(g.Key, g.Count(), [.. scores.Select(q => Scores.Mean([.. replies[q.Id].Where(r => g.Any(a => a.Id == r.AnswerId)).Select(r => r.Choice!.Value)], 2))])).ToList();
        return new SurveyDetails(
            survey, reading, await audiences.DescribeAsync(survey.Audience), await db.SurveyInvitations.CountAsync(i => i.SurveyId == id), answers.Count, results, places,
            await db.SurveyFollowUps.CountAsync(f => f.SurveyId == id && f.DoneAt == null));
    }

    /// <summary>What waits first, the oldest before; then what is done, the newest first.</summary>
    public Task<Paged<FollowUpRow>> FollowUpsAsync(int page = 1) => FollowUps(db.SurveyFollowUps.OrderBy(f => f.DoneAt != null).ThenBy(f => f.DoneAt == null ? f.At : (DateTimeOffset?)null).ThenByDescending(f => f.DoneAt)).ToPageAsync(page);

    /// <exception cref="NotFoundException">There is none such here.</exception>
    public async Task<FollowUpRow> FollowUpAsync(Guid id) => NotFoundException.Check(await FollowUps(db.SurveyFollowUps.Where(f => f.Id == id)).FirstOrDefaultAsync(), id);

    /// <summary>The figures, and every answer; of an anonymous survey without who gave it, in no order.</summary>
    /// <exception cref="RuleViolation">The answers are anonymous, and it is open still or they are too few.</exception>
    public async Task<IReadOnlyList<Sheet>> SheetsAsync(Guid id)
    {
        var details = await FindAsync(id);
        if (details.IsHidden)
        {
            throw new RuleViolation("匿名问卷结束后，且至少有 {0} 份回答，才能看结果。", [LeastAnonymous]);
        }

        var questions = details.Reading.Questions;
        var rows = await db.SurveyAnswers.AsNoTracking().Include(a => a.Replies).Where(a => a.SurveyId == id).OrderBy(a => a.Id)
            .Select(a => new { a.On, a.Place, Owner = a.Owner!.Name, a.Replies }).ToListAsync();
        IReadOnlyList<SheetHeading> who = details.Survey.IsAnonymous ? [] : [new(Texts.Of("日期")), new(Texts.Of("业主")), new(Texts.Of("楼栋"))];
        return
        [
            new(
                Texts.Of("汇总"), [new(Texts.Of("问题"), 40), new(Texts.Of("回答"), 24), new(Texts.Of("人数")), new(Texts.Of("占比"))],
                [.. details.Results.SelectMany(r => r.Values.Select(v => (IReadOnlyList<object?>)[r.Question.Text, v.Value, v.Count, new Share(v.Share)]))]),
            new(
                Texts.Of("明细"), [.. who, .. questions.Select(q => new SheetHeading(q.Text, 24))],
                [
                    .. rows.Select(r => (IReadOnlyList<object?>)
                    [
                        .. details.Survey.IsAnonymous ? Array.Empty<object?>() : [r.On, r.Owner, r.Place],
                        .. questions.Select(q => (object?)string.Join('；', r.Replies.Where(x => x.QuestionId == q.Id).OrderBy(x => x.Choice).Select(x => x.Text ?? Value(q, x.Choice!.Value)))),
                    ]),
                ]),
        ];
    }

    // While it is open, what one answer more changes would be that answer.
    private static bool IsHidden(Survey survey, int answers) => survey.IsAnonymous && survey.State != SurveyState.Draft && (survey.State == SurveyState.Open || answers < LeastAnonymous);

    private static bool IsScore(QuestionRow question) => question.Kind is QuestionKind.Score5 or QuestionKind.Score10;

    private static string Value(QuestionRow question, int choice) => IsScore(question) ? $"{choice}" : question.Options[choice];

    private static QuestionResult Result(QuestionRow question, IReadOnlyList<Reply> replies)
    {
        var people = replies.Select(r => r.AnswerId).Distinct().Count();
        if (question.Kind == QuestionKind.Text)
        {
            return new QuestionResult(question, people, [], null, null, [.. replies.Take(MostTexts).Select(r => r.Text ?? "")]);
        }

        var (low, high) = question.Kind switch { QuestionKind.Score5 => (1, 5), QuestionKind.Score10 => (0, 10), _ => (0, question.Options.Count - 1) };
        var counts = replies.GroupBy(r => r.Choice!.Value).ToDictionary(g => g.Key, g => g.Count());
        return new QuestionResult(
            question, people,
            [.. Enumerable.Range(low, high - low + 1).Select(v => new ValueCount(Value(question, v), counts.GetValueOrDefault(v), people == 0 ? null : (decimal)counts.GetValueOrDefault(v) / people))],
            IsScore(question) ? Scores.Mean([.. replies.Select(r => r.Choice!.Value)], 2) : null,
            question.Kind == QuestionKind.Score10 && people > 0
                ? (int)decimal.Round((replies.Count(r => r.Choice >= Promoter) - replies.Count(r => r.Choice <= Detractor)) * 100m / people, 0, MidpointRounding.AwayFromZero)
                : null,
            []);
    }

    private static IQueryable<FollowUpRow> FollowUps(IQueryable<SurveyFollowUp> rows) => rows.Select(f => new FollowUpRow(
        f.Id, f.Survey.Title, f.OwnerId, f.Owner.Name, f.Question, f.Score, f.At, f.Responsible, f.Outcome, f.DoneBy, f.DoneAt));

    private sealed record Reply(Guid AnswerId, int? Choice, string? Text);
}
