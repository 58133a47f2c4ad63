namespace PropertyDesk.Application.Documents;

/// <summary>What a reader shows as the properties of the file.</summary>
/// <param name="Created">Given by the caller: the renderer reads no clock.</param>
/// <param name="Language">Language of the text, as a BCP 47 tag.</param>
public sealed record DocumentInfo(string Title, string Author, DateTimeOffset Created, string Language, string Subject = "");
