using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Purses;

/// <summary>A movement of a purse with what it paid, or took back.</summary>
public sealed record PurseMovement(PurseEntry Entry, IReadOnlyList<Allocation> Allocations);

/// <summary>
/// Prepaid money used to pay bills (预存款抵扣单): a numbered document of one owner, at the desk or when bills are published.
/// It is never changed; a red twin takes all of it back, once.
/// </summary>
public sealed class PurseUse : CommunityOwned
{
    private PurseUse()
    {
    }

    /// <param name="number">Of the community's book of purse documents.</param>
    /// <param name="requestId">Unique: one page, one document.</param>
    /// <param name="run">The publication that made it; null at the desk.</param>
    public PurseUse(Owner owner, int number, Guid requestId, Requester by, BillRun? run = null)
        : base(owner)
    {
        (OwnerId, OwnerName, Number, RequestId, BillRunId) = (owner.Id, owner.Name, number, requestId, run?.Id);
        (ById, By, At, On) = (by.Id, by.Name, by.At, by.Today);
    }

    public Guid OwnerId { get; private set; }

    public string OwnerName { get; private set; } = "";

    public int Number { get; private set; }

    /// <summary>What it paid; below zero on a red twin.</summary>
    public Money Amount { get; private set; }

    /// <summary>The document whose red twin this is.</summary>
    public Guid? ReversesId { get; private set; }

    public PurseUse? Reverses { get; private set; }

    public Guid? BillRunId { get; private set; }

    /// <summary>Why it was taken back; of a red twin.</summary>
    public string? Reason { get; private set; }

    public Guid RequestId { get; private set; }

    public Guid? ById { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>As printed, such as P-000012.</summary>
    public string Display => Receipt.Format(ReceiptBook.Purses, Number);

    /// <summary>Pays the lines of the plan from the purses.</summary>
    /// <exception cref="RuleViolation">There is nothing to pay, or a purse or a line does not give so much.</exception>
    public IReadOnlyList<PurseMovement> Pay(IReadOnlyCollection<Purse> purses, IReadOnlyCollection<PursePart> plan)
    {
        if (plan.Count == 0)
        {
            throw new RuleViolation("没有可以用预存款抵扣的账单。");
        }

        return
        [
            .. plan.GroupBy(part => part.Purse).Select(parts =>
            {
                var amount = Money.Sum(parts.Select(p => p.Amount));
                var entry = purses.First(p => p.Class == parts.Key).Move(PurseEntryKind.AppliedToBill, -amount, Id, On, At);
                Amount += amount;
                return new PurseMovement(entry, [.. parts.Select(p => Purse.Apply(entry, p.Line.Bill, p.Line.Line, p.Amount))]);
            }),
        ];
    }

    /// <summary>The red twin: bills are open again, and each purse holds what it held.</summary>
    /// <param name="used">The movements of the document, each with its purse, and its allocations with bill and line.</param>
    /// <exception cref="RuleViolation">It is itself a red twin, no reason is given, or a line was taken back by a red entry meanwhile.</exception>
    public static (PurseUse Red, IReadOnlyList<PurseMovement> Movements) TakeBack(
        Owner owner, PurseUse use, IReadOnlyCollection<PurseMovement> used, int number, string? reason, Guid requestId, Requester by)
    {
        if (use.ReversesId is not null)
        {
            throw new RuleViolation("红字抵扣单不能再冲销。");
        }

        var red = new PurseUse(owner, number, requestId, by) { ReversesId = use.Id, Amount = -use.Amount, Reason = Require.Text(reason, "撤销原因", 200) };
        return (red, [.. used.Select(red.TakeBack)]);
    }

    private PurseMovement TakeBack(PurseMovement used)
    {
        var entry = used.Entry.Purse.Move(PurseEntryKind.AppliedReversed, -used.Entry.Amount, Id, On, At);
        return new PurseMovement(entry, [.. used.Allocations.Select(paid => paid.BillLine.Paid >= paid.Amount
            ? Purse.Release(entry, paid.Bill, paid.BillLine, paid.Amount)
            : throw new RuleViolation("账单 {0} 的 {1} 已红冲，钱已退回预存款。", [paid.Bill.Number, paid.BillLine.ItemName]))]);
    }
}
