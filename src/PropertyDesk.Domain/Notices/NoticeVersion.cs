namespace PropertyDesk.Domain.Notices;

/// <summary>What a notice says, or said before it was corrected. From the publication on it is never changed.</summary>
public sealed class NoticeVersion : CommunityOwned
{
    private NoticeVersion()
    {
    }

    internal NoticeVersion(Notice notice, NoticeText text, string? reason, string by, DateTimeOffset now)
        : base(notice)
    {
        (NoticeId, Number, Reason) = (notice.Id, notice.Version, reason);
        Rewrite(text, by, now);
    }

    public Guid NoticeId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; private set; } = "";

    public DateTimeOffset? From { get; private set; }

    public DateTimeOffset? Until { get; private set; }

    public string? Expect { get; private set; }

    /// <summary>Of a correction: what was wrong before.</summary>
    public string? Reason { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public NoticeText Text => new(Title, Summary, Body, From, Until, Expect);

    internal void Rewrite(NoticeText text, string by, DateTimeOffset now)
    {
        (Title, Summary, Body, From, Until, Expect) = (text.Title!, text.Summary!, text.Body!, text.From, text.Until, text.Expect);
        (By, At) = (by, now);
    }
}
