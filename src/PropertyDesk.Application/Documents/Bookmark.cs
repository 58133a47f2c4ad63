namespace PropertyDesk.Application.Documents;

/// <summary>The entry of a section in the reader's table of contents.</summary>
/// <param name="Group">Sections in a row with the same group stand together under it, such as the bills of one building.</param>
public sealed record Bookmark(string Title, string? Group = null);
