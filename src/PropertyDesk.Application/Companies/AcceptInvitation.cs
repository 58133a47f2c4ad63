using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application.Companies;

/// <summary>An invitation as its link shows it.</summary>
/// <param name="SuggestedLogin">The owner's phone or e-mail as the desk knows it; empty for staff and family.</param>
/// <param name="IsOpen">False when it was used already or its time is over.</param>
public sealed record ShownInvitation(string CompanyName, string Name, Role Role, string SuggestedLogin, bool IsOpen);

/// <summary>
/// Turns an invitation into a membership. Works before any company is entered: the secret token names one invitation, and
/// that names the company.
/// </summary>
public sealed class AcceptInvitation(DeskDbContext db, UserManager<DeskUser> users, BillCodes billCodes, AfterJoining after, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No invitation has this token.</exception>
    public async Task<ShownInvitation> FindAsync(string? token)
    {
        var invitation = await LoadAsync(token);
        var company = await db.Companies.SingleAsync(c => c.Id == invitation.CompanyId);
        var isOpen = invitation.AcceptedAt is null && invitation.ExpiresAt >= clock.GetUtcNow();
        // The owner's own phone is for the owner alone, not for whoever is let in by the owner.
        var suggested = isOpen && invitation.Role == Role.Owner ? invitation.Owner?.Phone ?? invitation.Owner?.Email ?? "" : "";
        return new ShownInvitation(company.Name, invitation.Name, invitation.Role, suggested, isOpen);
    }

    /// <summary>Makes a login and joins it.</summary>
    /// <returns>The user, and the company's slug.</returns>
    /// <exception cref="RuleViolation">The invitation is used or too old, the login is taken, or the password is too weak.</exception>
    public async Task<(DeskUser User, string Slug)> AsNewUserAsync(string? token, string login, string password)
    {
        var invitation = await LoadAsync(token);
        var user = new NewLogin(login, password, invitation.Name).ToUser();
        var slug = await JoinAsync(invitation, user);
        // One save, by the store of users, writes the login, the membership and the use of the invitation together.
        await SaveAsync(async () => NewLogin.OrRefuse(await users.CreateAsync(user, password)));
        await after.RunAsync(user, invitation);
        return (user, slug);
    }

    /// <summary>Joins a login that exists already.</summary>
    /// <returns>The company's slug.</returns>
    public async Task<string> AsUserAsync(string? token, DeskUser user)
    {
        var invitation = await LoadAsync(token);
        var slug = await JoinAsync(invitation, user);
        await SaveAsync(() => db.SaveChangesAsync());
        await after.RunAsync(user, invitation);
        return slug;
    }

    private async Task<Invitation> LoadAsync(string? token)
    {
        var hash = InvitationToken.Hash(token ?? "");
        // Past the filters: no company is entered yet; the hash of the secret matches one row at most.
        return NotFoundException.Check(await db.Invitations.AcrossCompanies().Include(i => i.Owner).SingleOrDefaultAsync(i => i.TokenHash == hash));
    }

    private async Task<string> JoinAsync(Invitation invitation, DeskUser user)
    {
        var company = await db.Companies.SingleAsync(c => c.Id == invitation.CompanyId);
        db.Current.EnterAsJob(company, invitation.Name);
        invitation.Accept(user.Id, clock.GetUtcNow());
        var member = await MemberAsync(invitation, user) ?? db.Add(New(invitation, company, user)).Entity;
        member.Enable();
        if (invitation.BillId is { } billId)
        {
            await billCodes.ClaimAsync(billId);
        }

        if (invitation.OwnerId is null)
        {
            member.ChangeRole(invitation.Role);
            await StaffRules.LimitAsync(db, member, [.. invitation.CommunityIds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)]);
        }

        return company.Slug;
    }

    // A link to the family never wakes a membership as owner; of the family's own, the last link says what it may.
    private async Task<Membership?> MemberAsync(Invitation invitation, DeskUser user)
    {
        var known = await db.Memberships.Include(m => m.Communities).Where(m => m.UserId == user.Id && m.OwnerId == invitation.OwnerId).ToListAsync();
        if (!invitation.Role.IsFamily())
        {
            return known.Find(m => !m.Role.IsFamily());
        }

        db.RemoveRange(known.Where(m => m.Role.IsFamily() && m.Role != invitation.Role));
        return known.Find(m => m.Role == invitation.Role);
    }

    private Membership New(Invitation invitation, Company company, DeskUser user) => invitation switch
    {
        { Owner: { } owner, Role: Role.Owner } => Membership.OfOwner(owner, user.Id),
        { Owner: { } owner } => Membership.OfFamily(owner, user.Id, invitation.Role, invitation.Name, clock.GetUtcNow()),
        _ => Membership.OfStaff(company, user.Id, invitation.Role),
    };

    private async Task SaveAsync(Func<Task> save)
    {
        try
        {
            await save();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("邀请链接已经使用过。");
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("这个手机号或邮箱已有账号，请先登录，再打开邀请链接。", field: "Input.Login");
        }
    }
}
