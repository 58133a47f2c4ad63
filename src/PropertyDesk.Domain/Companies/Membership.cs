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

    /// <summary>The owner record that this login speaks for; set exactly when the role is <see cref="Role.Owner"/>.</summary>
    public Guid? OwnerId { get; private set; }

    public Owner? Owner { get; private set; }

    /// <summary>True: all communities of the company, also those to come. False: those in <see cref="Communities"/>.</summary>
    public bool AllCommunities { get; private set; }

    public IReadOnlyList<MembershipCommunity> Communities => _communities;

    public DateTimeOffset? DisabledAt { get; private set; }

    public static Membership OfStaff(Company company, Guid userId, Role role) => role == Role.Owner
        ? throw new RuleViolation("业主账号只能由业主档案邀请开通。")
        : new Membership(company.Id, userId, role) { AllCommunities = true };

    public static Membership OfOwner(Owner owner, Guid userId) =>
        new(owner.CompanyId, userId, Role.Owner) { OwnerId = owner.Id };

    public void ChangeRole(Role role) =>
        Role = OwnerId is null && role != Role.Owner ? role : throw new RuleViolation("业主账号不能改为员工角色。");

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
