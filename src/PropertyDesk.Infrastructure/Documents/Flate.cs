using System.IO.Compression;

namespace PropertyDesk.Infrastructure.Documents;

/// <summary>The packing that PDF and PNG share.</summary>
internal static class Flate
{
    public const string Filter = "/Filter/FlateDecode";

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    public static ZLibStream Unpack(byte[] packed) => new(new MemoryStream(packed), CompressionMode.Decompress);
}
