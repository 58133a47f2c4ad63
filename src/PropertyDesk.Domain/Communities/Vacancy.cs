using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.Communities;

/// <summary>
/// That a vacant unit (空置) pays less between two days: asked for by one person, approved by another. Bills keep the full
/// charge and take the relief off it as a document of its own (rules of the money, section 2).
/// </summary>
public sealed class Vacancy : CommunityOwned
{
    private Vacancy()
    {
    }

    /// <param name="rate">What the vacant unit still pays, such as 0.70; from 0 to less than 1.</param>
    /// <param name="to">Last day, inclusive; null until somebody moves in.</param>
    public Vacancy(Unit unit, DateOnly from, DateOnly? to, decimal rate, string reason, Requester by)
        : base(unit)
    {
        (UnitId, Unit, From, To) = (unit.Id, unit, from, Require.NotBefore(to, from));
        Rate = rate is >= 0 and < 1 ? rate : throw new RuleViolation("空置期间收取的比例须在 0 到 100% 之间，且低于 100%。", field: "Percent");
        Reason = Require.Text(reason, "原因", 200);
        (RequestedById, RequestedBy, RequestedAt) = (by.Id, by.Name, by.At);
    }

    public Guid UnitId { get; private set; }

    public Unit Unit { get; private set; } = null!;

    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>What the vacant unit still pays.</summary>
    public decimal Rate { get; private set; }

    public string Reason { get; private set; } = "";

    public VacancyState State { get; private set; }

    public Guid? RequestedById { get; private set; }

    public string RequestedBy { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    public Guid? DecidedById { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecisionNote { get; private set; }

    /// <summary>Changes with every change: two people cannot decide at once.</summary>
    public Guid Version { get; private set; }

    /// <exception cref="RuleViolation">Decided already, or asked for by the same person.</exception>
    public void Approve(Requester by, string? note)
    {
        FourEyes.Require(RequestedById, by.Id);
        Decide(VacancyState.Approved, by, Require.OptionalText(note, "审批意见", 200));
    }

    /// <summary>Says no, with a reason.</summary>
    public void Reject(Requester by, string? note) => Decide(VacancyState.Rejected, by, Require.Text(note, "驳回理由", 200));

    /// <summary>Somebody moves in: the last day of the relief.</summary>
    public void End(DateOnly to)
    {
        if (State != VacancyState.Approved)
        {
            throw new RuleViolation("这份空置申请没有批准。");
        }

        (To, Version) = (Require.NotBefore(to, From), Guid.NewGuid());
    }

    private void Decide(VacancyState state, Requester by, string? note)
    {
        if (State != VacancyState.Requested)
        {
            throw new RuleViolation("这份申请已经处理过了。");
        }

        (State, DecidedById, DecidedBy, DecidedAt, DecisionNote, Version) = (state, by.Id, by.Name, by.At, note, Guid.NewGuid());
    }
}
