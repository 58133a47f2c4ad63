namespace PropertyDesk.Application.Documents;

/// <summary>A part that starts on a new page and counts its own pages, such as one bill of a print batch.</summary>
public sealed record PrintSection(IReadOnlyList<Block> Body, PageFooter? Footer = null, Bookmark? Bookmark = null);
