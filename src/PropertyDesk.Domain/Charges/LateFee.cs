namespace PropertyDesk.Domain.Charges;

/// <summary>What was agreed on late payment (违约金).</summary>
/// <param name="DailyRate">Share of the outstanding principal per day, such as 0.0005.</param>
/// <param name="GraceDays">Days after the due date that cost nothing.</param>
/// <param name="CapShare">The fee is never more than this share of the principal; null without cap.</param>
public sealed record LateFeeTerms(decimal DailyRate, int GraceDays = 0, decimal? CapShare = null);

/// <summary>A day after which less principal is outstanding (payment, waiver); negative when one is taken back.</summary>
public sealed record PrincipalReduction(DateOnly On, Money Amount);

/// <summary>A line of the bill as principal.</summary>
/// <param name="Freezes">Days on which this line does not count (a dispute about it); they may overlap.</param>
public sealed record LatePrincipal(Money Amount, IReadOnlyList<PrincipalReduction> Reductions, IReadOnlyList<DayRange> Freezes)
{
    /// <summary>What counts on a day. The day of a payment still counts with what was owed before it.</summary>
    internal Money On(DateOnly day) => Freezes.Any(freeze => freeze.From <= day && freeze.To >= day)
        ? Money.Zero
        : Amount - Money.Sum(Reductions.Where(reduction => reduction.On < day).Select(reduction => reduction.Amount));

    internal IEnumerable<DateOnly> Changes => Reductions.Select(reduction => reduction.On.AddDays(1)).Concat(LateFee.Changes(Freezes));
}

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
        LateFeeTerms terms, Money principal, DateOnly dueOn, IReadOnlyList<PrincipalReduction> reductions, IReadOnlyList<DayRange> freezes, DateOnly until) =>
        Of(terms, [new LatePrincipal(principal, reductions, [])], dueOn, freezes, until);

    /// <param name="lines">The lines of the bill; a dispute freezes its own line only.</param>
    /// <param name="freezes">Days on which nothing of the bill counts.</param>
    /// <param name="booked">What was billed of this fee before.</param>
    public static CalculatedLine Of(
        LateFeeTerms terms, IReadOnlyList<LatePrincipal> lines, DateOnly dueOn, IReadOnlyList<DayRange> freezes, DateOnly until, Money booked = default)
    {
        var first = dueOn.AddDays(terms.GraceDays + 1);
        var intervals = first > until ? [] : Intervals(new DayRange(first, until), lines, freezes);
        return CalculatedLine.Of(new LateFeeWorking(Money.Sum(lines.Select(line => line.Amount)), dueOn, until, terms, intervals, booked));
    }

    internal static IEnumerable<DateOnly> Changes(IEnumerable<DayRange> freezes) => freezes.SelectMany(freeze => new[] { freeze.From, freeze.To.AddDays(1) });

    private static LateFeeInterval[] Intervals(DayRange late, IReadOnlyList<LatePrincipal> lines, IReadOnlyList<DayRange> freezes)
    {
        var starts = lines.SelectMany(line => line.Changes)
            .Concat(Changes(freezes))
            .Where(day => day > late.From && day <= late.To)
            .Append(late.From)
            .Distinct()
            .Order()
            .ToArray();
        return
        [
            .. Joined(starts
                .Select((from, i) => new LateFeeInterval(from, i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : late.To, Money.Sum(lines.Select(line => line.On(from)))))
                .Where(interval => interval.Outstanding > Money.Zero && !freezes.Any(freeze => freeze.From <= interval.From && freeze.To >= interval.From))),
        ];
    }

    // A change on one line that leaves the sum as it was is no new interval to whoever reads it.
    private static List<LateFeeInterval> Joined(IEnumerable<LateFeeInterval> intervals)
    {
        var joined = new List<LateFeeInterval>();
        foreach (var interval in intervals)
        {
            if (joined is [.., var last] && last.Outstanding == interval.Outstanding && last.To.AddDays(1) == interval.From)
            {
                joined[^1] = last with { To = interval.To };
            }
            else
            {
                joined.Add(interval);
            }
        }

        return joined;
    }
}

/// <summary>Days on which the same principal was outstanding.</summary>
public sealed record LateFeeInterval(DateOnly From, DateOnly To, Money Outstanding)
{
    public int Days => new DayRange(From, To).Days;
}

/// <summary>The late fee of a bill with the intervals it comes from; frozen days are not among them.</summary>
/// <param name="Booked">What was billed of this fee before; the line is the rest.</param>
/// <param name="BillNumber">The overdue bill; null while the fee is only looked at.</param>
public sealed record LateFeeWorking(
    Money Principal, DateOnly DueOn, DateOnly Until, LateFeeTerms Terms, IReadOnlyList<LateFeeInterval> Intervals, Money Booked = default, string? BillNumber = null)
    : LineWorking
{
    /// <summary>The fee before cap and rounding.</summary>
    public decimal Uncapped => Intervals.Sum(interval => interval.Outstanding.Yuan * interval.Days) * Terms.DailyRate;

    /// <summary>The most that may be asked; null without cap.</summary>
    public decimal? Cap => Principal.Yuan * Terms.CapShare;

    /// <summary>The whole fee up to the day, whatever was billed of it.</summary>
    public Money Whole => Money.Round(Math.Min(Uncapped, Cap ?? Uncapped));

    public override decimal Compute() => Math.Min(Uncapped, Cap ?? Uncapped) - Booked.Yuan;

    public override Money Recompute() => Whole - Booked;
}
