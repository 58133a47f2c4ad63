using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Surveys;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A survey that is out, with a low score that waits, and one that is a draft.</summary>
internal static class BusySurveys
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var (services, db) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<DeskDbContext>());
        var community = await db.Communities.Select(c => c.Id).FirstAsync();
        var plan = new SurveyPlan("满意度", null, IsAnonymous: false, LowScore: 2, null, Audience.Everybody, [new(QuestionKind.Score5, "总体", null, IsRequired: true)]);
        var survey = await services.GetRequiredService<WriteSurveys>().DraftAsync(community, plan);
        await services.GetRequiredService<RunSurveys>().OpenAsync(survey);
        await services.GetRequiredService<WriteSurveys>().DraftAsync(community, plan);
        db.ChangeTracker.Clear();
        var (open, invitation) = (await db.Surveys.Include(s => s.Questions).SingleAsync(s => s.Id == survey), await db.SurveyInvitations.FirstAsync());
        var answer = invitation.Answer(open, [new GivenReply(open.Questions[0].Id, [1], null)], db.Current.Today(desk.Clock));
        db.AddRange(answer, new SurveyFollowUp(open, answer, open.Questions[0], 1, desk.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
    }
}
