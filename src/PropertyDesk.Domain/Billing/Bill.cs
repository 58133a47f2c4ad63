using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Billing;

/// <summary>What one payer owes for one unit and month. Names and place are frozen as they were when the bill was made.</summary>
public sealed class Bill : CommunityOwned
{
    private readonly List<BillLine> _lines = [];
    private readonly List<BillCredit> _credits = [];

    private Bill()
    {
    }

    /// <param name="sequence">Place of the bill in its run, from 1: makes its number.</param>
    public Bill(BillRun run, Unit unit, Owner payer, int sequence)
        : base(run)
    {
        (BillRunId, UnitId, OwnerId, Period) = (run.Id, unit.Id, payer.Id, run.Period);
        (UnitCode, BuildingId, UnitKind, OwnerName) = (unit.Code, unit.BuildingId, unit.Kind, payer.Name);
        (Number, Code) = (run.NumberOf(sequence), PrintedCode.New());
    }

    public Guid BillRunId { get; private set; }

    public BillRun BillRun { get; private set; } = null!;

    public Guid UnitId { get; private set; }

    public Unit Unit { get; private set; } = null!;

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public BillingMonth Period { get; private set; }

    public string UnitCode { get; private set; } = "";

    /// <summary>Where the unit stood; with <see cref="UnitKind"/>, the part of every report that the bill belongs to, whatever becomes of the unit.</summary>
    public Guid BuildingId { get; private set; }

    public UnitKind UnitKind { get; private set; }

    public string OwnerName { get; private set; } = "";

    /// <summary>Unique in the community, gap-free within a run, such as 202505-00042 or, in the month's second further run, 202505-S2-00001.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Printed on the bill: opens it without a login, together with what only the payer knows.</summary>
    public string Code { get; private set; } = "";

    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Last day on which a payment is in time.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>What was agreed on late payment when the bill was issued: a later change does not touch it. Zero: none is asked.</summary>
    public decimal LateFeeDailyRate { get; private set; }

    public int LateFeeGraceDays { get; private set; }

    public decimal? LateFeeCapShare { get; private set; }

    /// <summary>Null where no late fee is asked.</summary>
    public LateFeeTerms? LateFeeTerms => LateFeeDailyRate > 0 ? new LateFeeTerms(LateFeeDailyRate, LateFeeGraceDays, LateFeeCapShare) : null;

    public Money Total { get; private set; }

    /// <summary>Sum of the allocations; checked against the replay.</summary>
    public Money Paid { get; private set; }

    /// <summary>Sum of what came off: waivers, discounts, red entries; checked against the replay.</summary>
    public Money Credited { get; private set; }

    /// <summary>Total − credited − paid. Kept as a column, so that the database adds and finds it; a constraint keeps it true.</summary>
    public Money Outstanding { get; private set; }

    /// <summary>What the unit was billed for the month before; on the first bill of a unit, nothing on the others.</summary>
    public Money Before { get; private set; }

    /// <summary>
    /// How unusual the change against the month before is, for sorting: the change in yuan times its share of what was
    /// billed before; a unit that is new counts as if it had doubled.
    /// </summary>
    public long Unusualness { get; private set; }

    public IReadOnlyList<BillLine> Lines => _lines;

    public IReadOnlyList<BillCredit> Credits => _credits;

    /// <summary>Changes with every change, of this bill or of another of its household, so that two clerks cannot book one bill or count one household at once.</summary>
    public Guid Version { get; private set; }

    /// <summary>Notes the month before beside what the unit is billed now.</summary>
    /// <param name="now">Of all bills of the unit.</param>
    public void Compare(Money before, Money now)
    {
        var change = Math.Abs(now.Fen - before.Fen);
        (Before, Unusualness) = (before, (long)(change * (decimal)change / Math.Max(before.Fen, 100)));
    }

    /// <summary>Adds a computed line while the bill is a draft in memory.</summary>
    public void Add(BillLine line)
    {
        _lines.Add(line);
        Total += line.Amount;
        Outstanding += line.Amount;
    }

    /// <summary>Takes something off a line; refuses more than is open.</summary>
    /// <param name="off">The credit as a line with its working: below zero, unless it uses up a line below zero.</param>
    /// <param name="documentId">The approved request, if there is one.</param>
    /// <param name="on">From which day it counts; null in a draft, where the day of issue will.</param>
    public BillCredit Credit(BillLine line, BillCreditKind kind, CalculatedLine off, Guid? documentId = null, DateOnly? on = null)
    {
        var amount = -off.Amount;
        line.Credit(amount);
        Credited += amount;
        Outstanding -= amount;
        Version = Guid.NewGuid();
        var credit = new BillCredit(this, line, kind, amount, off.Working.ToJson(), documentId, on);
        _credits.Add(credit);
        return credit;
    }

    /// <summary>
    /// Sets lines below zero (an estimate that was too high, trued up) against the other lines of the bill, in order of
    /// priority. What none of them needs stays below zero and is given back when the bill is issued.
    /// </summary>
    public void SetOffLinesBelowZero()
    {
        foreach (var below in _lines.Where(line => line.Outstanding < Money.Zero))
        {
            foreach (var line in _lines.Where(line => line.Outstanding > Money.Zero).OrderBy(line => line.Priority).ThenBy(line => line.Position))
            {
                var amount = Money.Min(line.Outstanding, -below.Outstanding);
                if (amount > Money.Zero)
                {
                    Credit(line, BillCreditKind.Offset, CalculatedLine.Of(new OffsetWorking(-amount, below.ItemName, line.ItemName)));
                    Credit(below, BillCreditKind.Offset, CalculatedLine.Of(new OffsetWorking(amount, below.ItemName, line.ItemName)));
                }
            }
        }
    }

    /// <summary>Books money onto one line; refuses more than is open.</summary>
    public void Apply(BillLine line, Money amount)
    {
        line.Apply(amount);
        Paid += amount;
        Outstanding -= amount;
        Version = Guid.NewGuid();
    }

    /// <summary>Takes booked money back off a line, for a red entry; refuses more than was booked.</summary>
    public void Release(BillLine line, Money amount)
    {
        line.Release(amount);
        Paid -= amount;
        Outstanding += amount;
        Version = Guid.NewGuid();
    }
}
