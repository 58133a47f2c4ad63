using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Surveys;

namespace PropertyDesk.Application.Surveys;

/// <summary>Writes drafts of surveys.</summary>
public sealed class WriteSurveys(DeskDbContext db, AudienceReader audiences, TimeProvider clock)
{
    /// <summary>Somebody else was quicker.</summary>
    internal const string Changed = "问卷刚被他人更改，请刷新后再试。";

    /// <exception cref="RuleViolation">Something is missing or contradicts itself.</exception>
    public async Task<Guid> DraftAsync(Guid communityId, SurveyPlan plan)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        await audiences.CheckAsync(communityId, plan.Audience);
        var survey = new Survey(community, plan, db.Current.UserName, clock.GetUtcNow());
        db.Add(survey);
        await db.SaveChangesAsync();
        return survey.Id;
    }

    /// <exception cref="RuleViolation">It is open already, or something is missing or contradicts itself.</exception>
    public async Task ChangeAsync(Guid id, SurveyPlan plan)
    {
        var survey = await FindAsync(id);
        await audiences.CheckAsync(survey.CommunityId, plan.Audience);
        db.RemoveRange(survey.Change(plan));
        await db.SaveOrRefuseAsync(WriteSurveys.Changed);
    }

    /// <summary>Throws a draft away.</summary>
    public async Task DiscardAsync(Guid id)
    {
        var survey = await FindAsync(id);
        if (survey.State != SurveyState.Draft)
        {
            throw new RuleViolation("问卷已发出，不能删除。");
        }

        db.RemoveRange(survey.Questions);
        db.Remove(survey);
        await db.SaveOrRefuseAsync(WriteSurveys.Changed);
    }

    private async Task<Survey> FindAsync(Guid id) => NotFoundException.Check(await db.Surveys.Include(s => s.Questions).FirstOrDefaultAsync(s => s.Id == id), id);
}
