namespace PropertyDesk.Application.Documents;

/// <summary>How a text looks.</summary>
/// <param name="Size">In points.</param>
/// <param name="LineHeight">As a multiple of the size.</param>
public sealed record TextStyle(float Size = 9, bool Bold = false, Ink Ink = default, TextAlign Align = TextAlign.Start, float LineHeight = 1.45f);

public enum TextAlign
{
    Start,

    Centre,

    End,
}
