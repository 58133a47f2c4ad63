namespace PropertyDesk.Infrastructure.Documents.Pictures;

/// <summary>The pictures of one document; each is read once.</summary>
internal sealed class PictureStore
{
    private readonly Dictionary<ReadOnlyMemory<byte>, StoredPicture> _pictures = [];

    /// <exception cref="InvalidDataException">Not a PNG nor a JPEG, damaged, or of a kind that is not printed.</exception>
    public StoredPicture Store(ReadOnlyMemory<byte> file)
    {
        if (!_pictures.TryGetValue(file, out var picture))
        {
            _pictures[file] = picture = Read(file);
        }

        return picture;
    }

    private static StoredPicture Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            return PngFile.Is(file.Span) ? PngFile.Read(file)
                : JpegFile.Is(file.Span) ? JpegFile.Read(file)
                : throw new InvalidDataException("The picture is neither a PNG nor a JPEG.");
        }
        catch (ArgumentOutOfRangeException e)
        {
            // A slice beyond the end: the file was cut off.
            throw new InvalidDataException("The picture is damaged.", e);
        }
    }
}
