using System.Globalization;
using System.Text;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain;

namespace PropertyDesk.Infrastructure.Channels.WeChatPay;

/// <summary>
/// The daily trade bill: CSV in UTF-8, each value led by a back-tick, money in yuan; after the rows a summary of one header
/// and one row. Columns are found by name.
/// </summary>
internal static class WeChatPayStatement
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <exception cref="RuleViolation">The file is no trade bill, or its own summary does not agree with its rows.</exception>
    public static IReadOnlyList<StatementEntry> Read(byte[] content)
    {
        var lines = Encoding.UTF8.GetString(content).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var columns = lines.Length > 0 ? lines[0].Split(',').Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i) : [];
        string[] needed = ["交易时间", "微信订单号", "商户订单号", "交易状态", "应结订单金额", "微信退款单号", "申请退款金额", "手续费"];
        if (!needed.All(columns.ContainsKey))
        {
            throw new RuleViolation("这不是微信支付的交易账单：缺少列 {0}。", [string.Join("、", needed.Where(n => !columns.ContainsKey(n)))]);
        }

        var entries = lines.Skip(1).TakeWhile(line => line.StartsWith('`')).Select((line, i) => EntryOf(line[1..].Split(",`"), columns, i + 2)).ToList();
        Check([.. lines.Skip(1 + entries.Count)], entries);
        return entries;
    }

    private static StatementEntry EntryOf(string[] row, Dictionary<string, int> columns, int number)
    {
        if (row.Length != columns.Count)
        {
            throw new RuleViolation("账单第 {0} 行的列数不对。", [number]);
        }

        string Cell(string name) => row[columns[name]];
        var isRefund = Cell("交易状态") == "REFUND";
        var at = new DateTimeOffset(DateTime.ParseExact(Cell("交易时间"), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), China);
        return new StatementEntry(
            isRefund ? Cell("微信退款单号") : Cell("微信订单号"), Cell("商户订单号"),
            isRefund ? -Yuan(Cell("申请退款金额")) : Yuan(Cell("应结订单金额")), Money.Round(decimal.Parse(Cell("手续费"), CultureInfo.InvariantCulture)), at);
    }

    private static void Check(string[] summary, List<StatementEntry> entries)
    {
        if (summary.Length < 2)
        {
            throw new RuleViolation("账单没有汇总行，可能没有下载完整。");
        }

        var (names, values) = (summary[0].Split(','), summary[1].TrimStart('`').Split(",`"));
        var count = int.Parse(values[Array.IndexOf(names, "总交易单数")], CultureInfo.InvariantCulture);
        var paid = Yuan(values[Array.IndexOf(names, "应结订单总金额")]);
        if (count != entries.Count || paid != Money.Sum(entries.Where(e => e.Amount > Money.Zero).Select(e => e.Amount)))
        {
            throw new RuleViolation("账单汇总是 {0} 笔、{1}，与明细不符，可能没有下载完整。", [count, paid]);
        }
    }

    private static Money Yuan(string text) => Money.Exact(decimal.Parse(text, CultureInfo.InvariantCulture));
}
