using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Surveys;

namespace PropertyDesk.Application.Surveys;

/// <summary>Looks after low scores.</summary>
public sealed class FollowUps(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Whoever works makes it theirs.</summary>
    public async Task TakeAsync(Guid id)
    {
        (await FindAsync(id)).Take(db.Current.UserName);
        await db.SaveOrRefuseAsync(WriteSurveys.Changed);
    }

    /// <exception cref="RuleViolation">It is done, or nothing is said.</exception>
    public async Task FinishAsync(Guid id, string? outcome)
    {
        (await FindAsync(id)).Finish(outcome, db.Current.UserName, clock.GetUtcNow());
        await db.SaveOrRefuseAsync(WriteSurveys.Changed);
    }

    private async Task<SurveyFollowUp> FindAsync(Guid id) => NotFoundException.Check(await db.SurveyFollowUps.FirstOrDefaultAsync(f => f.Id == id), id);
}
