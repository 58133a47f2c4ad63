using System.Globalization;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain;

namespace PropertyDesk.Infrastructure.Channels.WeChatPay;

/// <summary>
/// The daily trade bill: CSV in UTF-8, each value led by a back-tick, money in yuan; after the rows a summary of one header
/// and one row. Columns are found by name. As it was downloaded by a person it may still be packed, or in GBK.
/// </summary>
internal static class WeChatPayStatement
{
    private static readonly string[] Needed = ["交易时间", "微信订单号", "商户订单号", "交易状态", "应结订单金额", "微信退款单号", "申请退款金额", "手续费"];

    /// <exception cref="RuleViolation">The file is no trade bill, or its own summary does not agree with its rows.</exception>
    public static IReadOnlyList<StatementEntry> Read(byte[] content)
    {
        var lines = ChannelFiles.Text(content is [0x1f, 0x8b, ..] ? Unpacked(content) : content).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var header = StatementHeader.Of(lines.Length > 0 ? lines[0].Split(',') : []);
        if (header.Lacks(Needed) is { Count: > 0 } missing)
        {
            throw new RuleViolation("这不是微信支付的交易账单：缺少列 {0}。", [string.Join("、", missing)]);
        }

        var rows = lines.Skip(1).TakeWhile(line => line.StartsWith('`')).Select((line, i) => header.Row(line[1..].Split(",`"), i + 2)).ToList();
        var entries = rows.ConvertAll(EntryOf);
        Check(lines[(1 + rows.Count)..], entries);
        // A refund that failed moved nothing.
        return [.. entries.Where((_, i) => rows[i].TextOrNone("退款状态") != "FAIL")];
    }

    private static StatementEntry EntryOf(StatementRow row)
    {
        var isRefund = row.Text("交易状态") is "REFUND" or "REVOKED";
        return new StatementEntry(
            row.Text(isRefund ? "微信退款单号" : "微信订单号"), row.Text("商户订单号"), isRefund ? -row.Yuan("申请退款金额") : row.Yuan("应结订单金额"), row.Rounded("手续费"), row.Time("交易时间"),
            row.TextOrNone("商户号") is { Length: > 0 } merchant ? merchant : null);
    }

    private static void Check(string[] summary, List<StatementEntry> entries)
    {
        var names = StatementHeader.Of(summary.Length > 1 ? summary[0].Split(',') : []);
        if (names.Lacks(["总交易单数", "应结订单总金额"]).Count > 0)
        {
            throw new RuleViolation("账单没有汇总行，可能没有下载完整。");
        }

        var row = names.Row(summary[1].TrimStart('`').Split(",`"), entries.Count + 3);
        var paid = row.Yuan("应结订单总金额");
        if (row.Text("总交易单数") != entries.Count.ToString(CultureInfo.InvariantCulture) || paid != Money.Sum(entries.Where(e => e.Amount > Money.Zero).Select(e => e.Amount)))
        {
            throw new RuleViolation("账单汇总是 {0} 笔、{1}，与明细不符，可能没有下载完整。", [row.Text("总交易单数"), paid]);
        }
    }

    private static byte[] Unpacked(byte[] content)
    {
        try
        {
            return ChannelFiles.Unzip(content);
        }
        catch (ChannelUnavailable)
        {
            throw new RuleViolation("账单文件解不开，可能没有下载完整。");
        }
    }
}
