namespace PropertyDesk.Domain.Charges;

/// <summary>What was agreed on late payment (违约金).</summary>
/// <param name="DailyRate">Share of the outstanding principal per day, such as 0.0005.</param>
/// <param name="GraceDays">Days after the due date that cost nothing.</param>
/// <param name="CapShare">The fee is never more than this share of the principal; null without cap.</param>
public sealed record LateFeeTerms(decimal DailyRate, int GraceDays = 0, decimal? CapShare = null);

/// <summary>A day after which less principal is outstanding (payment, waiver, red entry); negative when one is taken back.</summary>
public sealed record PrincipalReduction(DateOnly On, Money Amount);

/// <summary>
/// The late fee of one bill: simple, on principal only, Σ outstanding × daily rate × days, rounded once per bill
/// (rules of the money, section 4). The same question gives the same answer whenever it is asked.
/// </summary>
public static class LateFee
{
    /// <param name="principal">Of the bill, as issued.</param>
    /// <param name="reductions">In any order. The day of a payment still counts with what was owed before it.</param>
    /// <param name="freezes">Days that do not count (dispute, lawsuit); they may overlap.</param>
    /// <param name="until">Last day that counts: the day of payment, or the day asked for.</param>
    public static CalculatedLine Of(
        LateFeeTerms terms, Money principal, DateOnly dueOn, IReadOnlyList<PrincipalReduction> reductions, IReadOnlyList<DayRange> freezes, DateOnly until)
    {
        var first = dueOn.AddDays(terms.GraceDays + 1);
        var intervals = first > until ? [] : Intervals(new DayRange(first, until), principal, reductions, freezes);
        return CalculatedLine.Of(new LateFeeWorking(principal, dueOn, until, terms, intervals));
    }

    private static LateFeeInterval[] Intervals(
        DayRange late, Money principal, IReadOnlyList<PrincipalReduction> reductions, IReadOnlyList<DayRange> freezes)
    {
        var starts = reductions.Select(reduction => reduction.On.AddDays(1))
            .Concat(freezes.Select(freeze => freeze.From))
            .Concat(freezes.Select(freeze => freeze.To.AddDays(1)))
            .Where(day => day > late.From && day <= late.To)
            .Append(late.From)
            .Distinct()
            .Order()
            .ToArray();
        return
        [
            .. starts
                .Select((from, i) => new LateFeeInterval(
                    from,
                    i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : late.To,
                    principal - Money.Sum(reductions.Where(reduction => reduction.On < from).Select(reduction => reduction.Amount))))
                .Where(interval => interval.Outstanding > Money.Zero && !freezes.Any(freeze => freeze.From <= interval.From && freeze.To >= interval.From)),
        ];
    }
}

/// <summary>Days on which the same principal was outstanding.</summary>
public sealed record LateFeeInterval(DateOnly From, DateOnly To, Money Outstanding)
{
    public int Days => new DayRange(From, To).Days;
}

/// <summary>The late fee of a bill with the intervals it comes from; frozen days are not among them.</summary>
public sealed record LateFeeWorking(Money Principal, DateOnly DueOn, DateOnly Until, LateFeeTerms Terms, IReadOnlyList<LateFeeInterval> Intervals)
    : LineWorking
{
    /// <summary>The fee before cap and rounding.</summary>
    public decimal Uncapped => Intervals.Sum(interval => interval.Outstanding.Yuan * interval.Days) * Terms.DailyRate;

    /// <summary>The most that may be asked; null without cap.</summary>
    public decimal? Cap => Principal.Yuan * Terms.CapShare;

    public override decimal Compute() => Math.Min(Uncapped, Cap ?? Uncapped);
}
