namespace PropertyDesk.Domain.Metering;

/// <summary>
/// A meter's readings in order, with the changes of its counter. The one place that says what was used between readings,
/// and what is to be thought of a new one: page, phone and workbook all ask here.
/// </summary>
public sealed class ReadingHistory
{
    // Two years of months: enough to know a household, short enough to follow it.
    private const int Remembered = 24;
    private readonly List<Reading> _readings;
    private readonly List<MeterChange> _changes;
    private readonly Meter _meter;
    private readonly DateOnly? _billedThrough;
    private readonly Dictionary<Guid, decimal> _corrected;

    /// <param name="corrections">Of readings that were billed; the later ones hold.</param>
    /// <param name="billedThrough">Last day of the last month that was billed from this meter.</param>
    public ReadingHistory(Meter meter, IEnumerable<Reading> readings, IEnumerable<MeterChange> changes, IEnumerable<ReadingCorrection> corrections, DateOnly? billedThrough = null)
    {
        (_meter, _billedThrough) = (meter, billedThrough);
        _readings = [.. readings.OrderBy(r => r.Date)];
        _changes = [.. changes.OrderBy(c => c.On)];
        _corrected = corrections.Where(c => c.Billed).GroupBy(c => c.ReadingId).ToDictionary(g => g.Key, g => g.MaxBy(c => c.At)!.After);
    }

    public IReadOnlyList<Reading> Readings => _readings;

    public Reading? Last => _readings.Count > 0 ? _readings[^1] : null;

    /// <summary>What the next reading is compared with: the last reading, or what a counter put in since showed at first.</summary>
    public decimal? Previous => Last is null ? null : _changes.LastOrDefault(c => c.On > Last.Date)?.First ?? ValueOf(Last);

    /// <summary>Average use of a month, from actual readings; null while there are fewer than two.</summary>
    public decimal? Average
    {
        get
        {
            var actual = _readings.Where(r => !r.Estimated).TakeLast(Remembered).ToList();
            return actual.Count < 2
                ? null
                : decimal.Round(actual.Zip(actual.Skip(1), UseBetween).Sum() / MeterUsage.MonthsBetween(actual[0].Date, actual[^1].Date), 3);
        }
    }

    /// <summary>Whether something was billed from a reading.</summary>
    public bool IsBilled(Reading reading) => reading.Date <= _billedThrough;

    /// <summary>The same history as it was before its last reading, to judge another value in its place.</summary>
    public ReadingHistory BeforeLast()
    {
        var before = new ReadingHistory(_meter, _readings.SkipLast(1), _changes, []);
        foreach (var (id, value) in _corrected)
        {
            before._corrected[id] = value;
        }

        return before;
    }

    /// <summary>Goes on with a reading after the last.</summary>
    public void Add(Reading reading) => _readings.Add(reading);

    /// <summary>
    /// What each counter counted between two readings: one part, or several where the counter was changed. Where the first
    /// reading was wrong and billed, the difference to what it should have been comes first.
    /// </summary>
    public IReadOnlyList<MeterPart> Between(Reading before, Reading now)
    {
        var (parts, number, from, value) = (new List<MeterPart>(), On(before.Date), before.Date, ValueOf(before));
        if (value != before.Value)
        {
            parts.Add(new MeterPart(number.Number, from, before.Value, from, value, number.Digits, Multiplier: number.Multiplier, Corrects: true));
        }

        var estimated = before.Estimated && parts.Count == 0;
        foreach (var change in _changes.Where(c => c.On > before.Date && c.On <= now.Date))
        {
            parts.Add(new MeterPart(number.Number, from, value, change.On, change.Last, number.Digits, change.OldRollover, number.Multiplier, AfterEstimate: estimated && from == before.Date));
            (number, from, value) = (new Counter(change.NewNumber, change.NewDigits, change.NewMultiplier, change.First), change.On, change.First);
        }

        parts.Add(new MeterPart(number.Number, from, value, now.Date, now.Value, number.Digits, now.Rollover, number.Multiplier, now.Estimated, estimated && from == before.Date));
        return parts;
    }

    /// <summary>The counter that was in place on a day.</summary>
    public Counter On(DateOnly day) => _changes.FirstOrDefault(c => c.On > day) is { } later
        ? new Counter(later.OldNumber, later.OldDigits, later.OldMultiplier, 0)
        : new Counter(_meter.Number, _meter.Digits, _meter.Multiplier, 0);

    public decimal UseBetween(Reading before, Reading now) => Between(before, now).Sum(part => part.Use);

    /// <summary>What the meter probably shows on a day, from its own average; null without history.</summary>
    public decimal? Estimate(DateOnly on) => Last is { } last && on > last.Date && Average is { } average && Previous is { } previous
        ? decimal.Round(previous + (Math.Max(0, average) * MeterUsage.MonthsBetween(last.Date, on) / _meter.Multiplier), 0) % Counter.Range(_meter.Digits)
        : null;

    /// <summary>What is to be thought of a new reading.</summary>
    /// <param name="times">How many times the average is too much.</param>
    public ReadingVerdict Check(DateOnly on, decimal value, decimal times, DateOnly today)
    {
        if (Refusal(on, value, today) is { } refusal)
        {
            return new ReadingVerdict(refusal, ReadingDoubts.None, Rollover: false, Use: null);
        }

        if (Last is not { } last || Previous is not { } previous)
        {
            return new ReadingVerdict(null, ReadingDoubts.None, Rollover: false, Use: null);
        }

        var months = MeterUsage.MonthsBetween(last.Date, on);
        var check = ReadingCheck.Of(previous, value, _meter.Digits, _meter.Multiplier, Average * months, times);
        var evens = last.Estimated && previous == ValueOf(last) && !_changes.Exists(c => c.On > last.Date) && check.Doubts == ReadingDoubts.LowerThanBefore;
        var rollover = check.Rollover || (check.Doubts == ReadingDoubts.LowerThanBefore && !evens);
        var doubts = evens ? ReadingDoubts.None : check.Rollover ? check.Doubts | ReadingDoubts.Rollover : check.Doubts;
        var use = UseBetween(last, new Reading(_meter, on, value, rollover));
        return new ReadingVerdict(null, doubts, rollover, use);
    }

    private decimal ValueOf(Reading reading) => _corrected.TryGetValue(reading.Id, out var value) ? value : reading.Value;

    private ReadingRefusal? Refusal(DateOnly on, decimal value, DateOnly today) => 0 switch
    {
        _ when value < 0 || value >= Counter.Range(_meter.Digits) || decimal.Round(value, 3) != value => ReadingRefusal.OutOfRange,
        _ when on > today => ReadingRefusal.InFuture,
        _ when on <= Last?.Date || _changes.Exists(c => on < c.On) => ReadingRefusal.NotAfterLast,
        _ when on <= _billedThrough => ReadingRefusal.MonthBilled,
        _ => null,
    };
}
