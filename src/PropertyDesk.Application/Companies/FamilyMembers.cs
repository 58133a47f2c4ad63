using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Companies;

/// <summary>Somebody whom an owner let in.</summary>
public sealed record FamilyMember(Guid Id, Guid OwnerId, string Name, Role Role, DateTimeOffset? Since);

/// <summary>A link to the family that nobody has used yet.</summary>
public sealed record FamilyInvitation(Guid Id, Guid OwnerId, string Name, Role Role, DateTimeOffset ExpiresAt);

/// <summary>An owner lets the family look at the own bills, or pay them too, each with a login of their own; and ends that again.</summary>
public sealed class FamilyMembers(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Of one owner record, those invited counted: a family, not a crowd.</summary>
    public const int Most = 10;

    /// <summary>Those of the login's own records.</summary>
    public async Task<IReadOnlyList<FamilyMember>> ListAsync() =>
        await Members().Where(m => m.DisabledAt == null).OrderBy(m => m.InvitedAs)
            .Select(m => new FamilyMember(m.Id, m.OwnerId!.Value, m.InvitedAs ?? "", m.Role, m.InvitedAt)).ToListAsync();

    public async Task<IReadOnlyList<FamilyInvitation>> InvitationsAsync()
    {
        var now = clock.GetUtcNow();
        return await Invitations().Where(i => i.ExpiresAt > now).OrderBy(i => i.ExpiresAt)
            .Select(i => new FamilyInvitation(i.Id, i.OwnerId!.Value, i.Name, i.Role, i.ExpiresAt)).ToListAsync();
    }

    /// <returns>The token for the link; the database keeps its hash only.</returns>
    /// <exception cref="NotFoundException">It is not an owner record of the login's own.</exception>
    /// <exception cref="RuleViolation">The name is missing, the role is not the family's, or there are too many already.</exception>
    public async Task<string> InviteAsync(Guid ownerId, Role role, string? name)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId && db.Current.IsOwnerIds.Contains(o.Id)), ownerId);
        var now = clock.GetUtcNow();
        var many = await Members().CountAsync(m => m.OwnerId == ownerId && m.DisabledAt == null) + await Invitations().CountAsync(i => i.OwnerId == ownerId && i.ExpiresAt > now);
        if (many >= Most)
        {
            throw new RuleViolation("最多可以有 {0} 位家人，请先取消不再需要的。", [Most]);
        }

        var token = InvitationToken.New();
        db.Add(Invitation.ForFamily(owner, role, name, InvitationToken.Hash(token), now));
        await db.SaveChangesAsync();
        return token;
    }

    /// <summary>Ends a member's access; it takes effect at the member's next click.</summary>
    /// <exception cref="NotFoundException">It is nobody of the login's own family.</exception>
    public async Task RevokeAsync(Guid membershipId)
    {
        var member = NotFoundException.Check(await Members().FirstOrDefaultAsync(m => m.Id == membershipId), membershipId);
        member.Disable(clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    /// <summary>Ends a link that nobody has used yet.</summary>
    /// <exception cref="NotFoundException">It is no open link of the login's own.</exception>
    public async Task WithdrawAsync(Guid invitationId)
    {
        db.Remove(NotFoundException.Check(await Invitations().FirstOrDefaultAsync(i => i.Id == invitationId), invitationId));
        await db.SaveChangesAsync();
    }

    /// <summary>Whom an owner lets see or pay the own bills: for the desk.</summary>
    public async Task<IReadOnlyList<FamilyMember>> OfOwnerAsync(Guid ownerId) =>
        await db.Memberships.Where(m => m.OwnerId == ownerId && m.Role != Role.Owner && m.DisabledAt == null).OrderBy(m => m.InvitedAs)
            .Select(m => new FamilyMember(m.Id, ownerId, m.InvitedAs ?? "", m.Role, m.InvitedAt)).ToListAsync();

    /// <summary>The desk ends a member's access, because the owner asked for it.</summary>
    /// <exception cref="NotFoundException">It is nobody of this owner's family.</exception>
    public async Task EndAsync(Guid ownerId, Guid membershipId)
    {
        var member = NotFoundException.Check(await db.Memberships.FirstOrDefaultAsync(m => m.Id == membershipId && m.OwnerId == ownerId && m.Role != Role.Owner), membershipId);
        member.Disable(clock.GetUtcNow());
        db.Tell(await db.Owners.SingleAsync(o => o.Id == ownerId), OwnerChangeKind.FamilyEnded, member.InvitedAs, null, clock);
        await db.SaveChangesAsync();
    }

    /// <summary>Ends the access of the whole family of an owner; the caller saves.</summary>
    internal async Task EndAllAsync(Guid ownerId)
    {
        var now = clock.GetUtcNow();
        foreach (var member in await db.Memberships.Where(m => m.OwnerId == ownerId && m.Role != Role.Owner && m.DisabledAt == null).ToListAsync())
        {
            member.Disable(now);
        }

        db.RemoveRange(await db.Invitations.Where(i => i.OwnerId == ownerId && i.Role != Role.Owner && i.AcceptedAt == null).ToListAsync());
    }

    private IQueryable<Membership> Members() => db.Memberships
        .Where(m => m.OwnerId != null && m.Role != Role.Owner && db.Current.IsOwnerIds.Contains(m.OwnerId.Value));

    private IQueryable<Invitation> Invitations() => db.Invitations
        .Where(i => i.OwnerId != null && i.Role != Role.Owner && i.AcceptedAt == null && db.Current.IsOwnerIds.Contains(i.OwnerId.Value));
}
