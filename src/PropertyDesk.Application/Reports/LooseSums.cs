using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>The sums of one act, collected from its rows: one for each place, item, month and day, however many rows there are.</summary>
internal sealed class LooseSums
{
    private readonly Dictionary<(Guid, Guid?, UnitKind?, Guid?, BillingMonth, DateOnly?, DateOnly), BillSum> _sums = [];

    /// <summary>Those that are not nothing, to be written in the act's transaction.</summary>
    public IReadOnlyList<BillSum> All => [.. _sums.Values.Where(s => !s.IsNothing)];

    public void Billed(Bill bill, IEnumerable<BillLine> lines)
    {
        foreach (var line in lines)
        {
            Of(new BillSum(bill, line.ChargeItemId, bill.IssuedOn!.Value)).Plus(billed: line.Amount);
        }
    }

    /// <summary>What came off; in a draft, nothing did yet.</summary>
    public void Credited(Bill bill, IEnumerable<BillCredit> credits)
    {
        foreach (var credit in credits.Where(c => c.On is not null))
        {
            var isRed = credit.Kind == BillCreditKind.RedEntry;
            Of(new BillSum(bill, credit.ChargeItemId, credit.On!.Value)).Plus(red: isRed ? credit.Amount : Money.Zero, waived: isRed ? Money.Zero : credit.Amount);
        }
    }

    public void Collected(Bill bill, Allocation allocation) => Of(new BillSum(bill, allocation.ChargeItemId, allocation.AppliedOn)).Plus(collected: allocation.Amount);

    /// <param name="on">The day from which it counts in the reports.</param>
    public void Posted(Bill bill, Money amount, DateOnly on) => Of(new BillSum(bill, null, on)).Plus(posted: amount);

    /// <summary>How what is counted of a unit's month went up and down by all that happened to its bills.</summary>
    /// <param name="emptySum">Makes the sum that a change belongs to, nothing yet.</param>
    /// <param name="sign">Minus one takes away what was counted before.</param>
    public void Counted(IEnumerable<BillMove> moves, Func<UnitMonthChange, BillSum> emptySum, int sign = 1)
    {
        foreach (var change in UnitMonth.Changes(moves))
        {
            Of(emptySum(change)).Count(sign * change.OpenBills, sign * change.Households, sign * change.HouseholdsPaid);
        }
    }

    private BillSum Of(BillSum made)
    {
        var key = (made.CommunityId, made.BuildingId, made.UnitKind, made.ChargeItemId, made.Period, made.DueOn, made.On);
        return _sums.TryGetValue(key, out var sum) ? sum : _sums[key] = made;
    }
}
