namespace PropertyDesk.Domain.Equipment;

public enum MaintenanceState
{
    /// <summary>待做</summary>
    Due,

    /// <summary>已完成</summary>
    Done,

    /// <summary>已跳过, with a reason.</summary>
    Skipped,
}

public enum CheckOutcome
{
    /// <summary>正常</summary>
    Fine,

    /// <summary>异常</summary>
    Faulty,

    /// <summary>不适用</summary>
    NotApplicable,
}

/// <summary>What was found at a line of the checklist.</summary>
public sealed record CheckResult(int Line, CheckOutcome Outcome, string? Note);

/// <summary>Maintenance that is due once (保养任务). A plan makes each of its times once, by the database's key.</summary>
public sealed class MaintenanceTask : CommunityOwned
{
    private readonly List<TaskCheck> _checks = [];

    private MaintenanceTask()
    {
    }

    internal MaintenanceTask(MaintenancePlan plan, int time, DateOnly dueOn)
        : base(plan)
    {
        (PlanId, Plan, AssetId, Time, DueOn, Name, Version) = (plan.Id, plan, plan.AssetId, time, dueOn, plan.Name, Guid.NewGuid());
        _checks.AddRange(plan.Lines.Select((text, i) => new TaskCheck(this, i + 1, text)));
    }

    public Guid PlanId { get; private set; }

    public MaintenancePlan Plan { get; private set; } = null!;

    public Guid AssetId { get; private set; }

    public Asset Asset { get; private set; } = null!;

    /// <summary>Which time of its plan, from 1; unique in the plan.</summary>
    public int Time { get; private set; }

    public DateOnly DueOn { get; private set; }

    public string Name { get; private set; } = "";

    public MaintenanceState State { get; private set; }

    public string? By { get; private set; }

    public DateTimeOffset? At { get; private set; }

    /// <summary>What was done, or why it was skipped.</summary>
    public string? Note { get; private set; }

    /// <summary>A photo of it.</summary>
    public Guid? FileId { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<TaskCheck> Checks => _checks;

    /// <summary>It is done; every line has its result.</summary>
    /// <returns>False where the same person said so before: nothing changes.</returns>
    /// <exception cref="RuleViolation">A line has no result, a fault has no words, or somebody else was quicker.</exception>
    public bool Finish(IReadOnlyCollection<CheckResult> results, string? note, Guid? fileId, string by, DateTimeOffset at)
    {
        if (State == MaintenanceState.Done && By == by)
        {
            return false;
        }

        RequireDue();
        foreach (var check in _checks)
        {
            check.Set(results.FirstOrDefault(r => r.Line == check.Line) ?? throw new RuleViolation("第 {0} 项“{1}”还没有结果。", [check.Line, check.Text], "Results"));
        }

        (State, By, At, Note, FileId, Version) = (MaintenanceState.Done, by, at, Require.OptionalText(note, "说明", 500), fileId, Guid.NewGuid());
        return true;
    }

    /// <exception cref="RuleViolation">It is decided already, or there is no reason.</exception>
    public void Skip(string? reason, string by, DateTimeOffset at)
    {
        RequireDue();
        (State, By, At, Note, Version) = (MaintenanceState.Skipped, by, at, Require.Text(reason, "原因", 500), Guid.NewGuid());
    }

    private void RequireDue()
    {
        if (State != MaintenanceState.Due)
        {
            throw new RuleViolation("这项保养已由 {0} 登记，请刷新后再看。", [By ?? ""]);
        }
    }
}

/// <summary>A line of a task's checklist, as the plan had it when the task was made.</summary>
public sealed class TaskCheck : CommunityOwned
{
    private TaskCheck()
    {
    }

    internal TaskCheck(MaintenanceTask task, int line, string text)
        : base(task) => (TaskId, Line, Text) = (task.Id, line, text);

    public Guid TaskId { get; private set; }

    /// <summary>From 1; unique in the task.</summary>
    public int Line { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Null until it was looked at.</summary>
    public CheckOutcome? Outcome { get; private set; }

    public string? Note { get; private set; }

    internal void Set(CheckResult result)
    {
        var note = Require.OptionalText(result.Note, "说明", 200);
        if (result.Outcome == CheckOutcome.Faulty && note is null)
        {
            throw new RuleViolation("第 {0} 项“{1}”异常，请写明哪里不对。", [Line, Text], "Results");
        }

        (Outcome, Note) = (result.Outcome, note);
    }
}
