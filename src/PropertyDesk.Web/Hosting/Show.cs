using System.Globalization;

namespace PropertyDesk.Web.Hosting;

/// <summary>How figures and days are written, the same in both languages.</summary>
public static class Show
{
    /// <summary>2025-05-20</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2025-05-20, or a dash.</summary>
    public static string Day(DateOnly? day) => day is { } known ? Day(known) : "—";

    /// <summary>2025-05-20 14:05 in the company's time zone.</summary>
    public static string Time(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Areas, readings and prices without needless zeros.</summary>
    public static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A rate such as 0.06 as 6%.</summary>
    public static string Percent(decimal rate) => Number(rate * 100m) + "%";
}
