using System.Buffers.Binary;
using System.IO.Compression;
using PropertyDesk.Application.Documents;
using UglyToad.PdfPig.Content;

namespace PropertyDesk.IntegrationTests.Documents;

public sealed class PrintingPictures
{
    /// <summary>A grey JPEG of 8 × 8 pixels.</summary>
    private const string SmallJpeg =
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==";

    [Fact]
    public void A_seal_keeps_its_colours_and_its_transparency()
    {
        var seal = Png(colour: 6, Enumerable.Range(0, 16).SelectMany(i => new byte[] { 200, 0, 0, (byte)(i * 16) }).ToArray(), filter: 0);
        using var printed = Printed.Of(new Picture(seal, 80, TextAlign.End, Floating: true), new Paragraph("收款单位（盖章）", new TextStyle()));
        var image = Assert.Single(printed.Pdf.GetPage(1).GetImages());

        Assert.Equal((4, 4), (image.WidthInSamples, image.HeightInSamples));
        Assert.True(image.TryGetBytesAsMemory(out var pixels));
        Assert.Equal(new byte[] { 200, 0, 0 }, pixels[..3].ToArray());
        Assert.NotNull(image.MaskImage);
        Assert.True(image.MaskImage.TryGetBytesAsMemory(out var opacity));
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (byte)(i * 16)), opacity.ToArray());
        Assert.Equal("收款单位（盖章）", printed.Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Pixels_stored_as_differences_are_restored(byte filter)
    {
        var differences = Enumerable.Range(0, 64).Select(i => (byte)(i * 37)).ToArray();
        using var printed = Printed.Of(new Picture(Png(colour: 6, differences, filter), 80));
        var image = printed.Pdf.GetPage(1).GetImages().Single();

        Assert.True(image.TryGetBytesAsMemory(out var pixels));
        Assert.True(image.MaskImage!.TryGetBytesAsMemory(out var opacity));
        var restored = opacity.ToArray().SelectMany((a, i) => pixels.Slice(i * 3, 3).ToArray().Append(a)).ToArray();
        Assert.Equal(differences, Differences(restored, filter));
    }

    [Fact]
    public void An_opaque_logo_and_a_photograph_print()
    {
        var logo = Png(colour: 2, [.. Enumerable.Repeat<byte>(90, 48)], filter: 0);
        using var printed = Printed.Of(new Picture(logo, 40), new Picture(Convert.FromBase64String(SmallJpeg), 40));
        var images = printed.Pdf.GetPage(1).GetImages().ToList();

        Assert.Equal([(4, 4), (8, 8)], images.Select(i => (i.WidthInSamples, i.HeightInSamples)));
        Assert.Equal([40.0, 40.0], images.Select(i => Math.Round(i.BoundingBox.Width)));
    }

    [Fact]
    public void A_picture_printed_a_hundred_times_is_stored_once()
    {
        ReadOnlyMemory<byte> logo = Png(colour: 2, Noise(48), filter: 0);
        var once = Size(1);
        Assert.True(Size(100) - once < 100 * 400, "Each further page must only refer to the picture.");

        int Size(int pages)
        {
            using var printed = new Printed(Printed.Document([.. Enumerable.Range(0, pages).Select(_ => new PrintSection([new Picture(logo, 40)]))]));
            Assert.Equal(1, System.Text.Encoding.Latin1.GetString(printed.Bytes).Split("/Subtype/Image").Length - 1);
            return printed.Bytes.Length;
        }
    }

    [Fact]
    public void What_is_no_picture_or_damaged_or_huge_is_refused()
    {
        var png = Png(colour: 6, new byte[64], filter: 0);
        var huge = (byte[])png.Clone();
        BinaryPrimitives.WriteInt32BigEndian(huge.AsSpan(16), 1_000_000);

        foreach (var file in new[] { "GIF89a"u8.ToArray(), [], png[..40], png[..^20], huge, [0xFF, 0xD8, 0xFF, 0xE0] })
        {
            Assert.Throws<InvalidDataException>(() => Printed.Of(new Picture(file, 40)));
        }
    }

    private static byte[] Noise(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * i * 31))];

    /// <summary>A PNG of 4 × 4 pixels.</summary>
    private static byte[] Png(byte colour, byte[] pixels, byte filter)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR"u8, [0, 0, 0, 4, 0, 0, 0, 4, 8, colour, 0, 0, 0]);
        Chunk(file, "IDAT"u8, Packed([.. pixels.Chunk(pixels.Length / 4).SelectMany(line => line.Prepend(filter))]));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> name, byte[] content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        file.Write(length);
        file.Write(name);
        file.Write(content);
        file.Write([0, 0, 0, 0]);
    }

    /// <summary>The differences to the neighbours, written from the PNG specification's own table.</summary>
    private static byte[] Differences(byte[] pixels, int filter)
    {
        int At(int x, int y) => x < 0 || y < 0 ? 0 : pixels[(y * 16) + x];
        return [.. Enumerable.Range(0, 64).Select(i =>
        {
            var (x, y) = (i % 16, i / 16);
            int a = At(x - 4, y), b = At(x, y - 1), c = x < 4 ? 0 : At(x - 4, y - 1);
            var paeth = new[] { a, b, c }.MinBy(v => Math.Abs(a + b - c - v));
            return (byte)(pixels[i] - filter switch { 1 => a, 2 => b, 3 => (a + b) / 2, _ => paeth });
        })];
    }
}
