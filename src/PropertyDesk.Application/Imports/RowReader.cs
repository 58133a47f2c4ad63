namespace PropertyDesk.Application.Imports;

/// <summary>One row of a sheet: reads cells by heading and reports what cannot be read.</summary>
internal sealed class RowReader(string sheet, RawRow row, IReadOnlyDictionary<string, string> columns, ImportReport report)
{
    // A merged building is the building of each of its rows; a merged area or reading is no fact about any of them.
    internal static readonly string[] Spreading = ["小区", "楼栋", "单元"];

    public int Number => row.Number;

    /// <summary>An error was reported: the row is left out.</summary>
    public bool Failed { get; private set; }

    public string Text(string title) => CellText.Of(Cell(title));

    public bool IsEmpty(string title) => Text(title).Length == 0;

    /// <summary>A number that must be there.</summary>
    public decimal Decimal(string title, decimal? fallback = null)
    {
        if (IsEmpty(title) && fallback is { } value)
        {
            return value;
        }

        if (CellText.Number(Cell(title)) is { } read)
        {
            return read;
        }

        Error(title, IsEmpty(title) ? Texts.Of("此格为空，请填写数字。") : Texts.Of("不是可靠的数字，请改成如 128.60 的写法。"));
        return 0;
    }

    /// <summary>A day, or null where the cell is empty.</summary>
    public DateOnly? Date(string title)
    {
        if (IsEmpty(title) || CellText.Date(Cell(title)) is not { } day)
        {
            if (!IsEmpty(title))
            {
                Error(title, Texts.Of("不是可靠的日期，请改成如 2021-03-05 的写法。"));
            }

            return null;
        }

        return day;
    }

    /// <summary>One of some words.</summary>
    public T Choice<T>(string title, IReadOnlyDictionary<string, T> words)
    {
        if (words.TryGetValue(Text(title), out var value))
        {
            return value;
        }

        Error(title, Texts.Of("只能填：{0}。", string.Join('、', words.Keys)));
        return default!;
    }

    public string Required(string title)
    {
        if (IsEmpty(title))
        {
            Error(title, Texts.Of("此格为空，请补填。"));
        }

        return Text(title);
    }

    public object? Cell(string title) => columns.TryGetValue(title, out var letter) && (!row.Spread.Contains(letter) || Spreading.Contains(title, StringComparer.Ordinal)) ? row.Cells.GetValueOrDefault(letter) : null;

    public void Error(string title, string message)
    {
        Failed = true;
        Report(true, title, message);
    }

    public void Warn(string title, string message) => Report(false, title, message);

    private void Report(bool isError, string title, string message) =>
        report.Add(isError, sheet, row.Number, columns.TryGetValue(title, out var letter) ? $"{letter} {title}" : title, CellText.Shown(Cell(title)), message);
}
