namespace PropertyDesk.Infrastructure.Documents.Pictures;

/// <summary>Unpacks the pixels of a PNG with 8 bits a channel: each line is stored as differences to its neighbours.</summary>
internal static class PngPixels
{
    public static byte[] Unpack(PngHeader header, byte[] packed)
    {
        var length = header.Width * header.Channels;
        using var lines = Flate.Unpack(packed);
        var pixels = new byte[length * header.Height];
        Span<byte> above = new byte[length];
        for (var y = 0; y < header.Height; y++)
        {
            var filter = lines.ReadByte();
            var line = pixels.AsSpan(y * length, length);
            if (lines.ReadAtLeast(line, length, throwOnEndOfStream: false) < length)
            {
                throw new InvalidDataException("The PNG is cut off.");
            }

            Restore(filter, line, above, header.Channels);
            above = line;
        }

        return pixels;
    }

    private static void Restore(int filter, Span<byte> line, ReadOnlySpan<byte> above, int pixel)
    {
        for (var i = 0; i < line.Length; i++)
        {
            int left = i < pixel ? 0 : line[i - pixel], corner = i < pixel ? 0 : above[i - pixel];
            line[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                4 => Nearest(left, above[i], corner),
                _ => throw new InvalidDataException("The PNG has an unknown filter."),
            });
        }
    }

    /// <summary>The neighbour nearest to left + above − corner; the first of equals.</summary>
    private static int Nearest(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        if (toLeft <= toAbove && toLeft <= toCorner)
        {
            return left;
        }

        return toAbove <= toCorner ? above : corner;
    }
}
