namespace PropertyDesk.Domain.Notices;

public enum NoticeState
{
    /// <summary>草稿: nobody but the desk sees it.</summary>
    Draft,

    /// <summary>待发布: goes out by itself at its time.</summary>
    Scheduled,

    /// <summary>已发布</summary>
    Published,

    /// <summary>已到期: its time is over; who received it can still read it.</summary>
    Expired,

    /// <summary>已撤回: shown as withdrawn, with the reason.</summary>
    Withdrawn,
}
