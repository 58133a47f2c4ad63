using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Files;

namespace PropertyDesk.Domain.WorkOrders;

/// <summary>One row of a work order's history; append only. All of them, replayed by <see cref="OrderFlow"/>, lead to the state.</summary>
public sealed class OrderStep : CommunityOwned
{
    private OrderStep()
    {
    }

    internal OrderStep(WorkOrder order, OrderVerb verb, string? text, string? whom, Requester by)
        : base(order)
    {
        (OrderId, Number, Verb, State, DueOn) = (order.Id, order.Steps + 1, verb, order.State, order.DueOn);
        (Text, Whom, ById, By, At) = (text, whom, by.Id, by.Name, by.At);
    }

    public Guid OrderId { get; private set; }

    /// <summary>1, 2 … within the order, unique: of two people at once one is refused.</summary>
    public int Number { get; private set; }

    public OrderVerb Verb { get; private set; }

    /// <summary>After it.</summary>
    public OrderState State { get; private set; }

    /// <summary>The day that held from then on.</summary>
    public DateOnly DueOn { get; private set; }

    public string? Text { get; private set; }

    /// <summary>The department or person it went to.</summary>
    public string? Whom { get; private set; }

    public Guid? ById { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>A photo or paper that somebody put to a row of the history.</summary>
public sealed class OrderFile : CommunityOwned
{
    private OrderFile()
    {
    }

    public OrderFile(OrderStep step, StoredFile file)
        : base(step) => (OrderId, StepId, FileId) = (step.OrderId, step.Id, file.Id);

    public Guid OrderId { get; private set; }

    public Guid StepId { get; private set; }

    public Guid FileId { get; private set; }
}
