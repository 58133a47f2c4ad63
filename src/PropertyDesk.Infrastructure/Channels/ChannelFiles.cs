using System.IO.Compression;
using System.Text;
using PropertyDesk.Application.Channels;

namespace PropertyDesk.Infrastructure.Channels;

/// <summary>Files of channels: unpacked up to a limit, and read in the encoding that they are in.</summary>
internal static class ChannelFiles
{
    // A hundred thousand payments are some fifty megabytes.
    private const int Largest = 200 * 1024 * 1024;

    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <exception cref="ChannelUnavailable">It is not packed, broken, or unpacks to more than any statement.</exception>
    public static byte[] Unzip(byte[] content)
    {
        try
        {
            using var zip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            return Read(zip);
        }
        catch (InvalidDataException error)
        {
            throw new ChannelUnavailable("The file cannot be unpacked.", error);
        }
    }

    /// <exception cref="InvalidDataException">Larger than any statement.</exception>
    public static byte[] Read(Stream stream)
    {
        using var plain = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            plain.Write(buffer, 0, read);
            if (plain.Length > Largest)
            {
                throw new InvalidDataException("Larger than any statement.");
            }
        }

        return plain.ToArray();
    }

    /// <summary>UTF-8, or GBK where it is none.</summary>
    public static string Text(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Gbk.GetString(content);
        }
    }
}
