using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application.Companies;

/// <summary>What holds for every change of staff.</summary>
internal static class StaffRules
{
    /// <summary>Whoever is limited to some communities could otherwise give away, or take, what lies outside them.</summary>
    public static void RequireWholeCompany(CurrentCompany current)
    {
        if (!current.AllCommunities)
        {
            throw new RuleViolation("只有负责全部小区的经理才能管理员工。");
        }
    }

    /// <summary>Limits the member to these communities; none means all.</summary>
    public static async Task LimitAsync(DeskDbContext db, Membership member, IReadOnlyCollection<Guid> ids)
    {
        var communities = await CommunitiesAsync(db, ids);
        // Deleted here: taking a row out of the list alone would leave it without its member, which the database refuses.
        db.RemoveRange(member.Communities.Where(c => !ids.Contains(c.CommunityId)));
        member.LimitTo(communities);
    }

    /// <summary>The communities with these ids, each of this company.</summary>
    public static async Task<List<Community>> CommunitiesAsync(DeskDbContext db, IReadOnlyCollection<Guid> ids)
    {
        var communities = await db.Communities.Where(c => ids.Contains(c.Id)).ToListAsync();
        return communities.Count == ids.Distinct().Count() ? communities : throw new NotFoundException(nameof(Community));
    }
}
