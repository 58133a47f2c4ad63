namespace PropertyDesk.Application.Documents;

/// <summary>A table. Its header is repeated on every page; its footer rows stay with the last row.</summary>
/// <param name="Rows">As many texts in each row as there are columns.</param>
/// <param name="Footer">Totals, in bold.</param>
/// <param name="Size">Of the text, in points.</param>
public sealed record Table(
    IReadOnlyList<TableColumn> Head, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<IReadOnlyList<string>>? Footer = null, float Size = 8.5f) : Block;

/// <param name="Weight">Share of the width, relative to the other columns.</param>
public sealed record TableColumn(string Title, float Weight, TextAlign Align = TextAlign.Start);
