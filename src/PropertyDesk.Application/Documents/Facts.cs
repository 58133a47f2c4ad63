namespace PropertyDesk.Application.Documents;

/// <summary>Pairs of a name and a value, in columns side by side.</summary>
public static class Facts
{
    private const float Padding = 7;

    private static readonly TextStyle Style = new(9, Ink: Ink.Text);

    /// <param name="facts">Read downwards, column by column; a fact without a value is left out.</param>
    public static Box InColumns(int columns, params (string Name, string? Value)[] facts)
    {
        var shown = facts.Where(f => !string.IsNullOrEmpty(f.Value)).ToArray();
        var height = Math.Max(1, (shown.Length + columns - 1) / columns);
        var parts = shown.Chunk(height).Select(c => new Column(1, [.. c.Select(f => new Paragraph(Texts.Of("{0}：{1}", f.Name, f.Value), Style))]));
        return new Box([new Columns([.. parts])], Ink.SoftFill, Ink.Hairline, Padding);
    }
}
