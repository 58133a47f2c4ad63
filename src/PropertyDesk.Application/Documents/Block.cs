namespace PropertyDesk.Application.Documents;

/// <summary>A part of a page, as wide as the place it stands in. Blocks follow each other downwards.</summary>
public abstract record Block;

/// <summary>White space.</summary>
/// <param name="Height">In points.</param>
public sealed record Space(float Height) : Block;

/// <summary>A line across.</summary>
public sealed record Rule(Ink Ink, float Thickness = 0.5f) : Block;

/// <summary>What follows starts on a new page; at the top of a page it does nothing.</summary>
public sealed record PageBreak : Block;
