namespace PropertyDesk.Domain.DirectDebit;

/// <summary>What a field of a bank's file holds.</summary>
public enum DebitField
{
    /// <summary>固定文字: the same in every record, such as a mark of the record's kind.</summary>
    Constant,

    /// <summary>批次号</summary>
    BatchNumber,

    /// <summary>商户号: what the bank calls the company.</summary>
    MerchantNumber,

    /// <summary>日期: of the file.</summary>
    Date,

    /// <summary>笔数: of all lines.</summary>
    Count,

    /// <summary>总金额: of all lines.</summary>
    Total,

    /// <summary>序号: of the line, from 1.</summary>
    Sequence,

    /// <summary>协议号</summary>
    AgreementNumber,

    /// <summary>账号</summary>
    Account,

    /// <summary>户名: cut to its width between characters.</summary>
    Holder,

    /// <summary>金额</summary>
    Amount,

    /// <summary>用途</summary>
    Purpose,

    /// <summary>明细编号: our own key of the line, which the bank sends back.</summary>
    LineKey,

    /// <summary>结果代码</summary>
    ResultCode,

    /// <summary>结果说明</summary>
    ResultText,

    /// <summary>扣款日期</summary>
    BankDate,

    /// <summary>成功笔数</summary>
    SuccessCount,

    /// <summary>成功金额</summary>
    SuccessTotal,
}

/// <summary>What is true of each field.</summary>
public static class DebitFields
{
    /// <summary>How refusals name it; the key of its English.</summary>
    public static string Name(this DebitField field) => field switch
    {
        DebitField.Constant => "固定文字",
        DebitField.BatchNumber => "批次号",
        DebitField.MerchantNumber => "商户号",
        DebitField.Date => "日期",
        DebitField.Count => "笔数",
        DebitField.Total => "总金额",
        DebitField.Sequence => "序号",
        DebitField.AgreementNumber => "协议号",
        DebitField.Account => "账号",
        DebitField.Holder => "户名",
        DebitField.Amount => "金额",
        DebitField.Purpose => "用途",
        DebitField.LineKey => "明细编号",
        DebitField.ResultCode => "结果代码",
        DebitField.ResultText => "结果说明",
        DebitField.BankDate => "扣款日期",
        DebitField.SuccessCount => "成功笔数",
        _ => "成功金额",
    };
}
