using System.Globalization;
using System.Text;
using PropertyDesk.Application.Documents;
using PropertyDesk.Infrastructure.Documents.Layout;
using static PropertyDesk.Infrastructure.Documents.Writing.PdfSyntax;

namespace PropertyDesk.Infrastructure.Documents.Writing;

/// <summary>Writes the four drawing operations in the language of a PDF page, whose heights count from below.</summary>
internal sealed class PageContent(float pageHeight, Resources resources)
{
    private readonly StringBuilder _content = new(8192);
    private Ink? _fill;
    private Ink? _stroke;
    private float _thickness = -1;

    public byte[] Write(LaidOutPage page)
    {
        foreach (var operation in page.Drawing)
        {
            Write(operation);
        }

        return Encoding.ASCII.GetBytes(_content.ToString());
    }

    private void Write(DrawingOperation operation)
    {
        switch (operation)
        {
            case DrawText text: Text(text); break;
            case DrawLine line: Line(line); break;
            case FillAreas areas: Fill(areas); break;
            case DrawPicture picture: Picture(picture); break;
            default: throw new ArgumentOutOfRangeException(nameof(operation), operation.GetType().Name, "Not one of the four.");
        }
    }

    private void Text(DrawText text)
    {
        var font = resources.Font(text.Font);
        FillWith(text.Ink);
        _content.Append(CultureInfo.InvariantCulture, $"BT /{font.Name} {Number(text.Size)} Tf {Number(text.X)} {Number(pageHeight - text.Y)} Td <");
        foreach (var rune in text.Text.EnumerateRunes())
        {
            _content.Append(CultureInfo.InvariantCulture, $"{font.Code(rune.Value):X4}");
        }

        _content.Append("> Tj ET\n");
    }

    private void Line(DrawLine line)
    {
        if (_stroke != line.Ink)
        {
            _content.Append(CultureInfo.InvariantCulture, $"{Colour(line.Ink)} RG\n");
            _stroke = line.Ink;
        }

        if (_thickness != line.Thickness)
        {
            _content.Append(CultureInfo.InvariantCulture, $"{Number(line.Thickness)} w\n");
            _thickness = line.Thickness;
        }

        var y = pageHeight - line.Y;
        _content.Append(CultureInfo.InvariantCulture, $"{Number(line.X)} {Number(y)} m {Number(line.X + line.Right)} {Number(y - line.Down)} l S\n");
    }

    /// <summary>In units of their own, upside down: the squares of a QR code are then whole numbers, which pack well.</summary>
    private void Fill(FillAreas areas)
    {
        FillWith(areas.Ink);
        var unit = areas.Unit.ToString("0.####", CultureInfo.InvariantCulture);
        _content.Append(CultureInfo.InvariantCulture, $"q {unit} 0 0 -{unit} {Number(areas.X)} {Number(pageHeight - areas.Y)} cm\n");
        foreach (var area in areas.Areas)
        {
            _content.Append(CultureInfo.InvariantCulture, $"{Number(area.X)} {Number(area.Y)} {Number(area.Width)} {Number(area.Height)} re\n");
        }

        _content.Append("f Q\n");
    }

    private void Picture(DrawPicture picture) => _content.Append(
        CultureInfo.InvariantCulture,
        $"q {Number(picture.Width)} 0 0 {Number(picture.Height)} {Number(picture.X)} {Number(pageHeight - picture.Y - picture.Height)} cm /{resources.Picture(picture.Picture)} Do Q\n");

    private void FillWith(Ink ink)
    {
        if (_fill != ink)
        {
            _content.Append(CultureInfo.InvariantCulture, $"{Colour(ink)} rg\n");
            _fill = ink;
        }
    }
}
