using System.Buffers.Binary;

namespace PropertyDesk.Infrastructure.Documents.Pictures;

/// <summary>Measures and kind of a PNG.</summary>
/// <param name="Depth">Bits of a colour channel.</param>
internal sealed record PngHeader(int Width, int Height, int Depth, PngColour Colour, bool Interlaced)
{
    public int Channels => Colour switch
    {
        PngColour.Rgb => 3,
        PngColour.GreyWithAlpha => 2,
        PngColour.RgbWithAlpha => 4,
        _ => 1,
    };

    public static PngHeader Read(ReadOnlySpan<byte> chunk) => new(
        BinaryPrimitives.ReadInt32BigEndian(chunk),
        BinaryPrimitives.ReadInt32BigEndian(chunk[4..]),
        chunk[8..][0],
        Enum.IsDefined((PngColour)chunk[9..][0]) ? (PngColour)chunk[9] : throw new InvalidDataException("The PNG is of an unknown kind."),
        chunk[12..][0] != 0);
}

/// <summary>Numbers as in the file.</summary>
internal enum PngColour
{
    Grey = 0,

    Rgb = 2,

    Palette = 3,

    GreyWithAlpha = 4,

    RgbWithAlpha = 6,
}
