using System.Globalization;

namespace PropertyDesk.Application.Notices;

/// <summary>A span of time as people write it.</summary>
public static class NoticeTimes
{
    /// <summary>2025-05-20 09:00–17:00, or with both days where it ends on another; empty where there is none.</summary>
    public static string Of(DateTimeOffset? from, DateTimeOffset? until, TimeZoneInfo zone)
    {
        if (from is not { } start)
        {
            return "";
        }

        var (begin, end) = (TimeZoneInfo.ConvertTime(start, zone), until is { } last ? TimeZoneInfo.ConvertTime(last, zone) : (DateTimeOffset?)null);
        return end is null ? Write(begin, "yyyy-MM-dd HH:mm")
            : end.Value.Date == begin.Date ? $"{Write(begin, "yyyy-MM-dd HH:mm")}–{Write(end.Value, "HH:mm")}"
            : $"{Write(begin, "yyyy-MM-dd HH:mm")} – {Write(end.Value, "yyyy-MM-dd HH:mm")}";
    }

    private static string Write(DateTimeOffset time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
