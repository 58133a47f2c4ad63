using System.IO.Compression;
using System.Text;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain;

namespace PropertyDesk.Infrastructure.Channels.Alipay;

/// <summary>
/// The daily trade bill: a zip with CSV in GBK, comment lines led by #, values padded with tabs, refunds below zero. Columns
/// are found by name.
/// </summary>
internal static class AlipayStatement
{
    private static readonly string[] Needed = ["支付宝交易号", "商户订单号", "业务类型", "完成时间", "订单金额（元）", "退款批次号/请求号", "服务费（元）"];
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <exception cref="RuleViolation">The file is no trade bill.</exception>
    public static IReadOnlyList<StatementEntry> Read(byte[] content)
    {
        var lines = Details(content).Split('\n').Select((text, i) => (Text: text.Trim('\r', ' '), Number: i + 1)).Where(l => l.Text.Length > 0 && !l.Text.StartsWith('#')).ToList();
        var header = StatementHeader.Of(lines.Count > 0 ? lines[0].Text.Split(',') : []);
        return header.Lacks(Needed) is { Count: > 0 } missing
            ? throw new RuleViolation("这不是支付宝的业务明细账单：缺少列 {0}。", [string.Join("、", missing)])
            : [.. lines.Skip(1).Select(line => EntryOf(header.Row(line.Text.Split(','), line.Number)))];
    }

    /// <summary>
    /// Where the bill is fetched. The channel writes its addresses without TLS; they answer with it as well, and a bill is
    /// fetched in no other way.
    /// </summary>
    /// <exception cref="ChannelUnavailable">The address is not the channel's.</exception>
    public static Uri AddressOf(string given, ChannelGateways gateways)
    {
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address))
        {
            throw new ChannelUnavailable("The statement has no address.");
        }

        if (gateways.IsSimulated)
        {
            return address.Authority == gateways.Alipay.Authority ? address : throw new ChannelUnavailable("The statement's address is not the simulator's.");
        }

        return address.Scheme is "http" or "https" && address.IsDefaultPort && address.Host.EndsWith(".alipay.com", StringComparison.OrdinalIgnoreCase)
            ? new UriBuilder(address) { Scheme = "https", Port = -1 }.Uri
            : throw new ChannelUnavailable("The statement's address is not the channel's.");
    }

    private static StatementEntry EntryOf(StatementRow row)
    {
        var isRefund = row.Text("业务类型") == "退款";
        return new StatementEntry(
            row.Text(isRefund ? "退款批次号/请求号" : "支付宝交易号"), row.Text("商户订单号"), row.Yuan("订单金额（元）"), -row.Yuan("服务费（元）"), row.Time("完成时间"));
    }

    private static string Details(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read, leaveOpen: false, Gbk);
            var entry = zip.Entries.FirstOrDefault(e => e.Name.EndsWith("业务明细.csv", StringComparison.Ordinal)) ?? throw new RuleViolation("压缩包里没有业务明细。");
            using var file = entry.Open();
            return Gbk.GetString(ChannelFiles.Read(file));
        }
        catch (InvalidDataException)
        {
            throw new RuleViolation("这不是支付宝的账单压缩包。");
        }
    }
}
