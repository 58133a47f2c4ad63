using System.Globalization;
using PropertyDesk.Application.Documents;
using PropertyDesk.Infrastructure.Documents.Layout;
using PropertyDesk.Infrastructure.Documents.Pictures;
using PropertyDesk.Infrastructure.Documents.TrueType;
using PropertyDesk.Infrastructure.Documents.Writing;
using static PropertyDesk.Infrastructure.Documents.Writing.PdfSyntax;

namespace PropertyDesk.Infrastructure.Documents;

/// <summary>
/// Lays out one section after the other and writes its pages at once; the fonts follow when all characters are known.
/// Fonts are read once and shared by all threads; everything else lives for one document.
/// </summary>
public sealed class PdfRenderer : IDocumentRenderer
{
    private readonly FontFamily _fonts = new();

    public bool CanPrint(ReadOnlyMemory<byte> picture)
    {
        try
        {
            return new PictureStore().Store(picture) is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    public RenderResult Render(PrintDocument document, Stream output)
    {
        using var file = new PdfFile(output);
        var text = new Typesetter(_fonts);
        var layout = new SectionLayout(document.Format, new BlockLayout(text, new PictureStore()), text);
        var resources = new Resources(file);
        var outline = new Outline();
        var (tree, pages) = (file.NewId(), new List<int>());
        foreach (var section in document.Sections)
        {
            var first = pages.Count;
            pages.AddRange(layout.Pages(section).Select(page => WritePage(file, page, document.Format, resources, tree)));
            if (section.Bookmark is { } bookmark)
            {
                outline.Add(bookmark, pages[first]);
            }
        }

        resources.Write();
        file.Add(tree, string.Create(CultureInfo.InvariantCulture, $"<</Type/Pages/Count {pages.Count}/Kids[{References(pages)}]>>"));
        file.Finish(WriteCatalog(file, document.Info, tree, outline), Metadata.WriteInformation(file, document.Info));
        return new RenderResult(pages.Count, text.MissingCharacters);
    }

    private static int WritePage(PdfFile file, LaidOutPage page, PageFormat format, Resources resources, int tree)
    {
        var content = file.AddPacked("", new PageContent(format.Height, resources).Write(page));
        return file.Add($"<</Type/Page/Parent {Reference(tree)}/MediaBox[0 0 {Number(format.Width)} {Number(format.Height)}]/Resources {Reference(resources.Id)}/Contents {Reference(content)}>>");
    }

    private static int WriteCatalog(PdfFile file, DocumentInfo info, int tree, Outline outline)
    {
        var contents = outline.Write(file) is { } id ? $"/Outlines {Reference(id)}/PageMode/UseOutlines" : "";
        return file.Add(
            $"<</Type/Catalog/Pages {Reference(tree)}/Metadata {Reference(Metadata.WriteXmp(file, info))}/Lang{Text(info.Language)}{contents}/ViewerPreferences<</DisplayDocTitle true>>>>");
    }
}
