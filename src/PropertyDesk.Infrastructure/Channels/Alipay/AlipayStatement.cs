using System.Globalization;
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
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <exception cref="RuleViolation">The file is no trade bill.</exception>
    public static IReadOnlyList<StatementEntry> Read(byte[] content)
    {
        var lines = Details(content).Split('\n').Select((text, i) => (Text: text.Trim('\r', ' '), Number: i + 1)).Where(l => l.Text.Length > 0 && !l.Text.StartsWith('#')).ToList();
        var columns = lines.Count > 0 ? Cells(lines[0].Text).Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i) : [];
        string[] needed = ["支付宝交易号", "商户订单号", "业务类型", "完成时间", "订单金额（元）", "退款批次号/请求号", "服务费（元）"];
        if (!needed.All(columns.ContainsKey))
        {
            throw new RuleViolation("这不是支付宝的业务明细账单：缺少列 {0}。", [string.Join("、", needed.Where(n => !columns.ContainsKey(n)))]);
        }

        return [.. lines.Skip(1).Select(line => EntryOf(Cells(line.Text), columns, line.Number))];
    }

    private static StatementEntry EntryOf(string[] row, Dictionary<string, int> columns, int number)
    {
        if (row.Length < columns.Count)
        {
            throw new RuleViolation("账单第 {0} 行的列数不对。", [number]);
        }

        string Cell(string name) => row[columns[name]];
        var isRefund = Cell("业务类型") == "退款";
        return new StatementEntry(
            isRefund ? Cell("退款批次号/请求号") : Cell("支付宝交易号"), Cell("商户订单号"), Yuan(Cell("订单金额（元）")), -Yuan(Cell("服务费（元）")),
            new DateTimeOffset(DateTime.Parse(Cell("完成时间"), CultureInfo.InvariantCulture), China));
    }

    private static string Details(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read, leaveOpen: false, Gbk);
            var entry = zip.Entries.FirstOrDefault(e => e.Name.EndsWith("业务明细.csv", StringComparison.Ordinal)) ?? throw new RuleViolation("压缩包里没有业务明细。");
            using var file = entry.Open();
            using var plain = new MemoryStream();
            file.CopyTo(plain);
            return Gbk.GetString(plain.ToArray());
        }
        catch (InvalidDataException)
        {
            throw new RuleViolation("这不是支付宝的账单压缩包。");
        }
    }

    private static string[] Cells(string line) => [.. line.Split(',').Select(cell => cell.Trim('\t', ' ', '"'))];

    private static Money Yuan(string text) => Money.Exact(text.Length == 0 ? 0 : decimal.Parse(text, CultureInfo.InvariantCulture));
}
