namespace PropertyDesk.Application.Documents;

/// <summary>Prints a document as PDF. The same document always gives the same bytes.</summary>
public interface IDocumentRenderer
{
    /// <summary>Writes the whole file; the stream need not be seekable and stays open.</summary>
    /// <exception cref="InvalidDataException">A picture is neither a PNG nor a JPEG that can be printed.</exception>
    /// <exception cref="InvalidOperationException">A block that cannot be divided is higher than a page.</exception>
    RenderResult Render(PrintDocument document, Stream output);

    /// <summary>Whether a file is a picture that can be printed.</summary>
    bool CanPrint(ReadOnlyMemory<byte> picture);
}
