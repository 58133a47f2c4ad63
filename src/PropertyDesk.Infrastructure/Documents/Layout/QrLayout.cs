using PropertyDesk.Application.Documents;
using QRCoder;

namespace PropertyDesk.Infrastructure.Documents.Layout;

/// <summary>Turns a QR code into squares; dark neighbours in a row become one rectangle.</summary>
internal static class QrLayout
{
    public static FillAreas Squares(QrCode code, float x)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(code.Payload, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var areas = new List<Area>();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var start = 0; start < rows.Count; start++)
            {
                var end = start;
                while (end < rows.Count && rows[row][end])
                {
                    end++;
                }

                if (end > start)
                {
                    areas.Add(new Area(start, row, end - start, 1));
                    start = end;
                }
            }
        }

        return new FillAreas(x, 0, areas, Ink.Black, code.Size / rows.Count);
    }
}
