namespace PropertyDesk.Domain.Notices;

/// <summary>What somebody, or the program at its time, did with a notice.</summary>
public sealed class NoticeEvent : CommunityOwned
{
    private NoticeEvent()
    {
    }

    internal NoticeEvent(Notice notice, NoticeEventKind kind, string? note, string by, DateTimeOffset at)
        : base(notice) => (NoticeId, Kind, Note, By, At) = (notice.Id, kind, note, by, at);

    public Guid NoticeId { get; private set; }

    public NoticeEventKind Kind { get; private set; }

    public string? Note { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

public enum NoticeEventKind
{
    Scheduled,
    Unscheduled,
    Published,
    Corrected,
    Withdrawn,
    Expired,
}
