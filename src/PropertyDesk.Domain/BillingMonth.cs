using System.Globalization;

namespace PropertyDesk.Domain;

/// <summary>A natural month that charges are billed for. Stored and compared as the number yyyymm.</summary>
public readonly record struct BillingMonth : IComparable<BillingMonth>
{
    public BillingMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(year is >= 1990 and <= 2999 && month is >= 1 and <= 12, true);
        (Year, Month) = (year, month);
    }

    public int Year { get; }

    public int Month { get; }

    /// <summary>The month as the number yyyymm, such as 202505.</summary>
    public int Number => (Year * 100) + Month;

    public DateOnly FirstDay => new(Year, Month, 1);

    public DateOnly LastDay => new(Year, Month, Days);

    public int Days => DateTime.DaysInMonth(Year, Month);

    public BillingMonth Next => Of(FirstDay.AddMonths(1));

    public BillingMonth Previous => Of(FirstDay.AddMonths(-1));

    /// <summary>So many months up to this one, the oldest first.</summary>
    public IReadOnlyList<BillingMonth> AndBefore(int months)
    {
        var first = FirstDay;
        return [.. Enumerable.Range(1 - months, months).Select(i => Of(first.AddMonths(i)))];
    }

    public static bool operator <(BillingMonth a, BillingMonth b) => a.Number < b.Number;

    public static bool operator >(BillingMonth a, BillingMonth b) => a.Number > b.Number;

    public static bool operator <=(BillingMonth a, BillingMonth b) => a.Number <= b.Number;

    public static bool operator >=(BillingMonth a, BillingMonth b) => a.Number >= b.Number;

    public static BillingMonth Of(DateOnly day) => new(day.Year, day.Month);

    public static BillingMonth FromNumber(int number) => new(number / 100, number % 100);

    /// <summary>Reads yyyy-MM, the form used in addresses and file names.</summary>
    public static bool TryParse(string? text, out BillingMonth month)
    {
        var ok = DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1990 and <= 2999;
        month = ok ? Of(day) : default;
        return ok;
    }

    public int CompareTo(BillingMonth other) => Number.CompareTo(other.Number);

    /// <summary>yyyy-MM in both languages.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
