using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.Application.Payments;

/// <summary>Which bills are owed: a draft is nobody's debt. And which of them may be paid now.</summary>
public static class OpenBills
{
    /// <summary>Bills that were published, paid or not.</summary>
    public static IQueryable<Bill> Published(this IQueryable<Bill> bills) => bills.Where(b => b.IssuedOn != null);

    /// <summary>Published bills that are not fully paid.</summary>
    public static IQueryable<Bill> Open(this IQueryable<Bill> bills) => bills.Published().Where(b => b.Outstanding.Fen > 0);

    /// <summary>
    /// Open bills that may be paid now. What the bank is asked to collect (托收) is held until it answers: whoever takes money,
    /// or offers to, reads these and not all that are open.
    /// </summary>
    public static IQueryable<Bill> Payable(this DeskDbContext db) => db.Bills.Open().Where(b => !db.DebitLineBills.Any(held => held.HeldBillId == b.Id));

    /// <summary>Refuses what would change bills that the bank is asked to collect.</summary>
    /// <exception cref="RuleViolation">One of them is held; the message names it.</exception>
    public static async Task RequireNotHeldAsync(this DeskDbContext db, IQueryable<Guid> bills, CancellationToken cancel = default)
    {
        if (await db.Bills.Where(b => bills.Contains(b.Id) && db.DebitLineBills.Any(held => held.HeldBillId == b.Id)).Select(b => b.Number).OrderBy(n => n).FirstOrDefaultAsync(cancel) is { } number)
        {
            throw Held(number);
        }
    }

    /// <summary>Refuses to take back lines of which a channel is asked to give the money back: it would go back twice.</summary>
    /// <exception cref="RuleViolation">The message names the bill.</exception>
    public static async Task RequireNotGoingBackAsync(this DeskDbContext db, IQueryable<Guid> bills, CancellationToken cancel = default)
    {
        var going = db.Refunds.Where(r => r.State == RefundState.Paying && r.ReversalOf != null);
        if (await db.Allocations.Where(a => bills.Contains(a.BillId) && going.Any(r => r.ReversalOf == a.PaymentId)).Select(a => a.Bill.Number).OrderBy(n => n).FirstOrDefaultAsync(cancel) is { } number)
        {
            throw new RuleViolation("账单 {0} 的收款正在由渠道原路退回，请等结果。", [number]);
        }
    }

    /// <summary>Why a bill in collection takes no money now.</summary>
    internal static RuleViolation Held(string number) => new("账单 {0} 正在银行托收，结果回来前不能另行收款或更正；还没有导出的批次可以先移出。", [number]);

    /// <summary>
    /// Holds the bills until the transaction ends: money and corrections come to the same bill one after the other, and what
    /// is read from here on is the last word.
    /// </summary>
    public static Task LockAsync(this IQueryable<Bill> bills, CancellationToken cancel = default) =>
        bills.ExecuteUpdateAsync(set => set.SetProperty(b => b.Version, b => b.Version), cancel);
}
