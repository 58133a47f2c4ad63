namespace PropertyDesk.Application.Documents;

/// <summary>A colour of ink; black unless told otherwise.</summary>
/// <param name="Rgb">As in style sheets: 0xRRGGBB.</param>
public readonly record struct Ink(int Rgb)
{
    public static readonly Ink Black = new(0x000000);

    public static readonly Ink Text = new(0x333333);

    public static readonly Ink Muted = new(0x666666);

    public static readonly Ink Hairline = new(0x9AA5B1);

    public static readonly Ink Accent = new(0x2F5D8C);

    public static readonly Ink Warning = new(0xB03030);

    public static readonly Ink HeadFill = new(0xE8EEF4);

    public static readonly Ink SoftFill = new(0xF5F7FA);
}
