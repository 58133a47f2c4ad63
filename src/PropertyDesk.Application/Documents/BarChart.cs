namespace PropertyDesk.Application.Documents;

/// <summary>Upright bars in groups.</summary>
/// <param name="Series">A name for each bar of a group.</param>
/// <param name="Unit">Printed behind the figures, such as %.</param>
/// <param name="Whole">The scale reaches at least to here, such as 100 for per cent.</param>
/// <param name="Height">In points, title and legend included.</param>
public sealed record BarChart(string Title, IReadOnlyList<string> Series, IReadOnlyList<BarGroup> Groups, string Unit = "", decimal Whole = 0, float Height = 210) : Block;

/// <param name="Values">One for each series; null where there is no figure.</param>
public sealed record BarGroup(string Label, IReadOnlyList<decimal?> Values);
