using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace PropertyDesk.Infrastructure.Documents.TrueType;

/// <summary>Puts tables together to a font file with its directory and checksums.</summary>
internal static class FontFile
{
    private const uint Version1 = 0x00010000;
    private const uint Magic = 0xB1B0AFBA;
    private const int AdjustmentInHead = 8;

    public static byte[] Write(SortedDictionary<string, byte[]> tables)
    {
        var start = 12 + (16 * tables.Count);
        var file = new byte[start + tables.Values.Sum(t => Padded(t.Length))];
        WriteHeader(file, tables.Count);
        var (entry, offset, head) = (12, start, 0);
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(file, offset);
            if (tag == "head")
            {
                head = offset;
                file.AsSpan(head + AdjustmentInHead, 4).Clear();
            }

            WriteEntry(file.AsSpan(entry), tag, Sum(file.AsSpan(offset, Padded(table.Length))), offset, table.Length);
            (entry, offset) = (entry + 16, offset + Padded(table.Length));
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + AdjustmentInHead), unchecked(Magic - Sum(file)));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static void WriteHeader(Span<byte> file, int count)
    {
        var power = BitOperations.Log2((uint)count);
        BinaryPrimitives.WriteUInt32BigEndian(file, Version1);
        BinaryPrimitives.WriteUInt16BigEndian(file[4..], (ushort)count);
        BinaryPrimitives.WriteUInt16BigEndian(file[6..], (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file[8..], (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file[10..], (ushort)((16 * count) - (16 << power)));
    }

    private static void WriteEntry(Span<byte> entry, string tag, uint sum, int offset, int length)
    {
        Encoding.ASCII.GetBytes(tag, entry);
        BinaryPrimitives.WriteUInt32BigEndian(entry[4..], sum);
        BinaryPrimitives.WriteInt32BigEndian(entry[8..], offset);
        BinaryPrimitives.WriteInt32BigEndian(entry[12..], length);
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var at = 0; at < bytes.Length; at += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]));
        }

        return sum;
    }
}
