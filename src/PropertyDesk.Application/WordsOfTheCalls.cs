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
        CallState.NotReached => Texts.Of("未联系上"),
        _ => state.ToString(),
    };

    public static string Of(ReturnOutcome outcome) => outcome switch
    {
        ReturnOutcome.Reached => Texts.Of("已回电"),
        ReturnOutcome.NoAnswer => Texts.Of("没接通"),
        ReturnOutcome.GivenUp => Texts.Of("联系不上，不再打"),
        _ => outcome.ToString(),
    };
}
