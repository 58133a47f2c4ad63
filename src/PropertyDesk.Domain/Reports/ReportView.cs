using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Reports;

/// <summary>What a view shows, and when it is sent.</summary>
/// <param name="Community">Null for all that whoever opens it may see.</param>
/// <param name="IsShared">Everybody who reads reports sees it in the list.</param>
/// <param name="Weekday">Of a weekly one.</param>
/// <param name="MonthDay">Of a monthly one: 1 to 28, so that every month has it.</param>
/// <param name="Recipients">Logins; each gets it made with their own eyes.</param>
public sealed record ViewPlan(
    string? Name, ReportName Report, ViewSpan Span, Community? Community, bool IsShared, ViewRhythm Rhythm, DayOfWeek Weekday, int MonthDay, ReportFormat Format, IReadOnlyCollection<Guid> Recipients);

/// <summary>A report with its choices under a name (视图), opened again and again, or sent by e-mail on its days.</summary>
public sealed class ReportView : CompanyOwned
{
    public const int MostRecipients = 20;
    public const int LastMonthDay = 28;

    private readonly List<ViewRecipient> _recipients = [];

    private ReportView()
    {
    }

    /// <param name="requestId">Made with the form: sent twice, it is one view.</param>
    /// <exception cref="RuleViolation">Something is missing or makes no sense.</exception>
    public ReportView(Company company, Guid userId, ViewPlan plan, DateOnly today, Guid requestId)
        : base(company.Id)
    {
        (UserId, RequestId) = (userId, requestId);
        Change(plan, today);
    }

    /// <summary>Whose it is.</summary>
    public Guid UserId { get; private set; }

    public Guid RequestId { get; private set; }

    public string Name { get; private set; } = "";

    public ReportName Report { get; private set; }

    public ViewSpan Span { get; private set; }

    public Guid? CommunityId { get; private set; }

    public bool IsShared { get; private set; }

    public ViewRhythm Rhythm { get; private set; }

    public DayOfWeek Weekday { get; private set; }

    public int MonthDay { get; private set; } = 1;

    public ReportFormat Format { get; private set; }

    /// <summary>The next day on which it is sent; null where it is not.</summary>
    public DateOnly? NextOn { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<ViewRecipient> Recipients => _recipients;

    /// <param name="today">The company's day; the first sending is after it.</param>
    /// <exception cref="RuleViolation">Something is missing or makes no sense.</exception>
    public void Change(ViewPlan plan, DateOnly today)
    {
        Name = Require.Text(plan.Name, "视图名称", 60, "Name");
        if (plan.Rhythm != ViewRhythm.Never && plan.Recipients.Count is 0 or > MostRecipients)
        {
            throw new RuleViolation("请选择 1 到 {0} 位收件人。", [MostRecipients], "Recipients");
        }

        if (plan.Rhythm == ViewRhythm.Monthly && plan.MonthDay is < 1 or > LastMonthDay)
        {
            throw new RuleViolation("每月的日子须在 1 到 {0} 之间。", [LastMonthDay], "MonthDay");
        }

        (Report, Span, CommunityId, IsShared) = (plan.Report, plan.Span, plan.Community?.Id, plan.IsShared);
        (Rhythm, Weekday, MonthDay, Format) = (plan.Rhythm, plan.Weekday, Math.Clamp(plan.MonthDay, 1, LastMonthDay), plan.Format);
        var wanted = plan.Rhythm == ViewRhythm.Never ? [] : plan.Recipients.ToHashSet();
        _recipients.RemoveAll(r => !wanted.Contains(r.UserId));
        _recipients.AddRange(wanted.Where(user => !_recipients.Exists(r => r.UserId == user)).Select(user => new ViewRecipient(this, user)));
        (NextOn, Version) = (After(today), Guid.NewGuid());
    }

    /// <summary>The day that is to be sent now: once for whatever was missed; null where nothing is due.</summary>
    /// <param name="today">The company's day.</param>
    public DateOnly? Due(DateOnly today)
    {
        if (NextOn is not { } day || day > today)
        {
            return null;
        }

        (NextOn, Version) = (After(today), Guid.NewGuid());
        return today;
    }

    /// <summary>The days that it covers when it is made on a day.</summary>
    public (DateOnly From, DateOnly AsOf) Days(DateOnly today) => Days(Span, today);

    /// <summary>The days that a span covers on a day.</summary>
    public static (DateOnly From, DateOnly AsOf) Days(ViewSpan span, DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        return span switch
        {
            ViewSpan.LastMonth => (first.AddMonths(-1), first.AddDays(-1)),
            ViewSpan.Last30Days => (today.AddDays(-29), today),
            ViewSpan.YearToDate => (new DateOnly(today.Year, 1, 1), today),
            _ => (first, today),
        };
    }

    private DateOnly? After(DateOnly day) => Rhythm switch
    {
        ViewRhythm.Daily => day.AddDays(1),
        ViewRhythm.Weekly => day.AddDays((((int)Weekday - (int)day.DayOfWeek + 6) % 7) + 1),
        ViewRhythm.Monthly => day.Day < MonthDay ? new DateOnly(day.Year, day.Month, MonthDay) : new DateOnly(day.Year, day.Month, MonthDay).AddMonths(1),
        _ => null,
    };
}

/// <summary>Somebody of the staff to whom a view is sent.</summary>
public sealed class ViewRecipient : CompanyOwned
{
    private ViewRecipient()
    {
    }

    internal ViewRecipient(ReportView view, Guid userId)
        : base(view.CompanyId) => (ViewId, UserId) = (view.Id, userId);

    public Guid ViewId { get; private set; }

    public Guid UserId { get; private set; }
}

public enum ReportName
{
    /// <summary>今日要事</summary>
    Today,

    /// <summary>收缴率</summary>
    CollectionRate,

    /// <summary>收缴趋势</summary>
    Trend,

    /// <summary>欠费</summary>
    Arrears,

    /// <summary>资金</summary>
    Money,

    /// <summary>服务质量</summary>
    Service,
}

/// <summary>Days that move with the calendar.</summary>
public enum ViewSpan
{
    /// <summary>本月至今</summary>
    MonthToDate,

    /// <summary>上月</summary>
    LastMonth,

    /// <summary>最近 30 天</summary>
    Last30Days,

    /// <summary>今年至今</summary>
    YearToDate,
}

public enum ViewRhythm
{
    /// <summary>不发送</summary>
    Never,

    /// <summary>每天</summary>
    Daily,

    /// <summary>每周</summary>
    Weekly,

    /// <summary>每月</summary>
    Monthly,
}

public enum ReportFormat
{
    /// <summary>Excel</summary>
    Workbook,

    /// <summary>PDF</summary>
    Paper,
}
