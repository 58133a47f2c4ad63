using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Surveys;

namespace PropertyDesk.Web.Demo;

/// <summary>A survey that is out, some answers to it, and the low scores among them.</summary>
internal static class DemoSurveys
{
    private const int Answers = 40;
    private static readonly int[] Scores = [5, 4, 4, 5, 3, 5, 4, 2, 5, 4];

    public static async Task AskAsync(IServiceProvider scope, DeskDbContext db, Guid communityId, DateOnly today)
    {
        db.ChangeTracker.Clear();
        var plan = new SurveyPlan("2026 年度满意度调查", "请花一分钟说说您的感受，我们据此安排明年的工作。", IsAnonymous: false, LowScore: 2, today.AddDays(20), Audience.Everybody,
        [
            new(QuestionKind.Score5, "对物业服务总体满意吗", null, IsRequired: true), new(QuestionKind.Score10, "愿意向朋友推荐本小区吗", null, IsRequired: false),
            new(QuestionKind.Multiple, "哪些方面做得好", "保洁\n保安\n维修\n绿化\n客服", IsRequired: false), new(QuestionKind.Text, "最希望改进什么", null, IsRequired: false),
        ]);
        var id = await scope.GetRequiredService<WriteSurveys>().DraftAsync(communityId, plan);
        await scope.GetRequiredService<RunSurveys>().OpenAsync(id);
        db.ChangeTracker.Clear();
        var survey = await db.Surveys.Include(s => s.Questions).SingleAsync(s => s.Id == id);
        var questions = survey.Questions.OrderBy(q => q.Place).ToList();
        var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var (i, invitation) in (await db.SurveyInvitations.Where(x => x.SurveyId == id).OrderBy(x => x.Id).Take(Answers).ToListAsync()).Index())
        {
            var score = Scores[i % Scores.Length];
            var answer = invitation.Answer(
                survey, [new(questions[0].Id, [score], null), new(questions[1].Id, [score * 2], null), new(questions[2].Id, [i % 5, (i + 2) % 5], null), new(questions[3].Id, [], i % 7 == 0 ? "地库灯再亮一点" : null)], today);
            db.Add(answer);
            if (score <= survey.LowScore)
            {
                db.Add(new SurveyFollowUp(survey, answer, questions[0], score, now));
            }
        }

        await db.SaveChangesAsync();
    }
}
