using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Reports;

/// <summary>A change of what is open of a bill: it was issued, something came off, or money came for it.</summary>
/// <param name="On">The day from which it counts.</param>
/// <param name="Fen">What is open goes up by so much.</param>
public readonly record struct BillMove(IssuedBill Bill, DateOnly On, long Fen);

/// <summary>A bill as it was issued: what of it never changes.</summary>
public sealed record IssuedBill(Guid Id, Guid CommunityId, Guid UnitId, BillingMonth Period, string Number, DateOnly IssuedOn, DateOnly? DueOn, Guid BuildingId, UnitKind UnitKind)
{
    public static IssuedBill Of(Bill bill) =>
        new(bill.Id, bill.CommunityId, bill.UnitId, bill.Period, bill.Number, bill.IssuedOn!.Value, bill.DueOn, bill.BuildingId, bill.UnitKind);

    /// <param name="on">The day of the document; it counts from the bill's own day at the earliest.</param>
    public BillMove Move(DateOnly on, long fen) => new(this, on < IssuedOn ? IssuedOn : on, fen);
}
