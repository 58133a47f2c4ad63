using System.Globalization;
using PropertyDesk.Domain;

namespace PropertyDesk.Infrastructure.Channels;

/// <summary>A row of a channel's statement, its cells found by the names of the header; what cannot be read is named by row and column.</summary>
internal sealed class StatementRow(StatementHeader header, string[] cells, int number)
{
    // Beijing's time, without saying so.
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>The cell's text without what channels put around it: back-ticks, tabs, spaces, quotes.</summary>
    public string Text(string column) => Trim(cells[header[column]]);

    /// <summary>Empty where the statement has no such column.</summary>
    public string TextOrNone(string column) => header.Has(column) ? Text(column) : "";

    /// <summary>Yuan, to the fen. A currency sign and separators of thousands are read over; nothing is 0.</summary>
    public Money Yuan(string column) => Exact(column, Number(column));

    /// <summary>Yuan with more decimals, rounded to the fen: fees.</summary>
    public Money Rounded(string column) => Money.Round(Number(column));

    public DateTimeOffset Time(string column) => DateTime.TryParseExact(
        Text(column), ["yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm", "yyyy-M-d H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        ? new DateTimeOffset(at, China)
        : throw Unreadable(column, "时间");

    private Money Exact(string column, decimal yuan)
    {
        var money = Money.Round(yuan);
        return money.Yuan == yuan ? money : throw Unreadable(column, "金额");
    }

    private decimal Number(string column)
    {
        var text = Text(column).Replace("¥", "", StringComparison.Ordinal).Replace("￥", "", StringComparison.Ordinal).Trim();
        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands;
        return text.Length == 0 ? 0
            : decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var yuan) && Math.Abs(yuan) < 1_000_000_000_000m ? yuan : throw Unreadable(column, "金额");
    }

    private RuleViolation Unreadable(string column, string what) => what == "时间"
        ? new("账单第 {0} 行“{1}”列的“{2}”不是时间。", [number, column, Text(column)])
        : new("账单第 {0} 行“{1}”列的“{2}”不是金额。", [number, column, Text(column)]);

    public static string Trim(string cell) => cell.Trim('`', '\t', ' ', '"', '\r');
}

/// <summary>The columns of a statement by their names.</summary>
internal sealed class StatementHeader
{
    private readonly Dictionary<string, int> _columns;

    private StatementHeader(Dictionary<string, int> columns, int count) => (_columns, Count) = (columns, count);

    public int Count { get; }

    public int this[string column] => _columns[column];

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>Of two columns of one name the first counts.</summary>
    public static StatementHeader Of(IReadOnlyList<string> names) =>
        new(names.Select((name, i) => (Name: StatementRow.Trim(name), i)).GroupBy(c => c.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().i, StringComparer.Ordinal), names.Count);

    /// <summary>Those of the names that are not there.</summary>
    public List<string> Lacks(IEnumerable<string> names) => [.. names.Where(n => !Has(n))];

    /// <exception cref="RuleViolation">Too few cells.</exception>
    public StatementRow Row(string[] cells, int number) =>
        cells.Length >= Count ? new StatementRow(this, cells, number) : throw new RuleViolation("账单第 {0} 行的列数不对。", [number]);
}
