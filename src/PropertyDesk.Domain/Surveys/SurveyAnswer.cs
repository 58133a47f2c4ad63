using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Surveys;

/// <summary>That an owner is asked, once for each occasion; and whether the owner has answered.</summary>
public sealed class SurveyInvitation : CommunityOwned
{
    private SurveyInvitation()
    {
    }

    /// <param name="occasion">What it is about: the same occasion asks an owner once.</param>
    /// <param name="place">The building of the owner; null where there is none.</param>
    public SurveyInvitation(Survey survey, Guid ownerId, string occasion, string? place, Delivery delivery)
        : base(survey) => (SurveyId, OwnerId, Occasion, Place, DeliveryId, Version) = (survey.Id, ownerId, Require.Text(occasion, "Occasion", 80), place, delivery.Id, Guid.NewGuid());

    public Guid SurveyId { get; private set; }

    public Survey Survey { get; private set; } = null!;

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public string Occasion { get; private set; } = "";

    public string? Place { get; private set; }

    public Guid DeliveryId { get; private set; }

    public Delivery Delivery { get; private set; } = null!;

    /// <summary>The day of the answer.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>The owner answers; only once, by this row's version.</summary>
    /// <param name="survey">With its questions.</param>
    /// <exception cref="RuleViolation">It was answered, is over, or a reply does not fit its question.</exception>
    public SurveyAnswer Answer(Survey survey, IReadOnlyCollection<GivenReply> replies, DateOnly today)
    {
        survey.RequireOpen(today);
        if (AnsweredOn is not null)
        {
            throw new RuleViolation("您已经回答过这份问卷，谢谢！");
        }

        var answer = new SurveyAnswer(survey, survey.IsAnonymous ? null : this, replies, today);
        (AnsweredOn, Version) = (today, Guid.NewGuid());
        return answer;
    }
}

/// <summary>An answer. Of an anonymous survey it has no owner, no place, no day, and a random id.</summary>
public sealed class SurveyAnswer : CommunityOwned
{
    private readonly List<SurveyReply> _replies = [];

    private SurveyAnswer()
    {
    }

    private SurveyAnswer(Survey survey, SurveyAnswer anonymous)
        : base(survey, Guid.NewGuid()) => SurveyId = anonymous.InvitationId is null ? survey.Id : throw new InvalidOperationException("Its giver is known.");

    internal SurveyAnswer(Survey survey, SurveyInvitation? invitation, IReadOnlyCollection<GivenReply> replies, DateOnly on)
        : base(survey, Guid.NewGuid())
    {
        (SurveyId, InvitationId, OwnerId, Place, On) = (survey.Id, invitation?.Id, invitation?.OwnerId, invitation?.Place, invitation is null ? null : on);
        foreach (var question in survey.Questions.OrderBy(q => q.Place))
        {
            _replies.AddRange(question.Read(replies.FirstOrDefault(r => r.QuestionId == question.Id)).Select(r => new SurveyReply(this, question, r.Choice, r.Text)));
        }
    }

    public Guid SurveyId { get; private set; }

    /// <summary>Unique; null of an anonymous answer.</summary>
    public Guid? InvitationId { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Owner? Owner { get; private set; }

    public string? Place { get; private set; }

    /// <summary>The day it was given; null of an anonymous answer, whose invitation knows the same day.</summary>
    public DateOnly? On { get; private set; }

    public IReadOnlyList<SurveyReply> Replies => _replies;

    /// <summary>
    /// The same words in other rows: written in one go and another order, the rows of anonymous answers do not tell any more
    /// beside which invitations they were written.
    /// </summary>
    /// <param name="survey">With its questions.</param>
    public SurveyAnswer Anew(Survey survey)
    {
        var copy = new SurveyAnswer(survey, this);
        copy._replies.AddRange(_replies.Select(r => new SurveyReply(copy, survey.Questions.Single(q => q.Id == r.QuestionId), r.Choice, r.Text)));
        return copy;
    }
}

/// <summary>A value that was chosen, or the words that were written, at a question.</summary>
public sealed class SurveyReply : CommunityOwned
{
    private SurveyReply()
    {
    }

    internal SurveyReply(SurveyAnswer answer, SurveyQuestion question, int? choice, string? text)
        : base(answer, Guid.NewGuid()) => (AnswerId, QuestionId, Choice, Text) = (answer.Id, question.Id, choice, text);

    public Guid AnswerId { get; private set; }

    public Guid QuestionId { get; private set; }

    /// <summary>Place of the option from 0, or the score; null where words were asked for.</summary>
    public int? Choice { get; private set; }

    public string? Text { get; private set; }
}
