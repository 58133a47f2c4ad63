using PropertyDesk.Application.Documents;

namespace PropertyDesk.Application.Billing;

/// <summary>Bills on A4, in the current UI language: one, or a batch for the delivery round.</summary>
public static class BillDocument
{
    public static PrintDocument Of(Letterhead letterhead, BillPaper paper) =>
        PrintDocument.Of(letterhead.Info(Texts.Of("账单 {0}", paper.Bill.Number)), PageFormat.A4, BillPages.Of(letterhead, paper));

    /// <summary>One section a bill, each with its own page numbers; bookmarks by building.</summary>
    /// <param name="papers">In walking order; read one at a time while the file is written.</param>
    public static PrintDocument Batch(Letterhead letterhead, string title, IEnumerable<BillPaper> papers) =>
        new(letterhead.Info(title), PageFormat.A4, papers.Select(paper => BillPages.Of(letterhead, paper)));
}
