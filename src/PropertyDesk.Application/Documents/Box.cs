namespace PropertyDesk.Application.Documents;

/// <summary>Blocks on a coloured ground, with a frame, or both. A high box continues on the next page.</summary>
/// <param name="Padding">Between frame and content, in points.</param>
public sealed record Box(IReadOnlyList<Block> Body, Ink? Fill = null, Ink? Frame = null, float Padding = 7) : Block;
