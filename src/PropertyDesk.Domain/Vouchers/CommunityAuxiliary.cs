using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Vouchers;

/// <summary>
/// What a community is called in the finance system's auxiliary accounting (辅助核算). A company that names one of its
/// communities there names all of them.
/// </summary>
public sealed class CommunityAuxiliary : CommunityOwned
{
    private CommunityAuxiliary()
    {
    }

    public CommunityAuxiliary(Community community, Subject subject)
        : base(community) => Change(subject);

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public void Change(Subject subject) => (Code, Name) = subject;
}
