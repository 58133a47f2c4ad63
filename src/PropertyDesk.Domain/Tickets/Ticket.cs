using System.Globalization;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Tickets;

/// <summary>
/// Something to be done for somebody (工单). Only <see cref="TicketFlow"/> says how it moves; every act leaves a row of
/// history. Two clocks run in the company's working time: until somebody takes it on, and until it is done.
/// </summary>
public sealed partial class Ticket : CommunityOwned
{
    private Ticket()
    {
    }

    /// <param name="number">Unique in the company.</param>
    /// <param name="requestId">Made with the form: sent twice, it is one ticket.</param>
    /// <exception cref="RuleViolation">Nothing is said, or not where.</exception>
    public Ticket(Community community, int number, TicketCategory category, TicketFacts facts, PromiseClock clock, Guid requestId, Requester by)
        : base(community)
    {
        (Number, RequestId, CategoryId, Category, Kind) = (number, requestId, category.Id, category, category.Kind);
        (OwnerId, Owner, UnitId, Unit, AssetId) = (facts.Owner?.Id, facts.Owner, facts.Unit?.Id, facts.Unit, facts.Asset?.Id);
        (Urgency, Source, What) = (facts.Urgency, facts.Source, Require.Text(facts.What, "情况", 1000));
        (Place, Contact) = (Require.OptionalText(facts.Place, "地点", 100), Require.OptionalText(facts.Contact, "联系人", 60));
        if (facts.Unit is null && Place is null)
        {
            throw new RuleViolation("请选择房屋，或写明地点。", field: "Place");
        }

        if (new CommunityOwned?[] { facts.Owner, facts.Unit, facts.Asset }.Any(x => x is not null && x.CommunityId != community.Id))
        {
            throw new RuleViolation("业主、房屋和设备须在同一个小区。", field: "Place");
        }

        (OpenedById, OpenedBy, OpenedAt) = (by.Id, by.Name, by.At);
        Promise(clock, by.At);
    }

    public int Number { get; private set; }

    public Guid RequestId { get; private set; }

    public Guid CategoryId { get; private set; }

    public TicketCategory Category { get; private set; } = null!;

