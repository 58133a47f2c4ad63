using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Billing;

/// <summary>What one payer owes for one unit and month. Names are frozen as they were when the bill was made.</summary>
public sealed class Bill : CommunityOwned
{
    private readonly List<BillLine> _lines = [];

    private Bill()
    {
    }

    /// <param name="sequence">Place of the bill in its run, from 1: makes its number.</param>
    public Bill(BillRun run, Unit unit, Owner payer, int sequence)
        : base(run)
    {
        (BillRunId, UnitId, OwnerId, Period) = (run.Id, unit.Id, payer.Id, run.Period);
        (UnitCode, OwnerName) = (unit.Code, payer.Name);
        Number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{run.Period.Number}-{sequence:00000}");
    }

    public Guid BillRunId { get; private set; }

    public BillRun BillRun { get; private set; } = null!;

    public Guid UnitId { get; private set; }

    public Unit Unit { get; private set; } = null!;

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public BillingMonth Period { get; private set; }

    public string UnitCode { get; private set; } = "";

    public string OwnerName { get; private set; } = "";

    /// <summary>Unique in the community, gap-free within a run, such as 202505-00042.</summary>
    public string Number { get; private set; } = "";

    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Last day on which a payment is in time.</summary>
    public DateOnly? DueOn { get; private set; }

    public Money Total { get; private set; }

    /// <summary>Sum of the allocations; kept equal by <see cref="BillLine.Apply"/> and checked against the replay.</summary>
    public Money Paid { get; private set; }

    public Money Outstanding => Total - Paid;

    public IReadOnlyList<BillLine> Lines => _lines;

    /// <summary>Changes with every change, so that two clerks cannot book one bill at once.</summary>
    public Guid Version { get; private set; }

    /// <summary>Adds a computed line while the bill is a draft in memory.</summary>
    public void Add(BillLine line)
    {
        _lines.Add(line);
        Total += line.Amount;
    }

    /// <summary>Books money onto one line; refuses more than is open.</summary>
    public void Apply(BillLine line, Money amount)
    {
        line.Apply(amount);
        Paid += amount;
        Version = Guid.NewGuid();
    }
}
