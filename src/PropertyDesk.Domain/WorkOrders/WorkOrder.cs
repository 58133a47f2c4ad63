using System.Globalization;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Domain.WorkOrders;

/// <summary>What a department asks another for.</summary>
/// <param name="DueOn">The company's day until whose end it should be answered.</param>
/// <param name="Ticket">What it is needed for; null for none.</param>
/// <param name="Place">In words; null where none is meant.</param>
public sealed record OrderFacts(Department From, Department To, string? What, DateOnly DueOn, Ticket? Ticket, Unit? Unit, string? Place);

/// <summary>What is said with a verb.</summary>
/// <param name="DueOn">A new day, for sending again or back; null: the old one stays.</param>
/// <param name="Worker">For handing over: somebody of the department.</param>
public sealed record OrderWords(string? Text = null, DateOnly? DueOn = null, TicketWhom? Worker = null);

/// <summary>
/// Something that one department wants of another (部门工单, 转办). Only <see cref="OrderFlow"/> says how it moves; every act
/// leaves a row of history.
/// </summary>
public sealed class WorkOrder : CommunityOwned
{
    private WorkOrder()
    {
    }

    /// <param name="number">Unique in the company.</param>
    /// <param name="requestId">Made with the form: sent twice, it is one order.</param>
    /// <exception cref="RuleViolation">Nothing is said, the departments are one, or the day is over.</exception>
    public WorkOrder(Community community, int number, OrderFacts facts, Guid requestId, Requester by)
        : base(community)
    {
        if (facts.From.Id == facts.To.Id)
        {
            throw new RuleViolation("发出和接收不能是同一个部门。", field: "To");
        }

        if (new CommunityOwned?[] { facts.Ticket, facts.Unit }.Any(x => x is not null && x.CommunityId != community.Id))
        {
            throw new RuleViolation("工单和房屋须在同一个小区。", field: "Community");
        }

        (Number, RequestId, FromId, From, ToId, To) = (number, requestId, facts.From.Id, facts.From, facts.To.Id, facts.To);
        (TicketId, Ticket, UnitId, Unit, Place) = (facts.Ticket?.Id, facts.Ticket, facts.Unit?.Id, facts.Unit, Require.OptionalText(facts.Place, "地点", 100));
        (What, DueOn) = (Require.Text(facts.What, "事项", 1000, "What"), NotOver(facts.DueOn, by));
        (AskedById, AskedBy, AskedAt) = (by.Id, by.Name, by.At);
    }

    public int Number { get; private set; }

    public Guid RequestId { get; private set; }

    public Guid FromId { get; private set; }

    public Department From { get; private set; } = null!;

    public Guid ToId { get; private set; }

    public Department To { get; private set; } = null!;

    public Guid? TicketId { get; private set; }

    public Ticket? Ticket { get; private set; }

    public Guid? UnitId { get; private set; }

    public Unit? Unit { get; private set; }

    public string? Place { get; private set; }

    public string What { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    public OrderState State { get; private set; }

    /// <summary>The login of whoever of the asked department does it.</summary>
    public Guid? WorkerId { get; private set; }

    public string? Worker { get; private set; }

    public Guid? AskedById { get; private set; }

    public string AskedBy { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>What came of it, in the words of the last answer; null while there is none, and when it was sent back.</summary>
    public string? Answer { get; private set; }

    /// <summary>How many rows of history there are.</summary>
    public int Steps { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>ZB-000012</summary>
    public string Display => Format(Number);

    public static string Format(int number) => string.Create(CultureInfo.InvariantCulture, $"ZB-{number:000000}");

    /// <summary>The first row of history; added with the order.</summary>
    public OrderStep Sent(Requester by) => Tell(OrderVerb.Send, What, To.Name, by);

    /// <summary>Moves it.</summary>
    /// <exception cref="RuleViolation">The flow does not allow it now, or something is missing.</exception>
    public OrderStep Do(OrderVerb verb, OrderWords words, Requester by)
    {
        var next = OrderFlow.After(State, verb) ?? throw new RuleViolation("部门工单刚有变动，现在不能这样做，请刷新后再看。");
        var text = OrderFlow.NeedsText(verb) ? Require.Text(words.Text, Name(verb), 1000, "Text") : Require.OptionalText(words.Text, "说明", 1000);
        switch (verb)
        {
            case OrderVerb.HandOver:
                (WorkerId, Worker) = words.Worker is { WorkerId: { } worker } whom ? (worker, whom.Name) : throw new RuleViolation("请选择交给谁办。", field: "Worker");
                break;
            case OrderVerb.Answer:
                Answer = text;
                break;
            case OrderVerb.SendBack:
                (Answer, DueOn) = (null, NewDay(words, by));
                break;
            case OrderVerb.SendAgain:
                (WorkerId, Worker, DueOn) = (null, null, NewDay(words, by));
                break;
            default:
                break;
        }

        State = next;
        return Tell(verb, text, verb == OrderVerb.HandOver ? Worker : null, by);
    }

    // What was said stands beside the verb in the history: each has its own name.
    private static string Name(OrderVerb verb) => verb switch
    {
        OrderVerb.Answer => "答复",
        OrderVerb.SendAgain => "补充说明",
        OrderVerb.Remark => "备注",
        _ => "原因",
    };

    private static DateOnly NotOver(DateOnly day, Requester by) =>
        day >= by.Today && day.DayNumber - by.Today.DayNumber <= 366 ? day : throw new RuleViolation("办理期限须在今天到一年之内。", field: "DueOn");

    // An old day that is over stays over, until somebody sets a new one.
    private DateOnly NewDay(OrderWords words, Requester by) => words.DueOn is { } day && day != DueOn ? NotOver(day, by) : DueOn;

    private OrderStep Tell(OrderVerb verb, string? text, string? whom, Requester by)
    {
        var step = new OrderStep(this, verb, text, whom, by);
        (Steps, Version) = (Steps + 1, Guid.NewGuid());
        return step;
    }
}
