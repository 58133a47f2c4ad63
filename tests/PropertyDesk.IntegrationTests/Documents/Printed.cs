using PropertyDesk.Application.Documents;
using PropertyDesk.Infrastructure.Documents;
using UglyToad.PdfPig;

namespace PropertyDesk.IntegrationTests.Documents;

/// <summary>A printed document, read back.</summary>
internal sealed class Printed : IDisposable
{
    private static readonly PdfRenderer Renderer = new();

    public Printed(PrintDocument document)
    {
        using var output = new MemoryStream();
        Result = Renderer.Render(document, output);
        Bytes = output.ToArray();
        Pdf = PdfDocument.Open(Bytes);
    }

    public RenderResult Result { get; }

    public byte[] Bytes { get; }

    public PdfDocument Pdf { get; }

    /// <summary>The text of each page, without spaces.</summary>
    public IReadOnlyList<string> Pages => [.. Pdf.GetPages().Select(p => p.Text.Replace(" ", "", StringComparison.Ordinal))];

    public string Text => string.Concat(Pages);

    public static Printed Of(params Block[] body) => new(Document(new PrintSection(body)));

    public static PrintDocument Document(params PrintSection[] sections) => PrintDocument.Of(Info("缴费通知单"), PageFormat.A4, sections);

    public static DocumentInfo Info(string title) =>
        new(title, "阳光物业服务有限公司", new DateTimeOffset(2025, 5, 20, 9, 30, 0, TimeSpan.FromHours(8)), "zh-CN");

    public void Dispose() => Pdf.Dispose();
}
