using System.Globalization;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>How a cell of a report reads, on the page and on paper.</summary>
public static class FigureCells
{
    public static string Text(object? cell) => cell switch
    {
        null => "—",
        Share share => CollectionRate.Text(share.Value),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        int number => number.ToString("#,##0", CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    /// <summary>Stands at the right, under the figures above it.</summary>
    public static bool IsNumber(object? cell) => cell is Money or Share or int or decimal;

    /// <summary>Whether a column has figures; one without rows has none.</summary>
    public static bool IsNumber(FigureTable table, int column) => table.Rows.Any(r => IsNumber(r.Cells[column]));

    /// <summary>As a chart draws it: per cent or yuan; null where there is no figure.</summary>
    public static decimal? Drawn(object? cell) => cell switch
    {
        Share { Value: { } rate } => decimal.Round(rate * 100, 2),
        Money money => money.Yuan,
        int number => number,
        _ => null,
    };

    /// <summary>Per cent is drawn on a scale to 100, money on one of its own.</summary>
    public static bool IsShare(FigureTable table) => table.Drawn.Count > 0 && table.Rows.Any(r => r.Cells[table.Drawn[0]] is Share);
}
