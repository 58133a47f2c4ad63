using System.Globalization;
using PropertyDesk.Infrastructure.Documents.Pictures;
using PropertyDesk.Infrastructure.Documents.TrueType;
using static PropertyDesk.Infrastructure.Documents.Writing.PdfSyntax;

namespace PropertyDesk.Infrastructure.Documents.Writing;

/// <summary>The fonts and pictures of a document; all its pages share them.</summary>
internal sealed class Resources(PdfFile file)
{
    private readonly Dictionary<TrueTypeFont, FontUse> _fonts = [];
    private readonly Dictionary<StoredPicture, (string Name, int Id)> _pictures = new(ReferenceEqualityComparer.Instance);

    public int Id { get; } = file.NewId();

    public FontUse Font(TrueTypeFont font)
    {
        if (!_fonts.TryGetValue(font, out var use))
        {
            _fonts[font] = use = new FontUse(font, Name('F', _fonts.Count), file.NewId());
        }

        return use;
    }

    /// <summary>Name of the picture among the resources.</summary>
    public string Picture(StoredPicture picture)
    {
        if (!_pictures.TryGetValue(picture, out var stored))
        {
            _pictures[picture] = stored = (Name('P', _pictures.Count), Write(picture));
        }

        return stored.Name;
    }

    /// <summary>Writes the fonts: only now is it known which characters are in use.</summary>
    public void Write()
    {
        foreach (var font in _fonts.Values)
        {
            FontObjects.Write(file, font);
        }

        var fonts = string.Concat(_fonts.Values.Select(f => $"/{f.Name} {Reference(f.Id)}"));
        var pictures = string.Concat(_pictures.Values.Select(p => $"/{p.Name} {Reference(p.Id)}"));
        file.Add(Id, $"<</Font<<{fonts}>>/XObject<<{pictures}>>>>");
    }

    private int Write(StoredPicture picture)
    {
        var opacity = picture.Opacity is { } mask ? $"/SMask {Reference(Write(mask))}" : "";
        return file.AddStream(
            string.Create(CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Image/Width {picture.Width}/Height {picture.Height}/ColorSpace{picture.ColourSpace}/BitsPerComponent {picture.BitsPerComponent}{opacity}{picture.Filter}"),
            picture.Data.Span);
    }

    private static string Name(char kind, int number) => kind + number.ToString(CultureInfo.InvariantCulture);
}
