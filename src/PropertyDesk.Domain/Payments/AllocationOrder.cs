namespace PropertyDesk.Domain.Payments;

/// <summary>What a company's setting says about late fees.</summary>
public enum LateFeeOrder
{
    /// <summary>先本金: the principal of every bill before any late fee.</summary>
    PrincipalFirst,

    /// <summary>逐张账单先违约金后本金: bill by bill, its late fee before its principal.</summary>
    LateFeeFirstBillByBill,
}

/// <summary>A bill line that is still open.</summary>
/// <param name="Priority">Of the charge item; lower first.</param>
/// <param name="Chosen">The payer or the clerk chose this bill.</param>
/// <param name="IsLateFee">A late fee, not principal.</param>
/// <param name="MayBeWaived">A waiver of it was asked for and is not decided.</param>
public sealed record OpenLine(string BillNumber, DateOnly DueOn, int Priority, Money Open, bool Chosen = false, bool IsLateFee = false, bool MayBeWaived = false);

/// <summary>How an amount is applied.</summary>
/// <param name="Applied">For each line, in the order in which the lines were given.</param>
/// <param name="Left">What no line needed.</param>
public sealed record AllocationPlan(IReadOnlyList<Money> Applied, Money Left);

/// <summary>
/// Which lines a payment pays (核销): those of chosen bills first, then the oldest due date, then item priority, then bill
/// number (rules of the money, section 5). What may be waived yet is paid after the rest of them: what is paid cannot be waived.
/// </summary>
public static class AllocationOrder
{
    /// <exception cref="ArgumentException">The amount or an open line is negative: credits are not paid.</exception>
    public static AllocationPlan Plan(Money amount, IReadOnlyList<OpenLine> lines, LateFeeOrder order = LateFeeOrder.PrincipalFirst)
    {
        if (amount < Money.Zero || lines.Any(line => line.Open < Money.Zero))
        {
            throw new ArgumentException("Neither the amount nor an open line may be negative.", nameof(lines));
        }

        var applied = new Money[lines.Count];
        foreach (var i in Sorted(lines, order))
        {
            applied[i] = Money.Min(amount, lines[i].Open);
            amount -= applied[i];
        }

        return new AllocationPlan(applied, amount);
    }

    private static IEnumerable<int> Sorted(IReadOnlyList<OpenLine> lines, LateFeeOrder order)
    {
        var chosenFirst = Enumerable.Range(0, lines.Count).OrderByDescending(i => lines[i].Chosen).ThenBy(i => lines[i].MayBeWaived);
        if (order == LateFeeOrder.PrincipalFirst)
        {
            return chosenFirst
                .ThenBy(i => lines[i].IsLateFee)
                .ThenBy(i => lines[i].DueOn)
                .ThenBy(i => lines[i].Priority)
                .ThenBy(i => lines[i].BillNumber, StringComparer.Ordinal);
        }

        // Bill by bill: the bill stands where its most urgent item would.
        var urgency = lines.GroupBy(line => line.BillNumber, StringComparer.Ordinal)
            .ToDictionary(bill => bill.Key, bill => bill.Min(line => line.Priority), StringComparer.Ordinal);
        return chosenFirst
            .ThenBy(i => lines[i].DueOn)
            .ThenBy(i => urgency[lines[i].BillNumber])
            .ThenBy(i => lines[i].BillNumber, StringComparer.Ordinal)
            .ThenByDescending(i => lines[i].IsLateFee)
            .ThenBy(i => lines[i].Priority);
    }
}
