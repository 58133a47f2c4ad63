using System.Buffers.Binary;

namespace PropertyDesk.Infrastructure.Documents.Pictures;

/// <summary>Reads a PNG. Opaque ones go into the PDF as they are packed; from others the transparency is split off.</summary>
internal static class PngFile
{
    /// <summary>A logo or a seal is smaller; what is larger would only fill the memory.</summary>
    private const long MostPixels = 16_000_000;

    private const int HeaderChunk = 0x49484452;
    private const int PaletteChunk = 0x504C5445;
    private const int TransparencyChunk = 0x74524E53;
    private const int PixelsChunk = 0x49444154;
    private const int EndChunk = 0x49454E44;

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    public static StoredPicture Read(ReadOnlyMemory<byte> file)
    {
        PngHeader? header = null;
        byte[] palette = [], transparency = [];
        using var packed = new MemoryStream();
        for (var rest = file[8..]; ; rest = rest[(12 + BinaryPrimitives.ReadInt32BigEndian(rest.Span))..])
        {
            var content = rest.Slice(8, BinaryPrimitives.ReadInt32BigEndian(rest.Span)).Span;
            switch (BinaryPrimitives.ReadInt32BigEndian(rest.Span[4..]))
            {
                case HeaderChunk: header = Checked(PngHeader.Read(content)); break;
                case PaletteChunk: palette = content.ToArray(); break;
                case TransparencyChunk: transparency = content.ToArray(); break;
                case PixelsChunk: packed.Write(content); break;
                case EndChunk:
                    return Stored(header ?? throw new InvalidDataException("The PNG has no header."), palette, transparency, packed.ToArray());
                default: break;
            }
        }
    }

    private static PngHeader Checked(PngHeader header)
    {
        if (header.Width <= 0 || header.Height <= 0 || (long)header.Width * header.Height > MostPixels)
        {
            throw new InvalidDataException($"The PNG has {header.Width} × {header.Height} pixels; up to {MostPixels} are printed.");
        }

        return header.Interlaced || header.Depth > 8
            ? throw new InvalidDataException("The PNG is interlaced or has 16 bits a colour; save it without.")
            : header;
    }

    private static StoredPicture Stored(PngHeader header, byte[] palette, byte[] transparency, byte[] packed) => header.Colour switch
    {
        PngColour.GreyWithAlpha or PngColour.RgbWithAlpha => PngTransparency.SplitAlpha(header, packed),
        PngColour.Palette when transparency.Length > 0 && header.Depth == 8 => PngTransparency.FromPalette(header, palette, transparency, packed),
        PngColour.Palette => AsPacked(header, $"[/Indexed/DeviceRGB {(palette.Length / 3) - 1}<{Convert.ToHexString(palette)}>]", packed),
        PngColour.Rgb => AsPacked(header, "/DeviceRGB", packed),
        _ => AsPacked(header, "/DeviceGray", packed),
    };

    private static StoredPicture AsPacked(PngHeader header, string space, byte[] packed) => new(
        header.Width, header.Height, space, header.Depth,
        $"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {header.Channels}/BitsPerComponent {header.Depth}/Columns {header.Width}>>", packed);
}
