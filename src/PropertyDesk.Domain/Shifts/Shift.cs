using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Shifts;

/// <summary>
/// A cashier's shift at a community's desk (班次): opened with a float, handed over by counting, accepted by another person.
/// Cash is taken inside an open shift only. A cashier has one open shift in a community; the database sees to it.
/// </summary>
public sealed class Shift : CommunityOwned
{
    private Shift()
    {
    }

    /// <param name="opening">Cash in the till at the start.</param>
    public Shift(Community community, Guid cashierId, string cashierName, Money opening, DateTimeOffset now)
        : base(community)
    {
        (CashierId, CashierName, OpenedAt) = (cashierId, cashierName, now);
        Float = opening >= Money.Zero ? opening : throw new RuleViolation("备用金不能小于 0。", field: "Input.Float");
    }

    public Guid CashierId { get; private set; }

    public string CashierName { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    public Money Float { get; private set; }

    /// <summary>Empty while the shift is open, then its own id: makes "one open shift" a unique key.</summary>
    public Guid Slot { get; private set; }

    public ShiftState State { get; private set; }

    public DateTimeOffset? CountedAt { get; private set; }

    /// <summary>What must have been in the till.</summary>
    public Money Expected { get; private set; }

    /// <summary>What was in the till.</summary>
    public Money Counted { get; private set; }

    /// <summary>Pieces by denomination, as <see cref="CashCount"/> writes them.</summary>
    public string Pieces { get; private set; } = "";

    /// <summary>More (positive) or less than expected.</summary>
    public Money Difference => Counted - Expected;

    /// <summary>Why it differs.</summary>
    public string? Reason { get; private set; }

    /// <summary>Why somebody sent the last count back, and who; null where nobody did.</summary>
    public string? SentBackBecause { get; private set; }

    public string? SentBackBy { get; private set; }

    public Guid? AcceptedById { get; private set; }

    public string? AcceptedBy { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Ends the shift with the count of the till.</summary>
    /// <param name="reason">Needed where the count differs.</param>
    /// <exception cref="RuleViolation">Counted already, or a difference without a reason.</exception>
    public void HandOver(TillCount till, CashCount count, string? reason, DateTimeOffset now)
    {
        RequireOpen();
        (Expected, Counted, Pieces) = (till.Expected, count.Total, count.ToString());
        Reason = Require.OptionalText(reason, "差异原因", 200);
        if (!Difference.IsZero && Reason is null)
        {
            throw new RuleViolation("应有 {0}，实点 {1}，相差 {2}：请填写原因。", [Expected, Counted, Difference], "Input.Reason");
        }

        (State, CountedAt, Slot, Version) = (ShiftState.Counted, now, Id, Guid.NewGuid());
    }

    /// <summary>Another person takes the cash over; the difference is booked.</summary>
    public void Accept(Requester by)
    {
        if (State != ShiftState.Counted)
        {
            throw new RuleViolation("这个班次还没有点款，或已经验收。");
        }

        FourEyes.Require(CashierId, by.Id);
        (State, AcceptedById, AcceptedBy, AcceptedAt, Version) = (ShiftState.Accepted, by.Id, by.Name, by.At, Guid.NewGuid());
    }

    /// <summary>The count is not accepted: the shift is open again, and the cashier counts anew.</summary>
    /// <exception cref="RuleViolation">Not counted, accepted already, by the cashier, or without a reason.</exception>
    public void SendBack(string? because, Requester by)
    {
        if (State != ShiftState.Counted)
        {
            throw new RuleViolation("这个班次还没有点款，或已经验收。");
        }

        FourEyes.Require(CashierId, by.Id);
        (SentBackBecause, SentBackBy) = (Require.Text(because, "退回原因", 200, "Because"), by.Name);
        (Expected, Counted, Pieces, Reason, CountedAt) = (Money.Zero, Money.Zero, "", null, null);
        (State, Slot, Version) = (ShiftState.Open, Guid.Empty, Guid.NewGuid());
    }

    /// <exception cref="RuleViolation">It was counted.</exception>
    public void RequireOpen()
    {
        if (State != ShiftState.Open)
        {
            throw new RuleViolation("这个班次已经点款交班。");
        }
    }
}

public enum ShiftState
{
    /// <summary>当班</summary>
    Open,

    /// <summary>已点款，待验收</summary>
    Counted,

    /// <summary>已验收</summary>
    Accepted,
}
