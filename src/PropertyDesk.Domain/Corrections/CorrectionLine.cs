using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Domain.Corrections;

/// <summary>A bill line that a request wants to correct.</summary>
public sealed class CorrectionLine : CommunityOwned
{
    private CorrectionLine()
    {
    }

    internal CorrectionLine(CorrectionRequest request, BillLine line, decimal? share, Money amount)
        : base(request)
    {
        (CorrectionRequestId, BillLineId, BillLine) = (request.Id, line.Id, line);
        (Share, Amount) = (share, amount);
    }

    public Guid CorrectionRequestId { get; private set; }

    public Guid BillLineId { get; private set; }

    public BillLine BillLine { get; private set; } = null!;

    /// <summary>Share of what is open that is waived, such as 0.30; null for an agreed amount and for a red entry.</summary>
    public decimal? Share { get; private set; }

    /// <summary>What it came to when it was asked for; for a share it is computed anew when it is approved.</summary>
    public Money Amount { get; private set; }
}
