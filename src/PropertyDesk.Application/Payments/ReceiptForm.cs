using PropertyDesk.Application.Documents;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>
/// What all receipts of the desk have alike, on the paper that the community uses. On a low form everything stands closer;
/// what does not fit goes on to the next form, which repeats the heading of the table and has the number in its last line.
/// </summary>
/// <param name="lines">Of its table: of many, everything stands closer, so that an ordinary receipt is one sheet.</param>
internal sealed class ReceiptForm(Letterhead letterhead, PageFormat paper, int lines = 0)
{
    /// <summary>In points: lower than this is a form of three to a sheet.</summary>
    private const float LowHeight = 300;

    /// <summary>More lines than this are many.</summary>
    private const int FewLines = 8;

    private static readonly TextStyle Small = new(8, Ink: Ink.Muted);
    private static readonly TextStyle Fact = new(8.5f, Ink: Ink.Text);

    public static PageFormat FormatOf(ReceiptPaper paper) => paper switch
    {
        ReceiptPaper.HalfForm => PageFormat.Continuous241,
        ReceiptPaper.ThirdForm => PageFormat.Continuous241Third,
        _ => PageFormat.A5Landscape,
    };

    public Space Gap => new(Low ? 3 : 5);

    public float TableSize => Low ? 7.5f : 8.5f;

    private bool Low => paper.Height < LowHeight || lines > FewLines;

    private TextStyle Strong => new(Low ? 10 : 11, Bold: true);

    /// <param name="title">Of the file and of the last line on each form.</param>
    /// <param name="printCount">Named from the second print on.</param>
    /// <param name="verifyAt">The address that tells whether the receipt is real; null for none.</param>
    public PrintDocument Document(string title, int printCount, string? verifyAt, IReadOnlyList<Block> body)
    {
        var subject = printCount > 1 ? $"{title} · {Texts.Of("第 {0} 次打印", printCount)}" : title;
        var section = new PrintSection(body, letterhead.Footer(verifyAt is null ? subject : $"{subject} · {Texts.Of("核验：{0}", verifyAt)}", namesCompany: false));
        return PrintDocument.Of(letterhead.Info(title), paper, section);
    }

    /// <param name="facts">A fact without a value is left out.</param>
    public IEnumerable<Block> Head(string community, string title, string number, params (string Name, string? Value)[] facts) =>
    [
        new Columns(
        [
            new Column(3, new Paragraph(letterhead.Company, new TextStyle(Low ? 9 : 10, Bold: true, Ink.Accent)), new Paragraph(community, Small)),
            new Column(2, new Paragraph(title, new TextStyle(Low ? 14 : 18, Bold: true, Align: TextAlign.Centre, LineHeight: 1.5f))),
            new Column(3, new Paragraph(Texts.Of("编号 {0}", number), new TextStyle(11, Bold: true, Ink.Warning, TextAlign.End))),
        ]),
        new Rule(Ink.Accent, 1),
        Low
            ? new Columns([.. facts.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => new Column(1, new Paragraph(Texts.Of("{0}：{1}", f.Name, f.Value), Fact)))])
            : Facts.InColumns(2, facts),
        Gap,
    ];

    /// <summary>The amount in capitals, Chinese in both languages: it is what counts in law.</summary>
    public Columns Amount(Money amount) => new(
    [
        new Column(3, new Paragraph(Texts.Of("人民币（大写）：{0}", ChineseAmount.Of(amount)), Strong)),
        new Column(1, new Paragraph(amount.ToString(), Strong with { Align = TextAlign.End })),
    ]);

    public Paragraph Warning(string text) => new(text, Strong with { Ink = Ink.Warning });

    public Paragraph Note(string text) => new(text, Small);

    /// <param name="others">Who signs beside the company.</param>
    public IEnumerable<Block> Signatures(string note, params string[] others) =>
    [
        new Space(Low ? 3 : 8),
        new Columns(
        [
            new Column(2, new Paragraph(Texts.Of("收款单位（盖章）：{0}", letterhead.Company), new TextStyle(Low ? 8.5f : 9.5f))),
            .. others.Select(o => new Column(1, new Paragraph(o, new TextStyle(Low ? 8.5f : 9.5f)))),
            new Column(1, new Paragraph(note, Small with { Align = TextAlign.End })),
        ]),
    ];
}
