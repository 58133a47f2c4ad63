namespace PropertyDesk.Application.Files;

/// <summary>A kind of file that may be attached: known by its ending and by its first bytes, both.</summary>
internal sealed record FileKind(string ContentType, string[] Endings, Func<byte[], bool> Begins)
{
    private static readonly FileKind[] All =
    [
        new("image/jpeg", [".jpg", ".jpeg"], b => b.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])),
        new("image/png", [".png"], b => b.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        new("image/webp", [".webp"], b => b.Length > 12 && b.AsSpan().StartsWith("RIFF"u8) && b.AsSpan(8, 4).SequenceEqual("WEBP"u8)),
        new("application/pdf", [".pdf"], b => b.AsSpan().StartsWith("%PDF-"u8)),
    ];

    /// <summary>Null where the ending is none of these, or the content is something else.</summary>
    public static FileKind? Of(string name, byte[] content) =>
        Array.Find(All, kind => kind.Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) && kind.Begins(content));
}
