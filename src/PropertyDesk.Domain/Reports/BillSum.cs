using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Reports;

/// <summary>
/// What happened to bills, summed up for the reports: who asks for 36 months of a hundred thousand units cannot wait for
/// every line of them. Derived from bills, credits, allocations and the ledger, in the same transaction as these; the audit
/// compares it with them, and it can be made anew from them at any time.
/// </summary>
public sealed class BillSum : CommunityOwned
{
    private BillSum()
    {
    }

    /// <summary>What an act did to a bill on a day, nothing yet.</summary>
    /// <param name="chargeItemId">Null for what the ledger has and what is counted, which know bills, not items.</param>
    /// <param name="on">The day from which it counts: never before the bill itself does.</param>
    public BillSum(Bill bill, Guid? chargeItemId, DateOnly on)
        : base(bill)
    {
        (BuildingId, UnitKind, ChargeItemId, Period, DueOn) = (bill.BuildingId, bill.UnitKind, chargeItemId, bill.Period, bill.DueOn);
        On = bill.IssuedOn > on ? bill.IssuedOn.Value : on;
    }

    /// <summary>The same of bills that are not at hand; its day is a bill's day already.</summary>
    public BillSum(Community community, Guid buildingId, UnitKind unitKind, Guid? chargeItemId, BillingMonth period, DateOnly? dueOn, DateOnly on)
        : base(community) => (BuildingId, UnitKind, ChargeItemId, Period, DueOn, On) = (buildingId, unitKind, chargeItemId, period, dueOn, on);

    /// <summary>What is counted of a unit's month changes, nothing yet.</summary>
    /// <param name="of">Anything of the unit's community.</param>
    public BillSum(CommunityOwned of, UnitMonthChange change)
        : base(of) => (BuildingId, UnitKind, Period, DueOn, On) = (change.Bill.BuildingId, change.Bill.UnitKind, change.Bill.Period, change.Bill.DueOn, change.On);

    private BillSum(SumGrain grain, BillSum part, Guid id)
        : base(part, id)
    {
        (Grain, Period, DueOn, On) = (grain, part.Period, part.DueOn, OnOf(grain, part));
        (BuildingId, UnitKind, ChargeItemId) = grain == SumGrain.CommunityDay ? (null, null, null) : (part.BuildingId, part.UnitKind, part.ChargeItemId);
    }

    public SumGrain Grain { get; private set; }

    /// <summary>With kind and item null in the sum of a whole community; the item alone in what the ledger has and what is counted.</summary>
    public Guid? BuildingId { get; private set; }

    public UnitKind? UnitKind { get; private set; }

    public Guid? ChargeItemId { get; private set; }

    /// <summary>The month of the bills.</summary>
    public BillingMonth Period { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>The day on which it happened; of a calendar month, its first.</summary>
    public DateOnly On { get; private set; }

    public Money Billed { get; private set; }

    /// <summary>红冲</summary>
    public Money Red { get; private set; }

    public Money Waived { get; private set; }

    public Money Collected { get; private set; }

    /// <summary>What the ledger's receivable went up by: the other side of every identity.</summary>
    public Money Posted { get; private set; }

    /// <summary>Bills of which something is open: how many more.</summary>
    public int OpenBills { get; private set; }

    /// <summary>Units that were billed for the month: how many more.</summary>
    public int Households { get; private set; }

    /// <summary>Of which nothing is open any more.</summary>
    public int HouseholdsPaid { get; private set; }

    public bool IsNothing => Billed.IsZero && Red.IsZero && Waived.IsZero && Collected.IsZero && Posted.IsZero && (OpenBills, Households, HouseholdsPaid) == (0, 0, 0);

    /// <summary>The key of the sum that a part belongs to: the same for the same grain, place, item, months and day.</summary>
    public static Guid KeyOf(SumGrain grain, BillSum part)
    {
        var place = grain == SumGrain.CommunityDay ? "" : string.Create(CultureInfo.InvariantCulture, $"{part.BuildingId}|{part.UnitKind}|{part.ChargeItemId}");
        var text = string.Create(CultureInfo.InvariantCulture, $"{grain}|{part.CommunityId}|{place}|{part.Period.Number}|{part.DueOn?.DayNumber}|{OnOf(grain, part).DayNumber}");
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    /// <summary>The sum that a part belongs to, nothing yet.</summary>
    public static BillSum For(SumGrain grain, BillSum part) => new(grain, part, KeyOf(grain, part));

    /// <returns>The same sum, with so much more of each.</returns>
    public BillSum Plus(Money billed = default, Money red = default, Money waived = default, Money collected = default, Money posted = default)
    {
        (Billed, Red, Waived, Collected, Posted) = (Billed + billed, Red + red, Waived + waived, Collected + collected, Posted + posted);
        return this;
    }

    public BillSum Plus(BillSum part) => Plus(part.Billed, part.Red, part.Waived, part.Collected, part.Posted).Count(part.OpenBills, part.Households, part.HouseholdsPaid);

    /// <returns>The same sum, with so many more of each.</returns>
    public BillSum Count(int openBills, int households, int householdsPaid)
    {
        (OpenBills, Households, HouseholdsPaid) = (OpenBills + openBills, Households + households, HouseholdsPaid + householdsPaid);
        return this;
    }

    private static DateOnly OnOf(SumGrain grain, BillSum part) => grain == SumGrain.Month ? new DateOnly(part.On.Year, part.On.Month, 1) : part.On;
}
