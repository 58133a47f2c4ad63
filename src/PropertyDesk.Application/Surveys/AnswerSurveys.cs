using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Surveys;

namespace PropertyDesk.Application.Surveys;

/// <summary>A survey in the owner's list.</summary>
/// <param name="Id">Of the invitation.</param>
public sealed record PortalSurveyRow(Guid Id, string Title, DateOnly? Until, bool IsAnonymous, DateOnly? AnsweredOn, bool IsOpen);

/// <summary>A question as it is asked.</summary>
public sealed record QuestionRow(Guid Id, int Place, QuestionKind Kind, string Text, IReadOnlyList<string> Options, bool IsRequired);

/// <summary>A survey as its readers see it.</summary>
public sealed record SurveyReading(string Title, string? Intro, bool IsAnonymous, DateOnly? Until, string Community, IReadOnlyList<QuestionRow> Questions);

/// <summary>What owners are asked on the portal, and their answers.</summary>
public sealed class AnswerSurveys(DeskDbContext db, TimeProvider clock)
{
    /// <summary>What waits first, then what was answered or is over.</summary>
    public async Task<IReadOnlyList<PortalSurveyRow>> ListAsync()
    {
        var (mine, today) = (db.Current.OwnerIds, db.Current.Today(clock));
        return await db.SurveyInvitations.Where(i => mine.Contains(i.OwnerId)).OrderBy(i => i.AnsweredOn != null).ThenByDescending(i => i.Survey.OpenedAt).ThenBy(i => i.Id).Take(50)
            .Select(i => new PortalSurveyRow(i.Id, i.Survey.Title, i.Survey.Until, i.Survey.IsAnonymous, i.AnsweredOn, i.Survey.State == SurveyState.Open && (i.Survey.Until == null || i.Survey.Until >= today))).ToListAsync();
    }

    /// <summary>How many wait for an answer.</summary>
    public async Task<int> WaitingAsync()
    {
        var (mine, today) = (db.Current.OwnerIds, db.Current.Today(clock));
        return await db.SurveyInvitations.CountAsync(i => mine.Contains(i.OwnerId) && i.AnsweredOn == null && i.Survey.State == SurveyState.Open && (i.Survey.Until == null || i.Survey.Until >= today));
    }

    /// <exception cref="NotFoundException">There is no such invitation, or it is somebody else's.</exception>
    /// <exception cref="RuleViolation">It is answered or over.</exception>
    public async Task<SurveyReading> FindAsync(Guid invitationId)
    {
        var invitation = await MineAsync(invitationId);
        var survey = await db.Surveys.AsNoTracking().Include(s => s.Questions).SingleAsync(s => s.Id == invitation.SurveyId);
        return Reading(survey, await db.Communities.Where(c => c.Id == survey.CommunityId).Select(c => c.Name).SingleAsync());
    }

    /// <summary>The answer, once.</summary>
    /// <exception cref="NotFoundException">There is no such invitation, or it is somebody else's.</exception>
    /// <exception cref="RuleViolation">It was answered, is over, or a reply does not fit its question.</exception>
    public async Task RunAsync(Guid invitationId, IReadOnlyCollection<GivenReply> replies)
    {
        var invitation = await MineAsync(invitationId);
        var survey = await db.Surveys.Include(s => s.Questions).SingleAsync(s => s.Id == invitation.SurveyId);
        var answer = invitation.Answer(survey, replies, db.Current.Today(clock));
        db.Add(answer);
        if (Lowest(survey, answer) is ({ } question, var score) && score <= survey.LowScore)
        {
            db.Add(new SurveyFollowUp(survey, answer, question, score, clock.GetUtcNow()));
        }

        await db.SaveOrRefuseAsync("您已经回答过这份问卷，谢谢！");
    }

    internal static SurveyReading Reading(Survey survey, string community) => new(
        survey.Title, survey.Intro, survey.IsAnonymous, survey.Until, community,
        [.. survey.Questions.OrderBy(q => q.Place).Select(q => new QuestionRow(q.Id, q.Place, q.Kind, q.Text, q.Lines, q.IsRequired))]);

    private static (SurveyQuestion? Question, int Score) Lowest(Survey survey, SurveyAnswer answer) => survey.Questions.Where(q => q.IsScore)
        .SelectMany(q => answer.Replies.Where(r => r.QuestionId == q.Id && r.Choice is not null).Select(r => ((SurveyQuestion?)q, r.Choice!.Value)))
        .OrderBy(s => s.Value).FirstOrDefault();

    private async Task<SurveyInvitation> MineAsync(Guid id)
    {
        var mine = db.Current.OwnerIds;
        return NotFoundException.Check(await db.SurveyInvitations.FirstOrDefaultAsync(i => i.Id == id && mine.Contains(i.OwnerId)), id);
    }
}
