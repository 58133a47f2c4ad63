namespace PropertyDesk.Application.Documents;

/// <summary>Text that wraps; a line feed starts a new line.</summary>
/// <param name="KeepWithNext">True for headings: never the last line of a page.</param>
public sealed record Paragraph(string Text, TextStyle Style, bool KeepWithNext = false) : Block;
