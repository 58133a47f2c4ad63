using PropertyDesk.Domain;

namespace PropertyDesk.Application.Imports;

/// <summary>Reads a spreadsheet file.</summary>
public interface IWorkbookReader
{
    /// <exception cref="RuleViolation">The file is no workbook, or too large, or protected.</exception>
    RawWorkbook Read(byte[] content);
}
