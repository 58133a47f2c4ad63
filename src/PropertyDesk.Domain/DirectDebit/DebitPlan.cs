namespace PropertyDesk.Domain.DirectDebit;

/// <summary>Why a bill is not collected.</summary>
public enum LeftOutReason
{
    /// <summary>没有委托: the owner has none.</summary>
    NoMandate,

    /// <summary>委托不在有效期</summary>
    MandateNotValid,

    /// <summary>已在另一批次</summary>
    InAnotherBatch,

    /// <summary>正在线上支付</summary>
    PayingOnline,

    /// <summary>有异议</summary>
    Disputed,

    /// <summary>超过单次限额</summary>
    OverLimit,
}

/// <summary>An open bill that might be collected.</summary>
/// <param name="Obstacle">What speaks against it, whatever the mandate says.</param>
public sealed record DebitBill(Guid Id, string Number, BillingMonth Period, string Unit, Guid OwnerId, string OwnerName, DateOnly DueOn, Money Open, LeftOutReason? Obstacle = null);

/// <summary>What is collected from one account in one amount.</summary>
public sealed record DebitPart(Mandate Mandate, string OwnerName, IReadOnlyList<DebitBill> Bills)
{
    public Money Amount => Money.Sum(Bills.Select(b => b.Open));
}

/// <summary>A bill that stays outside.</summary>
public sealed record LeftOutBill(DebitBill Bill, LeftOutReason Reason);

/// <summary>
/// What a batch collects and what it leaves out: whole bills, the oldest first, within the mandate's limit. A bill that would
/// exceed the limit is left out, and those after it are tried.
/// </summary>
public sealed record DebitPlan(IReadOnlyList<DebitPart> Parts, IReadOnlyList<LeftOutBill> LeftOut)
{
    public LineSum Sum => LineSum.Of(Parts.Select(p => p.Amount));

    public static DebitPlan Of(IReadOnlyCollection<DebitBill> bills, IReadOnlyDictionary<Guid, Mandate> mandates, DateOnly today)
    {
        var (parts, left) = (new List<DebitPart>(), new List<LeftOutBill>());
        foreach (var owner in bills.GroupBy(b => b.OwnerId).OrderBy(o => o.First().Unit, StringComparer.Ordinal).ThenBy(o => o.Key))
        {
            if (mandates.GetValueOrDefault(owner.Key) is not { } mandate || !mandate.IsValidOn(today))
            {
                var reason = mandates.ContainsKey(owner.Key) ? LeftOutReason.MandateNotValid : LeftOutReason.NoMandate;
                left.AddRange(owner.Select(b => new LeftOutBill(b, reason)));
                continue;
            }

            var chosen = Choose(owner, mandate, left);
            if (chosen.Count > 0)
            {
                parts.Add(new DebitPart(mandate, chosen[0].OwnerName, chosen));
            }
        }

        return new DebitPlan(parts, left);
    }

    private static List<DebitBill> Choose(IEnumerable<DebitBill> bills, Mandate mandate, List<LeftOutBill> left)
    {
        var (chosen, sum) = (new List<DebitBill>(), Money.Zero);
        foreach (var bill in bills.OrderBy(b => b.DueOn).ThenBy(b => b.Number, StringComparer.Ordinal))
        {
            var reason = bill.Obstacle ?? (mandate.IsLimited && sum + bill.Open > mandate.Limit ? LeftOutReason.OverLimit : null);
            if (reason is { } known)
            {
                left.Add(new LeftOutBill(bill, known));
                continue;
            }

            chosen.Add(bill);
            sum += bill.Open;
        }

        return chosen;
    }
}
