using System.Text;

namespace PropertyDesk.Application.Reconciliation;

/// <summary>Comma-separated text as RFC 4180 has it: quotes may hold commas, line ends and doubled quotes.</summary>
internal static class CsvText
{
    public static IEnumerable<List<string>> Read(string text)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(c);
                }
            }
            else if (c == '"' && cell.ToString().Trim().Length == 0)
            {
                (quoted, cell) = (true, cell.Clear());
            }
            else if (c is ',' or '\n')
            {
                row.Add(cell.ToString().Trim('\r', '\t'));
                cell.Clear();
                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || row.Count > 0)
        {
            row.Add(cell.ToString().Trim('\r', '\t'));
            yield return row;
        }
    }
}
