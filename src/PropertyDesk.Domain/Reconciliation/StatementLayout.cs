using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Reconciliation;

/// <summary>Which columns of the company's bank statement hold what, by the names in its header row.</summary>
public sealed class StatementLayout : CompanyOwned
{
    private StatementLayout()
    {
    }

    public StatementLayout(Company company)
        : base(company.Id)
    {
    }

    /// <summary>记账日期</summary>
    public string DateColumn { get; private set; } = "交易日期";

    /// <summary>流水号: what the desk types when it records a transfer.</summary>
    public string ReferenceColumn { get; private set; } = "流水号";

    /// <summary>Money that came in.</summary>
    public string AmountColumn { get; private set; } = "贷方金额";

    /// <summary>Who paid, or for what; shown beside the line.</summary>
    public string TextColumn { get; private set; } = "对方户名";

    public void Change(string? date, string? reference, string? amount, string? text)
    {
        DateColumn = Require.Text(date, "日期列", 50);
        ReferenceColumn = Require.Text(reference, "流水号列", 50);
        AmountColumn = Require.Text(amount, "金额列", 50);
        TextColumn = Require.Text(text, "对方列", 50);
    }
}
