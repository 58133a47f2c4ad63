using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application.Companies;

/// <summary>Changes what a member of staff may do; it takes effect at the member's next click.</summary>
public sealed class StaffMembers(DeskDbContext db, TimeProvider clock)
{
    /// <param name="communityIds">The communities to be limited to; none means all.</param>
    /// <exception cref="RuleViolation">It would leave the company without a manager of all its communities.</exception>
    public async Task ChangeAsync(Guid membershipId, Role role, IReadOnlyCollection<Guid> communityIds)
    {
        var member = await FindAsync(membershipId);
        if (role != Role.Manager || communityIds.Count > 0)
        {
            await RequireAnotherManagerAsync(member);
        }

        member.ChangeRole(role);
        await StaffRules.LimitAsync(db, member, communityIds);
        await db.SaveChangesAsync();
    }

    /// <exception cref="RuleViolation">The member is the last manager of all communities.</exception>
    public async Task DisableAsync(Guid membershipId)
    {
        var member = await FindAsync(membershipId);
        await RequireAnotherManagerAsync(member);
        member.Disable(clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    public async Task EnableAsync(Guid membershipId)
    {
        var member = await FindAsync(membershipId);
        member.Enable();
        await db.SaveChangesAsync();
    }

    private async Task<Membership> FindAsync(Guid id)
    {
        StaffRules.RequireWholeCompany(db.Current);
        return NotFoundException.Check(await db.Memberships.Include(m => m.Communities).FirstOrDefaultAsync(m => m.Id == id && m.OwnerId == null), id);
    }

    private async Task RequireAnotherManagerAsync(Membership member)
    {
        var others = await db.Memberships.AnyAsync(m => m.Id != member.Id && m.Role == Role.Manager && m.AllCommunities && m.DisabledAt == null);
        if (!others && member is { Role: Role.Manager, AllCommunities: true, DisabledAt: null })
        {
            throw new RuleViolation("公司至少要有一位负责全部小区的经理。");
        }
    }
}
