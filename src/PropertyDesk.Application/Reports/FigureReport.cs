using PropertyDesk.Domain;

namespace PropertyDesk.Application.Reports;

/// <summary>Figures in tables: the same content as page, as workbook and as PDF, in the current UI language.</summary>
/// <param name="Scope">What it covers, such as the name of a community.</param>
/// <param name="AsOf">Events up to the end of this day are in it.</param>
/// <param name="MadeAt">When it was read.</param>
public sealed record FigureReport(string Title, string Scope, DateOnly AsOf, DateTimeOffset MadeAt, IReadOnlyList<FigureTable> Tables);

/// <summary>One table.</summary>
/// <param name="Rows">Cells: text, <see cref="Money"/>, <see cref="Spreadsheets.Share"/>, int, DateOnly, BillingMonth or null, as in a workbook.</param>
/// <param name="Definitions">How each figure is computed; printed under the table.</param>
public sealed record FigureTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<FigureRow> Rows, IReadOnlyList<string> Definitions)
{
    /// <summary>The sum; null where there is none.</summary>
    public FigureRow? Total { get; init; }

    /// <summary>Which columns are drawn, by position; none: no chart. All of them are shares, or all of them money.</summary>
    public IReadOnlyList<int> Drawn { get; init; } = [];

    /// <summary>Drawn over time as lines, not beside each other as bars.</summary>
    public bool IsOverTime { get; init; }
}

/// <param name="Link">Where the row opens, below the company's address; null where it does not.</param>
public sealed record FigureRow(IReadOnlyList<object?> Cells, string? Link = null);

/// <summary>What a reader chose.</summary>
/// <param name="From">First day of what is counted over a span of days.</param>
/// <param name="AsOf">Events up to the end of this day.</param>
/// <param name="CommunityId">Null for all that the user may see.</param>
public sealed record FigureChoice(DateOnly From, DateOnly AsOf, Guid? CommunityId)
{
    public string Query => $"from={From:yyyy-MM-dd}&asOf={AsOf:yyyy-MM-dd}" + (CommunityId is { } id ? $"&community={id}" : "");
}
