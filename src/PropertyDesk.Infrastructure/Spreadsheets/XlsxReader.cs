using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using PropertyDesk.Application.Imports;
using PropertyDesk.Domain;

namespace PropertyDesk.Infrastructure.Spreadsheets;

/// <summary>Reads .xlsx files after looking at the package: a small file can hide a very large one.</summary>
internal sealed class XlsxReader : IWorkbookReader
{
    private const int MaxFile = 20 * 1024 * 1024;
    private const long MaxUnpacked = 200L * 1024 * 1024;
    private const int MaxEntries = 1_000;
    private const int MaxRatio = 100;

    public RawWorkbook Read(byte[] content)
    {
        CheckPackage(content);
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            return new RawWorkbook([.. stream.GetSheetNames().Select(name => new RawSheet(name, Rows(stream, name)))]);
        }
        catch (Exception error) when (error is not RuleViolation)
        {
            // Whatever a damaged file makes the library throw means the same to the user.
            throw Unreadable();
        }
    }

    private static List<RawRow> Rows(MemoryStream stream, string sheet)
    {
        var rows = new List<RawRow>();
        var number = 0;
        // Read as it is beside it, the filled sheet tells which values only come from a merged cell.
        foreach (var (row, own) in Cells(stream, sheet, fill: true).Zip(Cells(stream, sheet, fill: false)))
        {
            number++;
            var cells = row.Where(c => c.Value is not null && c.Value is not "").ToDictionary(c => c.Key, c => Value(c.Value!), StringComparer.Ordinal);
            if (cells.Count > 0)
            {
                rows.Add(new RawRow(number, cells, cells.Keys.Where(letter => (own.TryGetValue(letter, out var value) ? value : null) is null or "").ToHashSet(StringComparer.Ordinal)));
            }
        }

        return rows;
    }

    private static List<IDictionary<string, object?>> Cells(MemoryStream stream, string sheet, bool fill) =>
        [.. stream.Query(useHeaderRow: false, sheetName: sheet, configuration: new OpenXmlConfiguration { FillMergedCells = fill }).Cast<IDictionary<string, object?>>()];

    // A cell keeps a number as a binary fraction: 15 digits are what was typed, the rest (66.70999999999999) is not.
    private static object Value(object cell) => cell switch
    {
        double number when Math.Abs(number) < 1e15 => (decimal)number,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime or string => cell,
        bool flag => flag ? "TRUE" : "FALSE",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };

    private static void CheckPackage(byte[] content)
    {
        if (content.Length > MaxFile)
        {
            throw new RuleViolation("文件超过 {0} MB，请拆分后上传。", [MaxFile / 1024 / 1024]);
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false));
            var unpacked = zip.Entries.Sum(e => e.Length);
            if (zip.GetEntry("xl/workbook.xml") is null || zip.Entries.Count > MaxEntries || unpacked > MaxUnpacked || unpacked > (long)content.Length * MaxRatio)
            {
                throw Unreadable();
            }
        }
        catch (InvalidDataException)
        {
            throw Unreadable();
        }
    }

    private static RuleViolation Unreadable() => new("不是可读取的 Excel 工作簿（.xlsx）；请在表格软件中去掉密码后另存为 .xlsx 再上传。");
}
