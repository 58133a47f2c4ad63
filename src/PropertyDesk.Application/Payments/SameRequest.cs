using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>A request that comes a second time gets the first answer, unless it says something else.</summary>
internal static class SameRequest
{
    /// <param name="prepaidInto">The purse that the earlier payment went into as a whole; null where it paid bills.</param>
    /// <exception cref="RuleViolation">The request id was used for another content; the message names the field.</exception>
    public static PaymentTaken Check(PaymentRequest request, Receipt receipt, PurseClass? prepaidInto)
    {
        if (Difference(request, receipt.Payment, prepaidInto) is not var (name, field))
        {
            return new PaymentTaken(receipt.PaymentId, receipt.Id, receipt.Display);
        }

        throw new RuleViolation("这次提交已开出收据 {0}，但{1}与那次不同，请重新打开收款页。", [receipt.Display, name], field);
    }

    private static (string Name, string Field)? Difference(PaymentRequest request, Payment payment, PurseClass? prepaidInto)
    {
        if (request.Into is { } into && into != prepaidInto)
        {
            return ("预存类别", "Into");
        }

        if (payment.OwnerId != request.OwnerId)
        {
            return ("业主", "OwnerId");
        }

        if (payment.Amount != request.Amount)
        {
            return ("金额", "Amount");
        }

        var taken = payment.Tenders.OrderBy(t => t.Position).ToList();
        if (!taken.Select(t => (t.Method, t.Amount)).SequenceEqual(request.Tenders.Select(t => (t.Method, t.Amount))))
        {
            return ("收款方式", "Method");
        }

        if (!taken.Select(t => t.Reference ?? "").SequenceEqual(request.Tenders.Select(t => t.Reference?.Trim() ?? ""), StringComparer.Ordinal))
        {
            return ("银行流水号", "Reference");
        }

        return SameBills(request.BillIds, payment) ? null : ("所选账单", "BillIds");
    }

    // The choice itself is not kept, but its trace is: money goes to the chosen bills until they are paid.
    private static bool SameBills(IReadOnlyCollection<Guid> chosen, Payment payment)
    {
        var paid = payment.Allocations.Select(a => a.BillId).ToHashSet();
        return chosen.Count == 0 || paid.IsSubsetOf(chosen) || chosen.All(paid.Contains);
    }
}
