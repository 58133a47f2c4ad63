namespace PropertyDesk.Infrastructure.Documents.Pictures;

/// <summary>A picture in the form in which a PDF keeps it.</summary>
/// <param name="Width">In pixels, as the height.</param>
/// <param name="ColourSpace">PDF syntax, such as /DeviceRGB.</param>
/// <param name="Filter">PDF syntax of the entries that say how <paramref name="Data"/> is packed.</param>
/// <param name="Opacity">A grey picture of the same size: 0 is transparent; null when all is opaque.</param>
internal sealed record StoredPicture(
    int Width, int Height, string ColourSpace, int BitsPerComponent, string Filter, ReadOnlyMemory<byte> Data, StoredPicture? Opacity = null);
