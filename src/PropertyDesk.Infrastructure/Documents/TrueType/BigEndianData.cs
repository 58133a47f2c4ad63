using System.Buffers.Binary;

namespace PropertyDesk.Infrastructure.Documents.TrueType;

/// <summary>The bytes of a font file; numbers in it are big-endian.</summary>
internal sealed class BigEndianData(byte[] bytes)
{
    public ushort UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    public short Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at));

    public uint UInt32(int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));

    public int Int32(int at) => checked((int)UInt32(at));

    public ReadOnlySpan<byte> Span(int at, int length) => bytes.AsSpan(at, length);

    public byte[] Copy(FontTable table) => bytes.AsSpan(table.Offset, table.Length).ToArray();
}

/// <summary>Where a table of the font file is.</summary>
internal readonly record struct FontTable(int Offset, int Length);
