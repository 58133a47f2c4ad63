using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Communities;

/// <summary>Changes a community's data and billing calendar.</summary>
public sealed class ChangeCommunity(DeskDbContext db)
{
    /// <exception cref="RuleViolation">A day lies outside its bounds, or another community has the name.</exception>
    public async Task RunAsync(Guid id, CommunitySettings settings)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == id), id);
        community.Describe(settings.Name, settings.Address, settings.Phone);
        community.SetBillingCalendar(settings.BillingDay, settings.DueDays, settings.RemindDaysBefore, settings.RemindDaysAfter);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("已有名为“{0}”的小区。", [community.Name], "Name");
        }
    }
}
