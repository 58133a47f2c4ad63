using PropertyDesk.Application.Imports;

namespace PropertyDesk.Web.Demo;

/// <summary>The demo workbook with its dates moved by whole months, so that its latest readings are last month's.</summary>
internal sealed class ShiftedWorkbook(IWorkbookReader inner, int months) : IWorkbookReader
{
    public RawWorkbook Read(byte[] content) => new([.. inner.Read(content).Sheets.Select(s => s with { Rows = [.. s.Rows.Select(Shift)] })]);

    private RawRow Shift(RawRow row) =>
        row with { Cells = row.Cells.ToDictionary(c => c.Key, c => c.Value is DateTime date ? date.AddMonths(months) : c.Value, StringComparer.Ordinal) };
}
