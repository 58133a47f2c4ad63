namespace PropertyDesk.Application.Documents;

/// <summary>What became of a document.</summary>
/// <param name="Pages">Number of pages of all sections.</param>
/// <param name="MissingCharacters">Characters that no font has, in order of their codes; 〓 is printed in their place.</param>
public sealed record RenderResult(int Pages, IReadOnlyList<string> MissingCharacters);
