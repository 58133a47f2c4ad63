using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Reconciliation;

/// <summary>What a channel pays out of a closed day for a community: its money reached the bank, less the channel's fee.</summary>
public sealed class Settlement : CommunityOwned
{
    private Settlement()
    {
    }

    /// <param name="gross">Payments less refunds; below zero where more went back.</param>
    public Settlement(Community community, ReconciledDay day, Money gross, Money fee)
        : base(community) => (DayId, Gross, Fee) = (day.Id, gross, fee);

    public Guid DayId { get; private set; }

    public Money Gross { get; private set; }

    public Money Fee { get; private set; }

    public Money Net => Gross - Fee;
}
