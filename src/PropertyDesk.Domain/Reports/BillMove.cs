using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Reports;

/// <summary>A change of what is open of a bill: it was issued, something came off, or money came for it.</summary>
public sealed class BillMove
{
    public BillMove()
    {
    }

    /// <param name="on">The day of the document; it counts from the bill's own day at the earliest.</param>
    /// <param name="fen">What is open goes up by so much.</param>
    public BillMove(Bill bill, DateOnly on, long fen)
    {
        (BillId, UnitId, Number, Period, IssuedOn, DueOn) = (bill.Id, bill.UnitId, bill.Number, bill.Period, bill.IssuedOn, bill.DueOn);
        (CommunityId, BuildingId, UnitKind) = (bill.CommunityId, bill.BuildingId, bill.UnitKind);
        (On, Fen) = (on < bill.IssuedOn ? bill.IssuedOn : on, fen);
    }

    /// <summary>Something that happened to the bill after its issue.</summary>
    public BillMove(BillMove issue, DateOnly on, long fen)
    {
        (BillId, UnitId, Number, Period, IssuedOn, DueOn) = (issue.BillId, issue.UnitId, issue.Number, issue.Period, issue.IssuedOn, issue.DueOn);
        (CommunityId, BuildingId, UnitKind) = (issue.CommunityId, issue.BuildingId, issue.UnitKind);
        (On, Fen) = (on < issue.IssuedOn ? issue.IssuedOn : on, fen);
    }

    public Guid BillId { get; init; }

    public Guid UnitId { get; init; }

    public string Number { get; init; } = "";

    public BillingMonth Period { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public Guid CommunityId { get; init; }

    public Guid BuildingId { get; init; }

    public UnitKind UnitKind { get; init; }

    /// <summary>The day from which it counts.</summary>
    public DateOnly? On { get; init; }

    /// <summary>What is open goes up by so much.</summary>
    public long Fen { get; init; }
}
