using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Surveys;

internal static class SurveySaving
{
    /// <exception cref="RuleViolation">Somebody else changed the row since it was read, or was quicker.</exception>
    public static async Task SaveSurveyAsync(this DeskDbContext db, string refusal = "问卷刚被他人更改，请刷新后再试。")
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
            throw new RuleViolation(refusal);
        }
    }
}
