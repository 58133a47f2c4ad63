using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Application;

/// <summary>The words of notices.</summary>
public static partial class Words
{
    public static string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Outage => Texts.Of("停水停电等"),
        NoticeKind.Event => Texts.Of("社区活动"),
        NoticeKind.Policy => Texts.Of("制度公示"),
        NoticeKind.General => Texts.Of("一般通知"),
        _ => kind.ToString(),
    };

    public static string Of(NoticeState state) => state switch
    {
        NoticeState.Draft => Texts.Of("草稿"),
        NoticeState.Scheduled => Texts.Of("定时待发"),
        NoticeState.Published => Texts.Of("已发布"),
        NoticeState.Expired => Texts.Of("已到期"),
        NoticeState.Withdrawn => Texts.Of("已撤回"),
        _ => state.ToString(),
    };

    public static string Of(NoticeEventKind kind) => kind switch
    {
        NoticeEventKind.Scheduled => Texts.Of("定时发布"),
        NoticeEventKind.Unscheduled => Texts.Of("取消定时"),
        NoticeEventKind.Published => Texts.Of("发布"),
        NoticeEventKind.Corrected => Texts.Of("更正"),
        NoticeEventKind.Withdrawn => Texts.Of("撤回"),
        NoticeEventKind.Expired => Texts.Of("到期"),
        _ => kind.ToString(),
    };
}
