namespace PropertyDesk.Domain.Partners;

/// <summary>For what a date with an outside unit is.</summary>
public enum PartnerDateKind
{
    /// <summary>抄表</summary>
    MeterReading,

    /// <summary>结算付款</summary>
    Settlement,

    /// <summary>会议</summary>
    Meeting,

    /// <summary>联合活动</summary>
    Activity,

    /// <summary>其他</summary>
    Other,
}

/// <summary>What is to be kept in mind.</summary>
/// <param name="EveryMonths">0: once; else it comes again after so many months, on the same day of the month.</param>
/// <param name="RemindDays">So many days before it stands among what is to be done.</param>
public sealed record PartnerDatePlan(PartnerDateKind Kind, string? What, DateOnly Day, int EveryMonths, int RemindDays);

/// <summary>A date with an outside unit (约定日期), once or again and again; reminded of until somebody has seen to it.</summary>
public sealed class PartnerDate : CommunityOwned
{
    private const int LongestReminder = 90;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    private PartnerDate()
    {
    }

    /// <exception cref="RuleViolation">Nothing is said, or the interval or the reminder makes no sense.</exception>
    public PartnerDate(Partner partner, PartnerDatePlan plan, Guid requestId)
        : base(partner)
    {
        if (plan.EveryMonths is < 0 or > 24)
        {
            throw new RuleViolation("每隔几个月须在 0 到 24 之间。", field: "EveryMonths");
        }

        if (plan.RemindDays is < 0 or > LongestReminder)
        {
            throw new RuleViolation("提前提醒的天数须在 0 到 {0} 之间。", [LongestReminder], "RemindDays");
        }

        if (plan.Day.Year is < FirstYear or > LastYear)
        {
            throw new RuleViolation("日期须在 {0} 年到 {1} 年之间。", [FirstYear, LastYear], "Day");
        }

        (PartnerId, RequestId, Kind, What) = (partner.Id, requestId, plan.Kind, Require.Text(plan.What, "事项", 80));
        (Day, DayOfMonth, EveryMonths) = (plan.Day, plan.Day.Day, plan.EveryMonths);
        RemindOn = Reminder(RemindDays = plan.RemindDays);
    }

    public Guid PartnerId { get; private set; }

    public Guid RequestId { get; private set; }

    public PartnerDateKind Kind { get; private set; }

    public string What { get; private set; } = "";

    /// <summary>When it is next.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The day that was agreed: the 31st is the last of a shorter month, and the 31st again afterwards.</summary>
    public int DayOfMonth { get; private set; }

    public int EveryMonths { get; private set; }

    public int RemindDays { get; private set; }

    /// <summary>From this day on it stands among what is to be done.</summary>
    public DateOnly RemindOn { get; private set; }

    /// <summary>It does not come again.</summary>
    public bool IsOver { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Somebody has seen to it; it comes again, or is over.</summary>
    /// <param name="seen">The day that whoever did it saw on the page.</param>
    /// <exception cref="RuleViolation">Somebody else was quicker.</exception>
    public void Keep(DateOnly seen)
    {
        if (IsOver || seen != Day)
        {
            throw new RuleViolation("这个日期刚被他人办妥，请刷新后再看。");
        }

        Version = Guid.NewGuid();
        if (EveryMonths == 0)
        {
            IsOver = true;
            return;
        }

        var month = Day.AddDays(1 - Day.Day).AddMonths(EveryMonths);
        Day = month.AddDays(Math.Min(DayOfMonth, DateTime.DaysInMonth(month.Year, month.Month)) - 1);
        RemindOn = Reminder(RemindDays);
    }

    /// <summary>It is not needed any more.</summary>
    public void Drop() => (IsOver, Version) = (true, Guid.NewGuid());

    private DateOnly Reminder(int days) => Day.AddDays(-days);
}
