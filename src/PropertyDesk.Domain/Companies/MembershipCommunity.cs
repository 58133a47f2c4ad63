using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Companies;

/// <summary>A community that a limited member may work in.</summary>
public sealed class MembershipCommunity : CompanyOwned
{
    private MembershipCommunity()
    {
    }

    internal MembershipCommunity(Membership membership, Community community)
        : base(community.CompanyId) => (MembershipId, CommunityId) = (membership.Id, community.Id);

    public Guid MembershipId { get; private set; }

    public Guid CommunityId { get; private set; }
}
