namespace PropertyDesk.Domain.Notices;

public enum NoticeKind
{
    /// <summary>停水停电等: says from when until when, and what to expect.</summary>
    Outage,

    /// <summary>社区活动: says when.</summary>
    Event,

    /// <summary>制度公示</summary>
    Policy,

    /// <summary>一般通知</summary>
    General,
}
