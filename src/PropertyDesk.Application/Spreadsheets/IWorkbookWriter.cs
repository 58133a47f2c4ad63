using PropertyDesk.Domain;

namespace PropertyDesk.Application.Spreadsheets;

/// <summary>Writes .xlsx files. Text is always text: nothing in a cell is ever a formula.</summary>
public interface IWorkbookWriter
{
    void Write(IReadOnlyList<Sheet> sheets, Stream output);
}

/// <summary>A sheet with a frozen heading row.</summary>
/// <param name="Rows">Cells: text, <see cref="Money"/> (yuan), <see cref="Share"/> (percent), decimal, int, DateOnly, or null.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetHeading> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <param name="Width">In characters of the standard font.</param>
public sealed record SheetHeading(string Title, int Width = 14);

/// <summary>A rate shown as percent; null where there is none.</summary>
public sealed record Share(decimal? Value);
