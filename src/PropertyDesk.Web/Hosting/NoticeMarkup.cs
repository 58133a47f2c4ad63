using System.Globalization;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using PropertyDesk.Application.Documents;
using PropertyDesk.Application.Notices;
using Block = PropertyDesk.Application.Documents.Block;
using Table = PropertyDesk.Application.Documents.Table;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// What people write in Markdown, as HTML and as blocks of a printed page. Two packages stand one behind the other: the first
/// writes out whatever looks like HTML as text, the second lets only a short list of tags and addresses through.
/// </summary>
public static class NoticeMarkup
{
    private const int DeepestHeading = 5;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().UseSoftlineBreakAsHardlineBreak().Build();

    private static readonly HtmlSanitizer Sanitizer = NewSanitizer();

    /// <summary>Safe to be written into a page.</summary>
    public static IHtmlContent Html(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        // The page has its heading already.
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(heading.Level + 1, DeepestHeading);
        }

        return new HtmlString(Sanitizer.Sanitize(document.ToHtml(Pipeline)));
    }

    /// <summary>The same for paper.</summary>
    public static IReadOnlyList<Block> Blocks(string markdown) => [.. Markdown.Parse(markdown, Pipeline).SelectMany(b => Blocks(b, ""))];

    private static HtmlSanitizer NewSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "br", "strong", "em", "ul", "ol", "li", "h2", "h3", "h4", "h5", "blockquote", "code", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td", "a",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" },
        });
        sanitizer.PostProcessNode += (_, node) =>
        {
            if (node.Node is AngleSharp.Dom.IElement { LocalName: "a" } link)
            {
                link.SetAttribute("rel", "noopener noreferrer nofollow");
            }
        };
        return sanitizer;
    }

    private static IEnumerable<Block> Blocks(Markdig.Syntax.Block block, string prefix) => block switch
    {
        HeadingBlock heading => [new Paragraph(Text(heading.Inline), NoticeDocument.Heading, KeepWithNext: true)],
        ParagraphBlock paragraph => [new Paragraph(prefix + Text(paragraph.Inline), NoticeDocument.Text)],
        ListBlock list => list.OfType<ListItemBlock>().SelectMany((item, i) => Item(list, item, i)),
        Markdig.Extensions.Tables.Table table => [TableOf(table)],
        ThematicBreakBlock => [new Space(4), new Rule(Ink.Hairline), new Space(4)],
        QuoteBlock quote => [new Box([.. quote.SelectMany(b => Blocks(b, ""))], Fill: null, Frame: Ink.Hairline)],
        LeafBlock leaf => [new Paragraph(leaf.Lines.ToString(), NoticeDocument.Text)],
        ContainerBlock container => container.SelectMany(b => Blocks(b, prefix)),
        _ => [],
    };

    private static IEnumerable<Block> Item(ListBlock list, ListItemBlock item, int index)
    {
        var first = list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{first + index}. ") : "• ";
        return item.SelectMany((part, i) => Blocks(part, i == 0 ? mark : ""));
    }

    private static Table TableOf(Markdig.Extensions.Tables.Table table)
    {
        var rows = table.OfType<TableRow>().Select(row => (row.IsHeader, Cells: row.OfType<TableCell>().Select(c => string.Join(' ', c.OfType<LeafBlock>().Select(p => Text(p.Inline)))).ToList())).ToList();
        var width = rows.Max(r => r.Cells.Count);
        var head = rows.Find(r => r.IsHeader).Cells ?? [];
        return new Table(
            [.. Enumerable.Range(0, width).Select(i => new TableColumn(i < head.Count ? head[i] : "", 1))],
            [.. rows.Where(r => !r.IsHeader).Select(r => (IReadOnlyList<string>)[.. Enumerable.Range(0, width).Select(i => i < r.Cells.Count ? r.Cells[i] : "")])], Size: 11);
    }

    private static string Text(ContainerInline? inlines) => inlines is null ? "" : string.Concat(inlines.Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        LineBreakInline => "\n",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        // Paper cannot be clicked: what a link leads to stands beside it.
        LinkInline { IsImage: false, Url: { } url } link when Text((ContainerInline)link) is var words => words == url || url.Length == 0 ? words : $"{words}（{url}）",
        ContainerInline container => Text(container),
        _ => "",
    }));
}
