using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application.Companies;

/// <summary>Makes and withdraws invitations. Each method that invites returns the token for the link, which exists only then.</summary>
public sealed class Invitations(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Invites an owner to the portal. Earlier links of the same owner that nobody used end with it; those to the family stay.</summary>
    /// <returns>The token; the database keeps its hash only.</returns>
    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public async Task<string> InviteOwnerAsync(Guid ownerId)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        db.RemoveRange(await db.Invitations.Where(i => i.OwnerId == ownerId && i.Role == Role.Owner && i.AcceptedAt == null).ToListAsync());
        return await SaveAsync(hash => Invitation.ForOwner(owner, hash, clock.GetUtcNow()));
    }

    /// <summary>Invites a member of staff.</summary>
    /// <param name="communityIds">The communities to be limited to; none means all.</param>
    /// <exception cref="RuleViolation">The role is an owner's, the name is missing, or the inviter is limited to some communities.</exception>
    public async Task<string> InviteStaffAsync(Role role, string name, IReadOnlyCollection<Guid> communityIds)
    {
        StaffRules.RequireWholeCompany(db.Current);
        var company = await db.Companies.SingleAsync(c => c.Id == db.Current.Id);
        var communities = await StaffRules.CommunitiesAsync(db, communityIds);
        return await SaveAsync(hash => Invitation.ForStaff(company, role, name, communities.Select(c => c.Id), hash, clock.GetUtcNow()));
    }

    /// <summary>Ends a link that nobody has used yet.</summary>
    public async Task WithdrawAsync(Guid id)
    {
        StaffRules.RequireWholeCompany(db.Current);
        var invitation = NotFoundException.Check(await db.Invitations.FirstOrDefaultAsync(i => i.Id == id && i.OwnerId == null && i.AcceptedAt == null), id);
        db.Remove(invitation);
        await db.SaveChangesAsync();
    }

    private async Task<string> SaveAsync(Func<string, Invitation> make)
    {
        var token = InvitationToken.New();
        db.Add(make(InvitationToken.Hash(token)));
        await db.SaveChangesAsync();
        return token;
    }
}
