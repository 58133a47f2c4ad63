namespace PropertyDesk.Domain.Charges;

/// <summary>A value that holds from a day on, until the next one begins or its own last day has passed.</summary>
/// <param name="To">Last day, inclusive; null without end.</param>
public sealed record Dated<T>(DateOnly From, T Value, DateOnly? To = null);

/// <summary>A stretch of days on which one fact held; null where none did.</summary>
public sealed record DatedStretch<T>(DayRange Days, Dated<T>? Fact);

/// <summary>Cuts a range of days where the facts about it change: price versions, area corrections, tier tables.</summary>
public static class DatedFacts
{
    /// <summary>The stretches in order, without gap or overlap, that together are the range.</summary>
    /// <param name="facts">In any order. Of several that have begun, the latest holds.</param>
    public static IReadOnlyList<DatedStretch<T>> Cut<T>(DayRange range, IReadOnlyList<Dated<T>> facts)
    {
        if (!ChangesWithin(range, facts))
        {
            return [new DatedStretch<T>(range, At(facts, range.From))];
        }

        var starts = facts.Select(fact => fact.From)
            .Concat(facts.Where(fact => fact.To < range.To).Select(fact => fact.To!.Value.AddDays(1)))
            .Where(day => day > range.From && day <= range.To)
            .Append(range.From)
            .Distinct()
            .Order()
            .ToArray();
        return
        [
            .. starts.Select((from, i) => new DatedStretch<T>(
                new DayRange(from, i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : range.To), At(facts, from))),
        ];
    }

    // By far most months pass without a change, and a large community asks hundreds of thousands of times.
    private static bool ChangesWithin<T>(DayRange range, IReadOnlyList<Dated<T>> facts)
    {
        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            if ((fact.From > range.From && fact.From <= range.To) || (fact.To >= range.From && fact.To < range.To))
            {
                return true;
            }
        }

        return false;
    }

    private static Dated<T>? At<T>(IReadOnlyList<Dated<T>> facts, DateOnly day)
    {
        Dated<T>? latest = null;
        for (var i = 0; i < facts.Count; i++)
        {
            if (facts[i].From <= day && (latest is null || facts[i].From > latest.From))
            {
                latest = facts[i];
            }
        }

        return latest?.To < day ? null : latest;
    }
}
