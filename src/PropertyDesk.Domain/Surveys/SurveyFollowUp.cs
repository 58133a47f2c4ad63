using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Surveys;

/// <summary>A low score that somebody looks after (低分跟进).</summary>
public sealed class SurveyFollowUp : CommunityOwned
{
    private SurveyFollowUp()
    {
    }

    /// <param name="question">The question with the lowest score of the answer.</param>
    public SurveyFollowUp(Survey survey, SurveyAnswer answer, SurveyQuestion question, int score, DateTimeOffset at)
        : base(survey)
    {
        (SurveyId, AnswerId, OwnerId) = (survey.Id, answer.Id, answer.OwnerId ?? throw new InvalidOperationException("Nobody follows up an anonymous answer."));
        (Question, Score, At, Version) = (question.Text, score, at, Guid.NewGuid());
    }

    public Guid SurveyId { get; private set; }

    public Survey Survey { get; private set; } = null!;

    /// <summary>Unique.</summary>
    public Guid AnswerId { get; private set; }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public string Question { get; private set; } = "";

    public int Score { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Who looks after it; null: nobody yet.</summary>
    public string? Responsible { get; private set; }

    public string? Outcome { get; private set; }

    public string? DoneBy { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public Guid Version { get; private set; }

    /// <exception cref="RuleViolation">It is done.</exception>
    public void Take(string responsible)
    {
        RequireOpen();
        (Responsible, Version) = (Require.Text(responsible, "负责人", 60), Guid.NewGuid());
    }

    /// <exception cref="RuleViolation">It is done, or nothing is said.</exception>
    public void Finish(string? outcome, string by, DateTimeOffset at)
    {
        RequireOpen();
        (Outcome, DoneBy, DoneAt, Responsible, Version) = (Require.Text(outcome, "处理结果", 500), by, at, Responsible ?? by, Guid.NewGuid());
    }

    private void RequireOpen()
    {
        if (DoneAt is not null)
        {
            throw new RuleViolation("已由 {0} 处理完。", [DoneBy!]);
        }
    }
}
