using PropertyDesk.Domain.Events;

namespace PropertyDesk.Application;

/// <summary>The words of events.</summary>
public static partial class Words
{
    public static string Of(EventState state) => state switch
    {
        EventState.Draft => Texts.Of("草稿"),
        EventState.Published => Texts.Of("已发布"),
        EventState.Cancelled => Texts.Of("已取消"),
        _ => state.ToString(),
    };

    public static string Of(SignUpState state) => state switch
    {
        SignUpState.Confirmed => Texts.Of("已报名"),
        SignUpState.Waiting => Texts.Of("候补"),
        SignUpState.Cancelled => Texts.Of("已取消"),
        _ => state.ToString(),
    };
}
