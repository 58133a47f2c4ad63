namespace PropertyDesk.Application.Documents;

/// <summary>A document to be printed.</summary>
/// <param name="Sections">Read once and one at a time, so that a batch of thousands need not be in memory.</param>
public sealed record PrintDocument(DocumentInfo Info, PageFormat Format, IEnumerable<PrintSection> Sections)
{
    public static PrintDocument Of(DocumentInfo info, PageFormat format, params PrintSection[] sections) => new(info, format, sections);
}
