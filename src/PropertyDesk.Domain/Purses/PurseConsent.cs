using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Purses;

/// <summary>An owner's written agreement that the own purses may pay bills of other classes, until it is taken back.</summary>
public sealed class PurseConsent : CommunityOwned
{
    private PurseConsent()
    {
    }

    /// <param name="round">How often the owner agreed, this time included: two clerks at once make one row.</param>
    /// <param name="evidence">What proves it: where the signed paper lies.</param>
    public PurseConsent(Owner owner, int round, string? evidence, Requester by)
        : base(owner)
    {
        (OwnerId, Round, Evidence) = (owner.Id, round, Require.Text(evidence, "业主同意的依据", 200));
        (RecordedById, RecordedBy, RecordedAt) = (by.Id, by.Name, by.At);
    }

    public Guid OwnerId { get; private set; }

    /// <summary>1, 2 … for each owner.</summary>
    public int Round { get; private set; }

    public string Evidence { get; private set; } = "";

    public Guid? RecordedById { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public string? EndedBy { get; private set; }

    /// <summary>Null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <exception cref="RuleViolation">It was ended already.</exception>
    public void End(Requester by)
    {
        if (EndedAt is not null)
        {
            throw new RuleViolation("这份同意已经撤销。");
        }

        (EndedBy, EndedAt) = (by.Name, by.At);
    }
}
