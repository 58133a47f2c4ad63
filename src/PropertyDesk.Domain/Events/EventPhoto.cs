using PropertyDesk.Domain.Files;

namespace PropertyDesk.Domain.Events;

/// <summary>A picture of an event, for those who were invited to look at.</summary>
public sealed class EventPhoto : CommunityOwned
{
    public const int Most = 60;

    private EventPhoto()
    {
    }

    /// <exception cref="RuleViolation">It is no picture.</exception>
    public EventPhoto(CommunityEvent of, StoredFile file)
        : base(of)
    {
        if (!file.ContentType.StartsWith("image/", StringComparison.Ordinal))
        {
            throw new RuleViolation("活动照片只能是 jpg、png、webp 图片。", field: "Photos");
        }

        (EventId, FileId, File, Sha256) = (of.Id, file.Id, file, file.Sha256);
    }

    public Guid EventId { get; private set; }

    public Guid FileId { get; private set; }

    public StoredFile File { get; private set; } = null!;

    /// <summary>Of the content: the same picture is there once. Unique in the event.</summary>
    public string Sha256 { get; private set; } = "";
}
