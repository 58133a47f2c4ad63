using PropertyDesk.Domain.Calls;

namespace PropertyDesk.Application;

/// <summary>The words of calls.</summary>
public static partial class Words
{
    public static string Of(CallState state) => state switch
    {
        CallState.Answered => Texts.Of("已答复"),
        CallState.CallBack => Texts.Of("待回电"),
        CallState.BecameTicket => Texts.Of("已转工单"),
        _ => state.ToString(),
    };
}
