using PropertyDesk.Domain.Files;

namespace PropertyDesk.Domain.Notices;

/// <summary>A picture or paper that goes with a notice.</summary>
public sealed class NoticeFile : CommunityOwned
{
    public const int Most = 8;

    private NoticeFile()
    {
    }

    internal NoticeFile(Notice notice, StoredFile file, int position)
        : base(notice) => (NoticeId, FileId, File, Position) = (notice.Id, file.Id, file, position);

    public Guid NoticeId { get; private set; }

    public Guid FileId { get; private set; }

    public StoredFile File { get; private set; } = null!;

    public int Position { get; private set; }
}
