using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Files;

/// <summary>
/// A photo or paper that belongs to a community: the counter of a meter, the proof of a request. The bytes are in the
/// database, so that one backup has everything and any node can answer.
/// </summary>
public sealed class StoredFile : CommunityOwned
{
    private StoredFile()
    {
    }

    /// <param name="sha256">Of the content, in hexadecimal digits.</param>
    public StoredFile(Community community, string name, string contentType, byte[] content, string sha256, string by, DateTimeOffset at)
        : base(community)
    {
        (Name, ContentType, Content, Length) = (Require.Text(name, "文件名", 200), contentType, content, content.Length);
        (Sha256, By, At) = (sha256, by, at);
    }

    public string Name { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    /// <summary>In bytes.</summary>
    public int Length { get; private set; }

    public string Sha256 { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
