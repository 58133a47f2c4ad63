using System.IO.Compression;
using System.Security;

namespace PropertyDesk.IntegrationTests.Imports;

/// <summary>Writes the few parts of an .xlsx that a test needs: one sheet of text cells, some of them merged.</summary>
internal static class SmallWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static byte[] Of(string sheet, string[][] rows, params string[] merged)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", $"<Types xmlns='{Package}/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/></Types>");
            Part(zip, "_rels/.rels", $"<Relationships xmlns='{Package}/relationships'><Relationship Id='r1' Type='{Office}/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            Part(zip, "xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Office}'><sheets><sheet name='{sheet}' sheetId='1' r:id='r1'/></sheets></workbook>");
            Part(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns='{Package}/relationships'><Relationship Id='r1' Type='{Office}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
            var merges = merged.Length == 0 ? "" : $"<mergeCells>{string.Concat(merged.Select(m => $"<mergeCell ref='{m}'/>"))}</mergeCells>";
            Part(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Main}'><sheetData>{string.Concat(rows.Select(Row))}</sheetData>{merges}</worksheet>");
        }

        return file.ToArray();
    }

    private static string Row(string[] cells, int row) => $"<row r='{row + 1}'>{string.Concat(cells.Select((text, i) => Cell(text, $"{(char)('A' + i)}{row + 1}")))}</row>";

    private static string Cell(string text, string at) => text.Length == 0 ? $"<c r='{at}'/>" : $"<c r='{at}' t='inlineStr'><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
        writer.Write(xml);
    }
}
