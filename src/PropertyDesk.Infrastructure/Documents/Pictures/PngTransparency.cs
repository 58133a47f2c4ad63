namespace PropertyDesk.Infrastructure.Documents.Pictures;

/// <summary>Splits a transparent PNG into colours and opacity, as PDF keeps them.</summary>
internal static class PngTransparency
{
    /// <summary>Pixels that carry their own alpha.</summary>
    public static StoredPicture SplitAlpha(PngHeader header, byte[] packed)
    {
        var pixels = PngPixels.Unpack(header, packed);
        var (channels, colours) = (header.Channels, header.Channels - 1);
        var count = header.Width * header.Height;
        var (colour, opacity) = (new byte[count * colours], new byte[count]);
        for (var i = 0; i < count; i++)
        {
            pixels.AsSpan(i * channels, colours).CopyTo(colour.AsSpan(i * colours));
            opacity[i] = pixels[(i * channels) + colours];
        }

        return Stored(header, colours == 1 ? "/DeviceGray" : "/DeviceRGB", colour, opacity);
    }

    /// <summary>A palette of which some colours are transparent.</summary>
    public static StoredPicture FromPalette(PngHeader header, byte[] palette, byte[] transparency, byte[] packed)
    {
        var pixels = PngPixels.Unpack(header, packed);
        var opacity = pixels.Select(p => p < transparency.Length ? transparency[p] : byte.MaxValue).ToArray();
        return Stored(header, $"[/Indexed/DeviceRGB {(palette.Length / 3) - 1}<{Convert.ToHexString(palette)}>]", pixels, opacity);
    }

    private static StoredPicture Stored(PngHeader header, string space, byte[] colour, byte[] opacity) =>
        new(header.Width, header.Height, space, 8, Flate.Filter, Flate.Pack(colour),
            new StoredPicture(header.Width, header.Height, "/DeviceGray", 8, Flate.Filter, Flate.Pack(opacity)));
}