    public TicketKind Kind { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Owner? Owner { get; private set; }

    public Guid? UnitId { get; private set; }

    public Unit? Unit { get; private set; }

    public Guid? AssetId { get; private set; }

    public Asset? Asset { get; private set; }

    public string? Place { get; private set; }

    public string? Contact { get; private set; }

    public Urgency Urgency { get; private set; }

    public TicketSource Source { get; private set; }

    public string What { get; private set; } = "";

    public TicketState State { get; private set; }

    public Guid? DepartmentId { get; private set; }

    public Department? Department { get; private set; }

    /// <summary>The login of whoever does it.</summary>
    public Guid? WorkerId { get; private set; }

    /// <summary>The person or department as the history names it.</summary>
    public string? Whom { get; private set; }

    public Guid? OpenedById { get; private set; }

    public string OpenedBy { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Somebody should take it on by then.</summary>
    public DateTimeOffset? RespondBy { get; private set; }

    public DateTimeOffset? RespondedAt { get; private set; }

    /// <summary>It should be done by then; null while it waits for something.</summary>
    public DateTimeOffset? ResolveBy { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>Minutes of working time that were left when it began to wait.</summary>
    public int? PausedMinutes { get; private set; }

    public DateTimeOffset? WarnedAt { get; private set; }

    public DateTimeOffset? EscalatedAt { get; private set; }

    public int Urges { get; private set; }

    /// <summary>How often it was opened again.</summary>
    public int Rounds { get; private set; }

    /// <summary>What was done.</summary>
    public string? Result { get; private set; }

    /// <summary>How many rows of history there are.</summary>
    public int Steps { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>GD-000123</summary>
    public string Display => Format(Number);

    /// <summary>Something is still to be done; kept beside the state, for what is open is few among very many and looked for all day.</summary>
    public bool IsOpen { get; private set; } = true;

    public static string Format(int number) => string.Create(CultureInfo.InvariantCulture, $"GD-{number:000000}");

    /// <summary>The first row of history; added with the ticket.</summary>
    public TicketStep Opened(Requester by) => Tell(StepKind.Opened, null, What, null, by);

    /// <summary>Moves it.</summary>
    /// <param name="text">Why; of a ticket that is done, what was done.</param>
    /// <param name="whom">For <see cref="TicketVerb.Assign"/> and <see cref="TicketVerb.Transfer"/>.</param>
    /// <exception cref="RuleViolation">The flow does not allow it now, or something is missing.</exception>
    public TicketStep Do(TicketVerb verb, string? text, TicketWhom? whom, PromiseClock clock, Requester by)
    {
        var next = TicketFlow.After(State, verb) ?? throw new RuleViolation("工单刚有变动，现在不能这样做，请刷新后再看。");
        if (TicketFlow.IsOfIncident(verb) && IncidentId is null)
        {
            throw new RuleViolation("工单 {0} 不在处理中的集中故障里。", [Display]);
        }

        var said = verb == TicketVerb.Finish || TicketFlow.IsOfIncident(verb) ? Require.Text(text, "处理结果", 1000) : TicketFlow.NeedsReason(verb) ? Require.Text(text, "原因", 500) : Require.OptionalText(text, "说明", 500);
        if (State == TicketState.Waiting && verb != TicketVerb.Cancel)
        {
            ResolveBy = clock.Due(Urgency, by.At, TimeSpan.FromMinutes(PausedMinutes ?? 0));
            PausedMinutes = null;
        }

        (State, IsOpen) = (next, TicketFlow.IsOpen(next));
        Apply(verb, said, whom, clock, by);
        return Tell(StepKind.Moved, verb, said, verb is TicketVerb.Assign or TicketVerb.Transfer or TicketVerb.Accept ? Whom : null, by);
    }

    /// <summary>The owner asks for it again (催单).</summary>
    /// <exception cref="RuleViolation">Nothing is to be done any more.</exception>
    public TicketStep Urge(string? text, Requester by)
    {
        if (!IsOpen)
        {
            throw new RuleViolation("工单已处理完，不用再催；如没修好，请重新打开。");
        }

        Urges++;
        return Tell(StepKind.Urged, null, Require.OptionalText(text, "说明", 500), null, by);
    }

    public TicketStep Remark(string? text, Requester by) => Tell(StepKind.Remarked, null, Require.Text(text, "备注", 500), null, by);

    /// <summary>What the clocks say now, once for each promise; null where they say nothing new.</summary>
    /// <param name="before">How long before a broken promise it is warned of.</param>
    public TicketStep? Look(TimeSpan before, Requester by)
    {
        var due = IsOpen && State != TicketState.Waiting ? (RespondedAt is null && RespondBy < ResolveBy ? RespondBy : ResolveBy) : null;
        if (due <= by.At && EscalatedAt is null)
        {
            (WarnedAt, EscalatedAt) = (WarnedAt ?? by.At, by.At);
            return Tell(StepKind.Escalated, null, null, null, by);
        }

        if (due - before <= by.At && WarnedAt is null)
        {
            WarnedAt = by.At;
            return Tell(StepKind.Warned, null, null, null, by);
        }

        return null;
    }

    private void Apply(TicketVerb verb, string? said, TicketWhom? whom, PromiseClock clock, Requester by)
    {
        switch (verb)
        {
            case TicketVerb.Assign or TicketVerb.Transfer:
                var to = whom is { DepartmentId: null, WorkerId: null } or null ? throw new RuleViolation("请选择派给谁。", field: "Whom") : whom;
                (DepartmentId, WorkerId, Whom) = (to.DepartmentId, to.WorkerId, to.Name);
                break;
            case TicketVerb.Accept:
                (WorkerId, Whom) = (WorkerId ?? by.Id, WorkerId is null ? by.Name : Whom);
                Responded(by.At);
                break;
            case TicketVerb.Return:
                (DepartmentId, WorkerId, Whom) = (null, null, null);
                break;
            case TicketVerb.Wait:
                PausedMinutes = ResolveBy is { } due ? (int)clock.Between(Urgency, by.At, due).TotalMinutes : 0;
                ResolveBy = null;
                break;
            case TicketVerb.Finish:
                (Result, ResolvedAt, FollowsUp) = (said, by.At, IsSampled());
                break;
            case TicketVerb.FinishWithIncident or TicketVerb.CloseWithIncident:
                (Result, ResolvedAt, FollowsUp) = (said, by.At, verb == TicketVerb.FinishWithIncident);
                Responded(by.At);
                break;
            case TicketVerb.Reopen:
                (DepartmentId, WorkerId, Whom, ResolvedAt, RespondedAt, Score, IsUnsettled) = (null, null, null, null, null, null, false);
                (WarnedAt, EscalatedAt, FollowsUp, RedressById, RedressBy) = (null, null, false, null, null);
                Rounds++;
                Promise(clock, by.At);
                break;
            default:
                break;
        }
    }

    // What a new department or worker has to accept again was taken on before all the same.
    private void Responded(DateTimeOffset at)
    {
        if (RespondedAt is null)
        {
            (RespondedAt, WarnedAt, EscalatedAt) = (at, null, null);
        }
    }

    private void Promise(PromiseClock clock, DateTimeOffset from)
    {
        var promise = Category.Promise(Urgency);
        (RespondBy, ResolveBy) = (clock.Due(Urgency, from, promise.Respond), clock.Due(Urgency, from, promise.Resolve));
    }

    private TicketStep Tell(StepKind kind, TicketVerb? verb, string? text, string? whom, Requester by)
    {
        var step = new TicketStep(this, kind, verb, text, whom, by);
        (Steps, Version) = (Steps + 1, Guid.NewGuid());
        return step;
    }
}
