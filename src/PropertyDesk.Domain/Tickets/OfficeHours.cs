using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Tickets;

/// <summary>The hours of a weekday on which a company works (工作时间).</summary>
public sealed class OfficeHours : CompanyOwned
{
    private OfficeHours()
    {
    }

    public OfficeHours(Company company, DayOfWeek weekday, TimeOnly from, TimeOnly to)
        : base(company.Id) => (Weekday, From, To) = (weekday, from, OfficeDay.After(from, to));

    public DayOfWeek Weekday { get; private set; }

    public TimeOnly From { get; private set; }

    /// <summary>Midnight is the day's end.</summary>
    public TimeOnly To { get; private set; }
}

/// <summary>A day that differs from its weekday: a holiday without hours, a make-up day with hours.</summary>
public sealed class OfficeDay : CompanyOwned
{
    private OfficeDay()
    {
    }

    /// <param name="from">Null together with <paramref name="to"/>: nobody works.</param>
    public OfficeDay(Company company, DateOnly day, string? name, TimeOnly? from, TimeOnly? to)
        : base(company.Id)
    {
        if (from is null != to is null)
        {
            throw new RuleViolation("上班和下班时间须同时填写，或都不填表示休息。", field: "From");
        }

        (Day, Name, From, To) = (day, Require.Text(name, "日期名称", 40), from, from is { } begin ? After(begin, to!.Value) : null);
    }

    public DateOnly Day { get; private set; }

    public string Name { get; private set; } = "";

    public TimeOnly? From { get; private set; }

    public TimeOnly? To { get; private set; }

    internal static TimeOnly After(TimeOnly from, TimeOnly to) => to == TimeOnly.MinValue || to > from ? to : throw new RuleViolation("下班时间须晚于上班时间。", field: "To");
}

/// <summary>Counts promises in the working time of a company; those of emergencies never rest.</summary>
public sealed class PromiseClock(WorkingCalendar calendar, TimeZoneInfo zone)
{
    /// <summary>The clock of a company; without hours of its own, every day from 8:30 to 17:30.</summary>
    public static PromiseClock Of(IEnumerable<OfficeHours> week, IEnumerable<OfficeDay> days, TimeZoneInfo zone)
    {
        var hours = week.ToDictionary(h => h.Weekday, h => new WorkingHours(h.From, h.To));
        return new PromiseClock(
            new WorkingCalendar(
                hours.Count > 0 ? hours : Enum.GetValues<DayOfWeek>().ToDictionary(d => d, _ => new WorkingHours(new(8, 30), new(17, 30))),
                days.ToDictionary(d => d.Day, d => d.From is { } from ? new WorkingHours(from, d.To!.Value) : (WorkingHours?)null)),
            zone);
    }

    /// <summary>When so much working time has passed; null where no working day comes.</summary>
    public DateTimeOffset? Due(Urgency urgency, DateTimeOffset start, TimeSpan needed) =>
        Of(urgency).Due(Local(start), needed) is { } due ? new DateTimeOffset(due, zone.GetUtcOffset(due)).ToUniversalTime() : null;

    /// <summary>Working time between two instants; zero when the second is not later.</summary>
    public TimeSpan Between(Urgency urgency, DateTimeOffset start, DateTimeOffset end) => Of(urgency).Between(Local(start), Local(end));

    private WorkingCalendar Of(Urgency urgency) => urgency == Urgency.Emergency ? WorkingCalendar.AroundTheClock : calendar;

    private DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;
}
