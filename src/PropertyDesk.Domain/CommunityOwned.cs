using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain;

/// <summary>A row of one community. Staff who are limited to some communities see only the rows of those.</summary>
public abstract class CommunityOwned : CompanyOwned
{
    private protected CommunityOwned()
    {
    }

    private protected CommunityOwned(Community community)
        : base(community.CompanyId) => CommunityId = community.Id;

    private protected CommunityOwned(CommunityOwned parent)
        : base(parent.CompanyId) => CommunityId = parent.CommunityId;

    private protected CommunityOwned(CommunityOwned parent, Guid id)
        : base(parent.CompanyId, id) => CommunityId = parent.CommunityId;

    public Guid CommunityId { get; private set; }
}
