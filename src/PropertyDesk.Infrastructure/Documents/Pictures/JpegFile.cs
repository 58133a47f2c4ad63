using System.Buffers.Binary;

namespace PropertyDesk.Infrastructure.Documents.Pictures;

/// <summary>A JPEG goes into the PDF as it is; only its measures are read.</summary>
internal static class JpegFile
{
    private const byte FirstFrame = 0xC0;
    private const byte LastFrame = 0xCF;

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    public static StoredPicture Read(ReadOnlyMemory<byte> file)
    {
        var frame = Frame(file.Span);
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        var space = frame[5] switch
        {
            1 => "/DeviceGray",
            3 => "/DeviceRGB",
            _ => throw new InvalidDataException("The JPEG is neither grey nor RGB."),
        };
        return width == 0 || height == 0
            ? throw new InvalidDataException("The JPEG has no size.")
            : new StoredPicture(width, height, space, frame[0], "/Filter/DCTDecode", file);
    }

    /// <summary>The content of the first start-of-frame segment: precision, height, width, number of components.</summary>
    private static ReadOnlySpan<byte> Frame(ReadOnlySpan<byte> file)
    {
        for (var at = 2; ;)
        {
            var marker = file[(at + 1)..][0];
            if (marker is >= FirstFrame and <= LastFrame and not (0xC4 or 0xC8 or 0xCC))
            {
                return file.Slice(at + 4, 6);
            }

            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(file.Slice(at + 2, 2));
        }
    }
}
