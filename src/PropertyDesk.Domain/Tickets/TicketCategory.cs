using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Tickets;

/// <summary>What is promised: minutes of working time until somebody takes it on, and until it is done.</summary>
public sealed record TicketPromise(int RespondMinutes, int ResolveMinutes)
{
    public TimeSpan Respond => TimeSpan.FromMinutes(RespondMinutes);

    public TimeSpan Resolve => TimeSpan.FromMinutes(ResolveMinutes);
}

/// <summary>What a category says.</summary>
/// <param name="FollowUpPercent">0 to 100: of so many that are done the owner is asked how it was.</param>
public sealed record CategoryPlan(TicketKind Kind, string? Name, Guid? DepartmentId, TicketPromise Normal, TicketPromise Urgent, TicketPromise Emergency, int FollowUpPercent = 100);

/// <summary>A category of tickets (工单类别) of a company: who does them, and what is promised.</summary>
public sealed class TicketCategory : CompanyOwned
{
    private const int LongestMinutes = 60 * 24 * 90;

    private TicketCategory()
    {
    }

    /// <exception cref="RuleViolation">Something is missing, or a promise is none.</exception>
    public TicketCategory(Company company, CategoryPlan plan)
        : base(company.Id) => Change(plan);

    public TicketKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Where new tickets go; null: the desk decides each time.</summary>
    public Guid? DepartmentId { get; private set; }

    public Department? Department { get; private set; }

    public int RespondNormal { get; private set; }

    public int ResolveNormal { get; private set; }

    public int RespondUrgent { get; private set; }

    public int ResolveUrgent { get; private set; }

    public int RespondEmergency { get; private set; }

    public int ResolveEmergency { get; private set; }

    /// <summary>Of so many per cent that are done the owner is asked how it was; complaints, emergencies and what was opened again always.</summary>
    public int FollowUpPercent { get; private set; }

    /// <summary>No new tickets; those that are there keep it.</summary>
    public bool IsEnded { get; private set; }

    public TicketPromise Promise(Urgency urgency) => urgency switch
    {
        Urgency.Normal => new(RespondNormal, ResolveNormal),
        Urgency.Urgent => new(RespondUrgent, ResolveUrgent),
        _ => new(RespondEmergency, ResolveEmergency),
    };

    /// <summary>Holds for tickets that are opened from now on.</summary>
    /// <exception cref="RuleViolation">Something is missing, or a promise is none.</exception>
    public void Change(CategoryPlan plan)
    {
        foreach (var promise in new[] { plan.Normal, plan.Urgent, plan.Emergency })
        {
            if (promise.RespondMinutes is < 1 or > LongestMinutes || promise.ResolveMinutes is < 1 or > LongestMinutes || promise.RespondMinutes > promise.ResolveMinutes)
            {
                throw new RuleViolation("响应和解决时限须大于 0，且响应不晚于解决。", field: "Promise");
            }
        }

        FollowUpPercent = plan.FollowUpPercent is >= 0 and <= 100 ? plan.FollowUpPercent : throw new RuleViolation("回访比例须在 0 到 100 之间。", field: "Input.FollowUpPercent");
        (Kind, Name, DepartmentId) = (plan.Kind, Require.Text(plan.Name, "类别名称", 40), plan.DepartmentId);
        (RespondNormal, ResolveNormal) = (plan.Normal.RespondMinutes, plan.Normal.ResolveMinutes);
        (RespondUrgent, ResolveUrgent) = (plan.Urgent.RespondMinutes, plan.Urgent.ResolveMinutes);
        (RespondEmergency, ResolveEmergency) = (plan.Emergency.RespondMinutes, plan.Emergency.ResolveMinutes);
    }

    public void End() => IsEnded = true;

    public void Resume() => IsEnded = false;
}
