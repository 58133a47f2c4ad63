using System.Buffers.Binary;

namespace PropertyDesk.Infrastructure.Documents.TrueType;

/// <summary>A glyph that is put together from others, such as é from e and an accent.</summary>
internal static class CompositeGlyph
{
    private const int WordArguments = 0x0001;
    private const int Scale = 0x0008;
    private const int MoreParts = 0x0020;
    private const int TwoScales = 0x0040;
    private const int Matrix = 0x0080;

    /// <summary>Gives the parts of a composed glyph their new numbers; a simple glyph stays as it is.</summary>
    public static void Renumber(Span<byte> outline, Func<int, int> number)
    {
        if (outline.IsEmpty || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return;
        }

        int flags;
        var at = 10;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            var part = outline[(at + 2)..];
            BinaryPrimitives.WriteUInt16BigEndian(part, checked((ushort)number(BinaryPrimitives.ReadUInt16BigEndian(part))));
            at += 4 + ArgumentBytes(flags) + ScaleBytes(flags);
        }
        while ((flags & MoreParts) != 0);
    }

    private static int ArgumentBytes(int flags) => (flags & WordArguments) != 0 ? 4 : 2;

    private static int ScaleBytes(int flags) => (flags & (Scale | TwoScales | Matrix)) switch
    {
        Scale => 2,
        TwoScales => 4,
        Matrix => 8,
        _ => 0,
    };
}
