namespace PropertyDesk.Domain.Equipment;

/// <summary>By what a plan repeats itself.</summary>
public enum PlanRhythm
{
    /// <summary>每几天</summary>
    Days,

    /// <summary>每几周</summary>
    Weeks,

    /// <summary>每几个月</summary>
    Months,

    /// <summary>每计数若干: hours of running, times of opening.</summary>
    Count,
}

/// <summary>What is done again and again.</summary>
/// <param name="Every">So many days, weeks, months, or counts.</param>
/// <param name="FirstOn">Day of the first time; of a plan by count, the day from which it is valid.</param>
/// <param name="LeadDays">How many days before it is due the task appears.</param>
/// <param name="Checklist">What is looked at, a line each.</param>
public sealed record PlanTerms(string? Name, PlanRhythm Rhythm, int Every, DateOnly FirstOn, int LeadDays, string? Checklist);

/// <summary>
/// A maintenance plan of a machine (保养计划). Its days are counted from the first one, so that a late task moves none of the
/// following, and the 31st stays the last of the month.
/// </summary>
public sealed class MaintenancePlan : CommunityOwned
{
    private MaintenancePlan()
    {
    }

    /// <exception cref="RuleViolation">Something is missing, or the machine has no counter to go by.</exception>
    public MaintenancePlan(Asset asset, PlanTerms terms, string by)
        : base(asset)
    {
        asset.RequireKept();
        if (terms.Rhythm == PlanRhythm.Count && asset.CountUnit is null)
        {
            throw new RuleViolation("这台设备没有计数，请先在设备资料里填计数单位。", field: "Rhythm");
        }

        if (terms.Every is < 1 or > 1_000_000 || (terms.Rhythm != PlanRhythm.Count && terms.Every > 366))
        {
            throw new RuleViolation("间隔须大于 0，按日期的不超过 366。", field: "Every");
        }

        if (terms.LeadDays is < 0 or > 60)
        {
            throw new RuleViolation("提前天数须在 0 到 60 之间。", field: "LeadDays");
        }

        (AssetId, Asset, Name, Rhythm, Every) = (asset.Id, asset, Require.Text(terms.Name, "计划名称", 60), terms.Rhythm, terms.Every);
        (FirstOn, LeadDays, Checklist, BaseCount) = (terms.FirstOn, terms.LeadDays, Equipment.Checklist.Clean(terms.Checklist), asset.Count);
        (Next, By, Version) = (1, by, Guid.NewGuid());
    }

    public Guid AssetId { get; private set; }

    public Asset Asset { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public PlanRhythm Rhythm { get; private set; }

    public int Every { get; private set; }

    public DateOnly FirstOn { get; private set; }

    public int LeadDays { get; private set; }

    /// <summary>A line each.</summary>
    public string Checklist { get; private set; } = "";

    /// <summary>Where the counter stood when the plan was made.</summary>
    public long BaseCount { get; private set; }

    /// <summary>The time that comes next, from 1; those before have their tasks.</summary>
    public int Next { get; private set; }

    public string By { get; private set; } = "";

    public DateOnly? EndedOn { get; private set; }

    public string? EndedBy { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<string> Lines => Equipment.Checklist.Lines(Checklist);

    /// <summary>Day of the next time; null of a plan by count, which nobody can know.</summary>
    public DateOnly? NextOn => Rhythm == PlanRhythm.Count ? null : DayOf(Next);

    /// <summary>Value of the counter at the next time; null of a plan by days.</summary>
    public long? NextCount => Rhythm == PlanRhythm.Count ? BaseCount + ((long)Every * Next) : null;

    /// <summary>Makes the tasks whose time has come, and goes on to the time after them.</summary>
    /// <param name="today">The company's day. After a pause, what was missed is made once, for its newest time.</param>
    public MaintenanceTask? Due(DateOnly today)
    {
        if (EndedOn is not null || Asset.State != AssetState.InService || today < FirstOn.AddDays(-LeadDays))
        {
            return null;
        }

        var time = Next;
        if (!HasCome(time, today))
        {
            return null;
        }

        // Whoever maintains once maintains for all the times that went by.
        while (HasCome(time + 1, today))
        {
            time++;
        }

        (Next, Version) = (time + 1, Guid.NewGuid());
        return new MaintenanceTask(this, time, Rhythm == PlanRhythm.Count ? today : DayOf(time));
    }

    /// <summary>No more tasks from now on.</summary>
    /// <exception cref="RuleViolation">It was ended.</exception>
    public void End(string by, DateOnly today)
    {
        if (EndedOn is not null)
        {
            throw new RuleViolation("这个计划已由 {0} 停止。", [EndedBy!]);
        }

        (EndedOn, EndedBy, Version) = (today, by, Guid.NewGuid());
    }

    private bool HasCome(int time, DateOnly today) =>
        Rhythm == PlanRhythm.Count ? Asset.Count >= BaseCount + ((long)Every * time) : DayOf(time).AddDays(-LeadDays) <= today;

    private DateOnly DayOf(int time) => Rhythm switch
    {
        PlanRhythm.Days => FirstOn.AddDays(Every * (time - 1)),
        PlanRhythm.Weeks => FirstOn.AddDays(7 * Every * (time - 1)),
        _ => FirstOn.AddMonths(Every * (time - 1)),
    };
}
