namespace PropertyDesk.Application.Documents;

/// <summary>A label to cut out and stick on.</summary>
/// <param name="Link">The address that its code opens.</param>
public sealed record PrintLabel(string Link, string Heading, string Name, string Place);

/// <summary>Labels on sheets of A4: a code for the phone, and beside it what a person reads.</summary>
internal static class LabelSheet
{
    private const int LabelsInRow = 2;
    private const float LabelCode = 85;

    public static PrintDocument Of(Letterhead letterhead, string title, IReadOnlyList<PrintLabel> labels) => PrintDocument.Of(
        letterhead.Info(title), PageFormat.A4,
        new PrintSection(
            [
                .. labels.Chunk(LabelsInRow).SelectMany(row => new Block[]
                {
                    new Columns([.. Enumerable.Range(0, LabelsInRow).Select(i => new Column(1, i < row.Length ? Label(letterhead, row[i]) : new Space(1)))]),
                    new Space(8),
                }),
            ],
            letterhead.Footer(title)));

    private static Box Label(Letterhead letterhead, PrintLabel label) => new(
        [
            new Columns(
                [
                    new Column(1, new QrCode(label.Link, LabelCode)),
                    new Column(1.6f, new Paragraph(label.Heading, new TextStyle(14, Bold: true)), new Paragraph(label.Name, new TextStyle(11)), new Paragraph(label.Place, new TextStyle(9)), new Paragraph(letterhead.Company, new TextStyle(8))),
                ]),
        ],
        Frame: Ink.Text);
}
