namespace PropertyDesk.Application.Imports;

/// <summary>The problems found so far, in the order of the workbook.</summary>
public sealed class ImportReport
{
    private readonly List<ImportProblem> _problems = [];

    public IReadOnlyList<ImportProblem> Problems => _problems;

    public IEnumerable<ImportProblem> Errors => _problems.Where(p => p.IsError);

    /// <summary>Totals rows that were passed over, by sheet and row.</summary>
    public List<SkippedTotal> SkippedTotals { get; } = [];

    public void Add(bool isError, string sheet, int row, string column, string value, string message) =>
        _problems.Add(new ImportProblem(isError, sheet, row, column, value, message));
}
