using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.Application.Dunning;

/// <summary>What one must know to talk with an owner about what is open.</summary>
/// <param name="ClaimedBy">Somebody else who has the owner on the phone right now.</param>
/// <param name="IsOnList">The owner is on the call list.</param>
/// <param name="Says">What to say, filled in.</param>
/// <param name="LateFee">违约金 to today, not billed yet.</param>
public sealed record OwnerArrears(
    OwnerDues Dues, IReadOnlyList<ArrearsBill> Bills, Money LateFee, string Says, int PromiseDays, bool IsOnList, DateOnly? CallOn, string? ClaimedBy,
    IReadOnlyList<PastContact> Contacts, IReadOnlyList<PromiseRow> Promises)
{
    public Money Overdue => Money.Sum(Bills.Where(b => b.DaysOverdue > 0).Select(b => b.Open));
}

/// <summary>An open bill, where it stands on the ladder, and why it is not dunned.</summary>
public sealed record ArrearsBill(
    Guid Id, string Number, BillingMonth Period, string Unit, DateOnly DueOn, int DaysOverdue, Money Open, DunningKind? Reached, DateOnly? ReachedOn, ArrearsReason? Reason, string? ReasonText, DunningPause? Pause);

/// <summary>Why the ladder passes a bill over.</summary>
public enum DunningPause
{
    /// <summary>已承诺付款</summary>
    Promised,

    /// <summary>有异议</summary>
    Disputed,

    /// <summary>诉讼或协商中</summary>
    Frozen,

    /// <summary>银行托收中</summary>
    WithBank,
}

/// <summary>Something that was said or sent: a talk, or a message, call task or letter of the ladder.</summary>
/// <param name="Kind">Of the ladder; null for a talk.</param>
/// <param name="Outcome">Of a talk.</param>
public sealed record PastContact(DateTimeOffset? At, DateOnly? Day, DunningKind? Kind, CallOutcome? Outcome, string? Note, string? By, DateOnly? Again);
