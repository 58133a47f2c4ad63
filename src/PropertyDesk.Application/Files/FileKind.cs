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

    private static readonly FileKind[] Invoices =
    [
        All[^1],
        // OFD (GB/T 33190) is a ZIP archive whose first document has this name.
        new("application/ofd", [".ofd"], b => b.AsSpan().StartsWith("PK\u0003\u0004"u8) && b.AsSpan().IndexOf("OFD.xml"u8) > 0),
    ];

    /// <summary>Null where the ending is none of these, or the content is something else.</summary>
    public static FileKind? Of(string name, byte[] content) => Find(All, name, content);

    /// <summary>Null where the file is neither PDF nor OFD, the formats of electronic invoices.</summary>
    public static FileKind? OfInvoice(string name, byte[] content) => Find(Invoices, name, content);

    private static FileKind? Find(FileKind[] kinds, string name, byte[] content) =>
        Array.Find(kinds, kind => kind.Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) && kind.Begins(content));
}
