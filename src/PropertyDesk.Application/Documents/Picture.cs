namespace PropertyDesk.Application.Documents;

/// <summary>A logo or a seal.</summary>
/// <param name="File">A PNG or a JPEG. The same memory is stored once, however often it is printed.</param>
/// <param name="Width">In points; the height follows from the picture.</param>
/// <param name="Floating">Takes no room: what follows is printed over it, as text over a seal.</param>
public sealed record Picture(ReadOnlyMemory<byte> File, float Width, TextAlign Align = TextAlign.Start, bool Floating = false) : Block;
