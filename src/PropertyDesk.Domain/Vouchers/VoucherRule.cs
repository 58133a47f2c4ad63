using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.Domain.Vouchers;

/// <summary>How the vouchers of one kind of event are called: their word (凭证字) and their summary (摘要).</summary>
public sealed class VoucherRule : CompanyOwned
{
    /// <summary>The word of general vouchers.</summary>
    public const string StandardWord = "记";

    public const int WordLength = 4;
    public const int SummaryLength = 60;

    private VoucherRule()
    {
    }

    public VoucherRule(Company company, JournalKind kind, string? word, string? summary)
        : base(company.Id)
    {
        Kind = kind;
        Change(word, summary);
    }

    public JournalKind Kind { get; private set; }

    public string Word { get; private set; } = "";

    /// <summary>May contain the places that <see cref="Fill"/> fills.</summary>
    public string Summary { get; private set; } = "";

    /// <exception cref="RuleViolation">One of both is missing or too long.</exception>
    public void Change(string? word, string? summary) =>
        (Word, Summary) = (Require.Text(word, "凭证字", WordLength), Require.Text(summary, "摘要", SummaryLength));

    /// <summary>Fills the places of a summary: {月份}, {小区}, {日期}.</summary>
    public static string Fill(string summary, BillingMonth month, string scope, DateOnly date) => summary
        .Replace("{月份}", month.ToString(), StringComparison.Ordinal)
        .Replace("{日期}", $"{date:yyyy-MM-dd}", StringComparison.Ordinal)
        .Replace("{小区}", scope, StringComparison.Ordinal);
}
