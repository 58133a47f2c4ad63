using PropertyDesk.Application.Documents;
using PropertyDesk.Infrastructure.Documents.Pictures;
using PropertyDesk.Infrastructure.Documents.TrueType;

namespace PropertyDesk.Infrastructure.Documents.Layout;

/// <summary>All that an engine must be able to draw. Points, from the upper left corner of the page.</summary>
internal abstract record DrawingOperation(float X, float Y)
{
    public DrawingOperation Moved(float right, float down) => this with { X = X + right, Y = Y + down };
}

/// <summary>Text of one face; Y is the baseline.</summary>
internal sealed record DrawText(float X, float Y, string Text, TrueTypeFont Font, float Size, Ink Ink) : DrawingOperation(X, Y);

/// <param name="Right">Horizontal way to the other end.</param>
/// <param name="Down">Vertical way to the other end.</param>
internal sealed record DrawLine(float X, float Y, float Right, float Down, float Thickness, Ink Ink) : DrawingOperation(X, Y);

/// <summary>Filled rectangles, painted at once, so that neighbours show no seam.</summary>
/// <param name="Unit">Points per unit of the rectangles.</param>
internal sealed record FillAreas(float X, float Y, IReadOnlyList<Area> Areas, Ink Ink, float Unit = 1) : DrawingOperation(X, Y);

internal sealed record DrawPicture(float X, float Y, float Width, float Height, StoredPicture Picture) : DrawingOperation(X, Y);

/// <summary>A rectangle from its upper left corner.</summary>
internal readonly record struct Area(float X, float Y, float Width, float Height);
