using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;

namespace PropertyDesk.Infrastructure.Spreadsheets;

/// <summary>
/// The few parts of an .xlsx package that a list needs, written directly: inline text that no program takes for a formula,
/// numbers and dates with real types, a frozen heading row.
/// </summary>
internal sealed class XlsxWriter : IWorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    // Positions in cellXfs of the style sheet below.
    private const int Heading = 1;
    private const int Yuan = 2;
    private const int Percent = 3;
    private const int Day = 4;
    private const int Plain = 5;

    public void Write(IReadOnlyList<Sheet> sheets, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", xml => ContentTypes(xml, sheets.Count));
        Part(zip, "_rels/.rels", xml => Relation(xml, [("rId1", "officeDocument", "xl/workbook.xml")]));
        Part(zip, "xl/workbook.xml", xml => Workbook(xml, sheets));
        Part(zip, "xl/_rels/workbook.xml.rels", xml => Relation(xml,
        [
            .. sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")), ("rIdStyles", "styles", "styles.xml"),
        ]));
        Part(zip, "xl/styles.xml", xml => xml.WriteRaw(Styles));
        for (var i = 0; i < sheets.Count; i++)
        {
            var sheet = sheets[i];
            Part(zip, $"xl/worksheets/sheet{i + 1}.xml", xml => SheetPart(xml, sheet));
        }
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private static void ContentTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        void Add(string element, string key, string value, string type)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString(key, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Add("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Add("Override", "PartName", "/xl/workbook.xml", Kind + "sheet.main+xml");
        Add("Override", "PartName", "/xl/styles.xml", Kind + "styles+xml");
        for (var i = 1; i <= sheets; i++)
        {
            Add("Override", "PartName", $"/xl/worksheets/sheet{i}.xml", Kind + "worksheet+xml");
        }

        xml.WriteEndElement();
    }

    private static void Relation(XmlWriter xml, IEnumerable<(string Id, string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", Package);
        foreach (var (id, type, target) in relations)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", $"{Relations}/{type}");
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Workbook(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteStartElement("sheets");
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", sheets[i].Name);
            xml.WriteAttributeString("sheetId", $"{i + 1}");
            xml.WriteAttributeString("id", Relations, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void SheetPart(XmlWriter xml, Sheet sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteStartElement("cols");
        for (var i = 0; i < sheet.Headings.Count; i++)
        {
            xml.WriteRaw($"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{sheet.Headings[i].Width}\" customWidth=\"1\"/>");
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData");
        Row(xml, 1, [.. sheet.Headings.Select(h => h.Title)], Heading);
        foreach (var (n, row) in sheet.Rows.Index())
        {
            Row(xml, n + 2, row, Plain);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, int number, IReadOnlyList<object?> cells, int textStyle)
    {
        var row = number.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", row);
        foreach (var (column, cell) in cells.Index())
        {
            Cell(xml, Letters(column) + row, cell, textStyle);
        }

        xml.WriteEndElement();
    }

    private static string Letters(int column) => (column < 26 ? "" : Letters((column / 26) - 1)) + (char)('A' + (column % 26));

    // Its place is optional to the format, but not to all that read such files: ours needs it for what was merged.
    private static void Cell(XmlWriter xml, string place, object? cell, int textStyle)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", place);
        switch (cell)
        {
            case null or Share { Value: null }:
                break;
            case Money money:
                Number(xml, money.Yuan, Yuan);
                break;
            case Share { Value: { } share }:
                Number(xml, share, Percent);
                break;
            case DateOnly day:
                Number(xml, day.DayNumber - new DateOnly(1899, 12, 30).DayNumber, Day);
                break;
            case decimal or int:
                Number(xml, Convert.ToDecimal(cell, CultureInfo.InvariantCulture), Plain);
                break;
            default:
                Text(xml, cell.ToString() ?? "", textStyle);
                break;
        }

        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, decimal value, int style)
    {
        xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("v", Main, value.ToString(CultureInfo.InvariantCulture));
    }

    private static void Text(XmlWriter xml, string text, int style)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private const string Styles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="Microsoft YaHei"/></font><font><b/><sz val="11"/><name val="Microsoft YaHei"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills>
        <borders count="1"><border/></borders>
        <cellStyleXfs count="1"><xf/></cellStyleXfs>
        <cellXfs count="6"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf/></cellXfs>
        </styleSheet>
        """;
}
