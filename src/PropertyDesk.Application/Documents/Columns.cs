namespace PropertyDesk.Application.Documents;

/// <summary>Blocks side by side; kept on one page.</summary>
/// <param name="Gap">Between the columns, in points.</param>
public sealed record Columns(IReadOnlyList<Column> Parts, float Gap = 10) : Block;

/// <param name="Weight">Share of the width, relative to the other columns.</param>
public sealed record Column(float Weight, params IReadOnlyList<Block> Body);
