using static PropertyDesk.Domain.WorkOrders.OrderState;

namespace PropertyDesk.Domain.WorkOrders;

/// <summary>Where a work order (部门工单) stands. Only <see cref="OrderFlow"/> says how it moves.</summary>
public enum OrderState
{
    /// <summary>待接收</summary>
    Sent,

    /// <summary>办理中</summary>
    Accepted,

    /// <summary>已退回: the asking department decides what becomes of it.</summary>
    Returned,

    /// <summary>已答复: the asking department confirms it or sends it back.</summary>
    Answered,

    /// <summary>已确认</summary>
    Confirmed,

    /// <summary>已撤回</summary>
    Withdrawn,
}

/// <summary>What somebody does to a work order; each is one row of its history.</summary>
public enum OrderVerb
{
    /// <summary>发出</summary>
    Send,

    /// <summary>接收</summary>
    Accept,

    /// <summary>交办: somebody of the department does it.</summary>
    HandOver,

    /// <summary>退回, with the reason.</summary>
    Return,

    /// <summary>答复: it is done, or what came of it.</summary>
    Answer,

    /// <summary>确认: the answer is what was asked for.</summary>
    Confirm,

    /// <summary>要求重办, with the reason.</summary>
    SendBack,

    /// <summary>重新发出 after a return, with what was missing.</summary>
    SendAgain,

    /// <summary>撤回: it is not needed any more.</summary>
    Withdraw,

    /// <summary>备注: words only.</summary>
    Remark,
}

/// <summary>Which of the two departments.</summary>
public enum OrderSide
{
    /// <summary>The one that asks.</summary>
    Asker,

    /// <summary>The one that is asked.</summary>
    Receiver,

    /// <summary>Any of the two.</summary>
    Both,
}

/// <summary>
/// The one place that says which verb is allowed in which state, where it leads, and whose it is. Screens ask it which buttons
/// to show, the order asks it before it changes, and a history replays through it.
/// </summary>
public static class OrderFlow
{
    /// <summary>The state after the verb, or null where the verb is not allowed.</summary>
    /// <param name="from">Null: the order is not there yet.</param>
    public static OrderState? After(OrderState? from, OrderVerb verb) => verb switch
    {
        OrderVerb.Send when from is null => Sent,
        OrderVerb.Accept when from == Sent => Accepted,
        // Whoever hands it to a person has accepted it.
        OrderVerb.HandOver when from is Sent or Accepted => Accepted,
        OrderVerb.Return when from is Sent or Accepted => Returned,
        OrderVerb.Answer when from == Accepted => Answered,
        OrderVerb.Confirm when from == Answered => Confirmed,
        OrderVerb.SendBack when from == Answered => Accepted,
        OrderVerb.SendAgain when from == Returned => Sent,
        OrderVerb.Withdraw when from is Sent or Accepted or Returned => Withdrawn,
        OrderVerb.Remark when from is { } state && IsOpen(state) => state,
        _ => null,
    };

    /// <summary>Something is still to be done, by one side or the other.</summary>
    public static bool IsOpen(OrderState state) => state is not (Confirmed or Withdrawn);

    /// <summary>Whose verb it is.</summary>
    public static OrderSide SideOf(OrderVerb verb) => verb switch
    {
        OrderVerb.Accept or OrderVerb.HandOver or OrderVerb.Return or OrderVerb.Answer => OrderSide.Receiver,
        OrderVerb.Remark => OrderSide.Both,
        _ => OrderSide.Asker,
    };

    /// <summary>Whether the history must say something with it.</summary>
    public static bool NeedsText(OrderVerb verb) => verb is not (OrderVerb.Accept or OrderVerb.HandOver or OrderVerb.Confirm);

    /// <summary>The verbs allowed in the state, in the order in which a screen shows them.</summary>
    public static IReadOnlyList<OrderVerb> Allowed(OrderState from) => [.. Enum.GetValues<OrderVerb>().Where(verb => After(from, verb) is not null)];

    /// <summary>The state that a history of verbs leads to; null where one of them was not allowed, and of an empty one.</summary>
    public static OrderState? Replay(IEnumerable<OrderVerb> history)
    {
        OrderState? state = null;
        foreach (var verb in history)
        {
            state = After(state, verb);
            if (state is null)
            {
                return null;
            }
        }

        return state;
    }
}
