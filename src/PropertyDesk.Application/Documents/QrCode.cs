namespace PropertyDesk.Application.Documents;

/// <summary>A square that a phone reads.</summary>
/// <param name="Size">Width and height with the quiet zone, in points; under 57 (2 cm) phones have trouble.</param>
public sealed record QrCode(string Payload, float Size, TextAlign Align = TextAlign.Start) : Block;
