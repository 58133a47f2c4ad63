using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Surveys;

public enum SurveyState
{
    /// <summary>草稿: everything can still be changed.</summary>
    Draft,

    /// <summary>进行中: questions are fixed, answers come in.</summary>
    Open,

    /// <summary>已结束</summary>
    Closed,
}

/// <summary>What a draft says.</summary>
/// <param name="LowScore">Answers of this score or less to a question of scores are followed up; null for none.</param>
/// <param name="Until">Last day on which it can be answered.</param>
public sealed record SurveyPlan(string? Title, string? Intro, bool IsAnonymous, int? LowScore, DateOnly? Until, Audience Audience, IReadOnlyList<QuestionPlan> Questions);

/// <summary>A questionnaire (满意度问卷) for owners of a community.</summary>
public sealed class Survey : CommunityOwned
{
    public const int MostQuestions = 30;
    private const int LongestScore = 10;

    private readonly List<SurveyQuestion> _questions = [];

    private Survey()
    {
    }

    /// <exception cref="RuleViolation">Something is missing or contradicts itself.</exception>
    public Survey(Community community, SurveyPlan plan, string by, DateTimeOffset at)
        : base(community)
    {
        (By, At) = (by, at);
        Change(plan);
    }

    public string Title { get; private set; } = "";

    public string? Intro { get; private set; }

    /// <summary>Answers are kept without their owner, and without a time finer than the day.</summary>
    public bool IsAnonymous { get; private set; }

    public int? LowScore { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>The audience as it is stored.</summary>
    public string Terms { get; private set; } = "";

    public SurveyState State { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public string? OpenedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<SurveyQuestion> Questions => _questions;

    public Audience Audience => Audience.Of(Terms);

    /// <summary>Changes a draft; its questions are written anew.</summary>
    /// <returns>The questions that are no more.</returns>
    /// <exception cref="RuleViolation">It is open, or something is missing or contradicts itself.</exception>
    public IReadOnlyList<SurveyQuestion> Change(SurveyPlan plan)
    {
        RequireDraft();
        if (plan.Questions.Count is 0 or > MostQuestions)
        {
            throw new RuleViolation("问卷须有 1 到 {0} 个问题。", [MostQuestions], "Questions");
        }

        if (plan.LowScore is < 0 or > LongestScore)
        {
            throw new RuleViolation("低分线须在 0 到 10 之间。", field: "LowScore");
        }

        if (plan.LowScore is not null && plan.IsAnonymous)
        {
            throw new RuleViolation("匿名问卷不知道是谁打的低分，不能跟进；请去掉低分线或改为实名。", field: "LowScore");
        }

        (Title, Intro) = (Require.Text(plan.Title, "问卷标题", 80), Require.OptionalText(plan.Intro, "说明", 500));
        (IsAnonymous, LowScore, Until, Terms, Version) = (plan.IsAnonymous, plan.LowScore, plan.Until, plan.Audience.Checked().Terms, Guid.NewGuid());
        var old = _questions.ToList();
        _questions.Clear();
        _questions.AddRange(plan.Questions.Select((question, i) => new SurveyQuestion(this, i + 1, question)));
        return old;
    }

    /// <summary>From now on it is answered; nothing of it changes any more.</summary>
    /// <exception cref="RuleViolation">It is open already, or would be over at once.</exception>
    public void Open(string by, DateTimeOffset now, DateOnly today)
    {
        RequireDraft();
        if (Until < today)
        {
            throw new RuleViolation("截止日期已过，请先改截止日期。", field: "Until");
        }

        (State, OpenedAt, OpenedBy, Version) = (SurveyState.Open, now, by, Guid.NewGuid());
    }

    /// <exception cref="RuleViolation">It is not open.</exception>
    public void Close(DateTimeOffset now)
    {
        if (State != SurveyState.Open)
        {
            throw new RuleViolation("只有进行中的问卷可以结束。");
        }

        (State, ClosedAt, Version) = (SurveyState.Closed, now, Guid.NewGuid());
    }

    /// <exception cref="RuleViolation">It cannot be answered today.</exception>
    public void RequireOpen(DateOnly today)
    {
        if (State != SurveyState.Open || Until < today)
        {
            throw new RuleViolation("问卷已结束，谢谢您的关注。");
        }
    }

    private void RequireDraft()
    {
        if (State != SurveyState.Draft)
        {
            throw new RuleViolation("问卷已发出，不能再改。");
        }
    }
}
