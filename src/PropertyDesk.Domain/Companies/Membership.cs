using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Companies;

/// <summary>One login in one company in one role; a person can have several.</summary>
public sealed class Membership : CompanyOwned
{
    private readonly List<MembershipCommunity> _communities = [];

    private Membership()
    {
    }

    private Membership(int companyId, Guid userId, Role role)
        : base(companyId) => (UserId, Role) = (userId, role);

    public Guid UserId { get; private set; }

    public Role Role { get; private set; }

    /// <summary>The owner record that this login sees; set exactly when the role is no staff's, which the database checks too.</summary>
    public Guid? OwnerId { get; private set; }

    public Owner? Owner { get; private set; }

    /// <summary>True: all communities of the company, also those to come. False: those in <see cref="Communities"/>.</summary>
    public bool AllCommunities { get; private set; }

    public IReadOnlyList<MembershipCommunity> Communities => _communities;

    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>For a family member: when the owner let them in. Null for everybody else.</summary>
    public DateTimeOffset? InvitedAt { get; private set; }

    /// <summary>For a family member: the name under which the owner let them in.</summary>
    public string? InvitedAs { get; private set; }

    public static Membership OfStaff(Company company, Guid userId, Role role) => role.IsStaff()
        ? new Membership(company.Id, userId, role) { AllCommunities = true }
        : throw new RuleViolation("业主账号只能由业主档案邀请开通。");

    public static Membership OfOwner(Owner owner, Guid userId) =>
        new(owner.CompanyId, userId, Role.Owner) { OwnerId = owner.Id };

    /// <summary>Somebody of the owner's family, with a login of their own.</summary>
    /// <param name="role">One of the family's: never more than the owner meant to give.</param>
    public static Membership OfFamily(Owner owner, Guid userId, Role role, string name, DateTimeOffset now) => role.IsFamily()
        ? new Membership(owner.CompanyId, userId, role) { OwnerId = owner.Id, InvitedAs = name, InvitedAt = now }
        : throw new RuleViolation("家人只能设为“只查看”或“可查看和缴费”。", field: "Role");

    public void ChangeRole(Role role) =>
        Role = OwnerId is null && role.IsStaff() ? role : throw new RuleViolation("业主账号不能改为员工角色。");

    /// <summary>Limits the member to these communities; none given means all.</summary>
    public void LimitTo(IReadOnlyCollection<Community> communities)
    {
        AllCommunities = communities.Count == 0;
        _communities.RemoveAll(c => communities.All(x => x.Id != c.CommunityId));
        _communities.AddRange(communities.Where(x => _communities.TrueForAll(c => c.CommunityId != x.Id))
            .Select(x => new MembershipCommunity(this, x)));
    }

    public void Disable(DateTimeOffset now) => DisabledAt ??= now;

    public void Enable() => DisabledAt = null;
}
