namespace PropertyDesk.Application.Documents;

/// <summary>Paper and margins, in points (1/72 inch).</summary>
/// <param name="Bottom">Height under the text, the footer included.</param>
public sealed record PageFormat(float Width, float Height, float Side, float Top, float Bottom)
{
    public static readonly PageFormat A4 = InMillimetres(210, 297, side: 15, top: 11, bottom: 14);

    public static readonly PageFormat A4Landscape = InMillimetres(297, 210, side: 15, top: 13, bottom: 16);

    public static readonly PageFormat A5 = InMillimetres(148, 210, side: 11, top: 10, bottom: 14);

    public static readonly PageFormat A5Landscape = InMillimetres(210, 148, side: 13, top: 10, bottom: 14);

    /// <summary>Half a sheet of 241 mm continuous paper; the sides keep clear of the holes.</summary>
    public static readonly PageFormat Continuous241 = InMillimetres(241, 140, side: 20, top: 8, bottom: 13);

    /// <summary>A third of such a sheet.</summary>
    public static readonly PageFormat Continuous241Third = InMillimetres(241, 93.3f, side: 20, top: 5, bottom: 9);

    public float BodyWidth => Width - (2 * Side);

    public float BodyHeight => Height - Top - Bottom;

    public static PageFormat InMillimetres(float width, float height, float side, float top, float bottom) =>
        new(Points(width), Points(height), Points(side), Points(top), Points(bottom));

    private static float Points(float millimetres) => millimetres * 72f / 25.4f;
}
