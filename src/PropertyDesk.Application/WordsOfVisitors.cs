using PropertyDesk.Domain.Visitors;

namespace PropertyDesk.Application;

/// <summary>The words of visits.</summary>
public static partial class Words
{
    public static string Of(VisitState state) => state switch
    {
        VisitState.Expected => Texts.Of("待到访"),
        VisitState.Inside => Texts.Of("在场"),
        VisitState.Left => Texts.Of("已离开"),
        VisitState.Cancelled => Texts.Of("已取消"),
        VisitState.Refused => Texts.Of("已拒绝"),
        _ => state.ToString(),
    };
}
