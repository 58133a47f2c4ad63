namespace PropertyDesk.Domain.Equipment;

/// <summary>What is looked at, a line each (检查项): of a maintenance plan, and of a stop of a patrol.</summary>
public static class Checklist
{
    public const int MostLines = 30;
    public const int LongestLine = 60;

    /// <summary>The lines without blanks around them and without empty ones.</summary>
    /// <exception cref="RuleViolation">There is no line, too many, or one is too long.</exception>
    public static string Clean(string? checklist) => Fits(checklist) ? string.Join('\n', Lines(checklist))
        : throw new RuleViolation("检查项须有 1 到 {0} 行，每行最多 {1} 个字。", [MostLines, LongestLine], "Checklist");

    /// <summary>There are lines, not too many, and none is too long.</summary>
    public static bool Fits(string? checklist) => Lines(checklist) is { Count: > 0 and <= MostLines } lines && lines.All(l => l.Length <= LongestLine);

    public static IReadOnlyList<string> Lines(string? checklist) => (checklist ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
