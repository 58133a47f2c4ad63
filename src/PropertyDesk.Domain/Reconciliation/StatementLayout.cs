using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Reconciliation;

/// <summary>Which columns of a statement that is uploaded hold what, by the names in its header row.</summary>
public sealed class StatementLayout : CompanyOwned
{
    private StatementLayout()
    {
    }

    public StatementLayout(Company company, MoneySource source)
        : base(company.Id)
    {
        Source = source;
        (DateColumn, ReferenceColumn, AmountColumn, TextColumn, FeeColumn) = source switch
        {
            MoneySource.CardTerminal => ("交易日期", "凭证号", "交易金额", "卡号", "手续费"),
            MoneySource.DeskCode => ("交易日期", "交易单号", "交易金额", "备注", "手续费"),
            _ => ("交易日期", "流水号", "贷方金额", "对方户名", null),
        };
    }

    public MoneySource Source { get; private set; }

    /// <summary>记账日期</summary>
    public string DateColumn { get; private set; } = "";

    /// <summary>流水号: what the desk types when it records a transfer, a slip or a code's transaction.</summary>
    public string ReferenceColumn { get; private set; } = "";

    /// <summary>Money that came in.</summary>
    public string AmountColumn { get; private set; } = "";

    /// <summary>Who paid, or for what; shown beside the line.</summary>
    public string TextColumn { get; private set; } = "";

    /// <summary>What is kept of each payment; null where the statement has no such column.</summary>
    public string? FeeColumn { get; private set; }

    public void Change(string? date, string? reference, string? amount, string? text, string? fee)
    {
        DateColumn = Require.Text(date, "日期列", 50);
        ReferenceColumn = Require.Text(reference, "流水号列", 50);
        AmountColumn = Require.Text(amount, "金额列", 50);
        TextColumn = Require.Text(text, "对方列", 50);
        FeeColumn = Source.PaysOut() ? Require.OptionalText(fee, "手续费列", 50) : null;
    }
}
