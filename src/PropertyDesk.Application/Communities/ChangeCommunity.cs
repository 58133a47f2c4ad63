using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Communities;

/// <summary>Adds a community, and changes its data and billing calendar.</summary>
public sealed class ChangeCommunity(DeskDbContext db)
{
    /// <summary>A community to be built up by page, without a workbook.</summary>
    /// <exception cref="RuleViolation">Another community has the name, or the member is limited to some communities.</exception>
    public async Task<Guid> AddAsync(string name, string? address, string? phone)
    {
        if (!db.Current.AllCommunities)
        {
            throw new RuleViolation("您只负责部分小区，不能新建小区。");
        }

        var community = new Community(await db.Companies.SingleAsync(c => c.Id == db.Current.Require()), name);
        community.Describe(name, address, phone);
        db.Add(community);
        await SaveAsync(community);
        return community.Id;
    }

    /// <exception cref="RuleViolation">A day lies outside its bounds, or another community has the name.</exception>
    public async Task RunAsync(Guid id, CommunitySettings settings)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == id), id);
        community.Describe(settings.Name, settings.Address, settings.Phone);
        community.SetBillingCalendar(settings.BillingDay, settings.DueDays);
        community.PrintReceiptsOn(settings.ReceiptPaper ?? community.ReceiptPaper);
        community.SetReadingAlarm(settings.ReadingAlarmTimes ?? community.ReadingAlarmTimes);
        await SaveAsync(community);
    }

    private async Task SaveAsync(Community community)
    {
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
