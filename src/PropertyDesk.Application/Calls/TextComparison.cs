namespace PropertyDesk.Application.Calls;

/// <summary>What became of a line.</summary>
public enum LineChange
{
    Kept,
    Removed,
    Added,
}

/// <summary>A line of two texts beside each other.</summary>
public sealed record ComparedLine(LineChange Change, string Text);

/// <summary>Compares two texts line by line, by their longest common part.</summary>
public static class TextComparison
{
    public static IReadOnlyList<ComparedLine> Of(string old, string now)
    {
        var (a, b) = (Lines(old), Lines(now));
        // common[i, j]: lines that a from i on and b from j on have in common.
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<ComparedLine>();
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                lines.Add(new ComparedLine(LineChange.Kept, a[i++]));
                j++;
            }
            else if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(new ComparedLine(LineChange.Removed, a[i++]));
            }
            else
            {
                lines.Add(new ComparedLine(LineChange.Added, b[j++]));
            }
        }

        return lines;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
