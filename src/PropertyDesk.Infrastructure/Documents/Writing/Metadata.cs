using System.Globalization;
using System.Security;
using System.Text;
using PropertyDesk.Application.Documents;
using static PropertyDesk.Infrastructure.Documents.Writing.PdfSyntax;

namespace PropertyDesk.Infrastructure.Documents.Writing;

/// <summary>The properties of a document, in the old form (information dictionary) and the new (XMP).</summary>
internal static class Metadata
{
    private const string Producer = "PropertyDesk";

    public static int WriteInformation(PdfFile file, DocumentInfo info)
    {
        var date = Date(info.Created);
        return file.Add($"<</Title{Text(info.Title)}/Author{Text(info.Author)}/Subject{Text(info.Subject)}/Producer({Producer})/CreationDate{date}/ModDate{date}>>");
    }

    /// <summary>Not packed, so that programs find it without reading PDF.</summary>
    public static int WriteXmp(PdfFile file, DocumentInfo info)
    {
        var date = info.Created.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        var xmp = $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escaped(info.Title)}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{Escaped(info.Author)}</rdf:li></rdf:Seq></dc:creator>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{Escaped(info.Subject)}</rdf:li></rdf:Alt></dc:description>
            <dc:language><rdf:Bag><rdf:li>{Escaped(info.Language)}</rdf:li></rdf:Bag></dc:language>
            <pdf:Producer>{Producer}</pdf:Producer>
            <xmp:CreateDate>{date}</xmp:CreateDate>
            <xmp:ModifyDate>{date}</xmp:ModifyDate>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """;
        return file.AddStream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(xmp));
    }

    /// <summary>Text for XML; control characters have no place there, not even escaped.</summary>
    private static string Escaped(string text) =>
        SecurityElement.Escape(string.Concat(text.Where(c => !char.IsControl(c))))!;
}
