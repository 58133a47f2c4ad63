using System.IO.Compression;
using System.Text;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Reconciliation;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.GatewaySim;
using PropertyDesk.IntegrationTests.Channels;

namespace PropertyDesk.IntegrationTests.Reconciliation;

/// <summary>Statements as channels and spreadsheets write them; what cannot be read is named by row and column, what is not ours is refused.</summary>
[Collection(nameof(Gateway))]
public sealed class ReadingStatements
{
    private const string Header = "交易时间,商户号,微信订单号,商户订单号,交易状态,应结订单金额,微信退款单号,申请退款金额,退款状态,手续费";
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Fact]
    public async Task Columns_are_found_by_name_and_signs_tabs_and_packing_read_over()
    {
        var text = WeChat(
            Row("2025-05-31 10:00:00", "42001", "SUCCESS", "¥1,234.50", "0", "0.00", "", "7.41000"),
            Row("2025-05-31 11:00:00", "42001", "REFUND", "0.00", "50001", "￥34.50\t", "SUCCESS", "-0.21000"),
            Row("2025-05-31 12:00:00", "42001", "REFUND", "0.00", "50002", "1.00", "FAIL", "0.00000"));
        foreach (var content in new[] { Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], Gbk.GetBytes(text), Packed(Encoding.UTF8.GetBytes(text)) })
        {
            var entries = await ReadAsync(ChannelKind.WeChatPay, content);

            Assert.Equal(
                [("42001", 1234.50m, 7.41m), ("50001", -34.50m, -0.21m)],
                entries.Select(e => (e.TransactionId, e.Amount.Yuan, e.Fee.Yuan)));
        }
    }

    [Theory]
    [InlineData("十元", "0.06000", "2025-05-31 10:00:00", "账单第 {0} 行“{1}”列的“{2}”不是金额。")]
    [InlineData("1.005", "0.06000", "2025-05-31 10:00:00", "账单第 {0} 行“{1}”列的“{2}”不是金额。")]
    [InlineData("1.00", "－", "2025-05-31 10:00:00", "账单第 {0} 行“{1}”列的“{2}”不是金额。")]
    [InlineData("1.00", "0.06000", "昨天", "账单第 {0} 行“{1}”列的“{2}”不是时间。")]
    public async Task What_cannot_be_read_is_named(string amount, string fee, string time, string message)
    {
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => ReadAsync(ChannelKind.WeChatPay, Encoding.UTF8.GetBytes(WeChat(Row(time, "42001", "SUCCESS", amount, "0", "0", "", fee)))));

        Assert.Equal((message, (object?)2), (refused.Key, refused.Arguments[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,a,b\n1,2,3\n")]
    [InlineData(Header + "\n")]
    [InlineData(Header + "\n总交易单数,别的\n`1,`2\n")]
    [InlineData(Header + "\n`2025-05-31 10:00:00,`1\n")]
    public async Task What_is_no_statement_is_refused_in_words(string text)
    {
        await Assert.ThrowsAsync<RuleViolation>(() => ReadAsync(ChannelKind.WeChatPay, Encoding.UTF8.GetBytes(text)));
        await Assert.ThrowsAsync<RuleViolation>(() => ReadAsync(ChannelKind.Alipay, Zipped(text)));
        await Assert.ThrowsAsync<RuleViolation>(() => ReadAsync(ChannelKind.Alipay, Encoding.UTF8.GetBytes(text)));
        await Assert.ThrowsAsync<RuleViolation>(() => ReadAsync(ChannelKind.WeChatPay, [0x1f, 0x8b, 1, 2, 3]));
    }

    [Fact]
    public async Task Alipays_cells_are_named_too()
    {
        const string Columns = "#说明\n支付宝交易号,商户订单号,业务类型,完成时间,订单金额（元）,退款批次号/请求号,服务费（元）\n";
        var entry = Assert.Single(await ReadAsync(ChannelKind.Alipay, Zipped(Columns + "2025\t,abc\t,退款\t,2025-05-31 09:00:00\t,-12.30\t,r-1\t,0.07\t\n#结束\n")));
        Assert.Equal(("r-1", -12.30m, -0.07m), (entry.TransactionId, entry.Amount.Yuan, entry.Fee.Yuan));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => ReadAsync(ChannelKind.Alipay, Zipped(Columns + "2025,abc,交易,2025-05-31,不明,,0\n")));
        Assert.Equal(3, refused.Arguments[0]);
    }

    [Fact]
    public async Task A_file_of_another_day_or_merchant_is_refused_and_changes_nothing()
    {
        var desk = await ChannelDesk.OpenAsync();
        var day = desk.Till.Today.AddDays(-1);
        Task<Guid> Upload(string time, string merchant) => desk.Till.WithAsync((Reconcile r) => r.UploadAsync(
            MoneySource.WeChatPay, day, new NewFile("bill.csv", Encoding.UTF8.GetBytes(WeChat(Row(time, "42001", "SUCCESS", "1.00", "0", "0", "", "0.01", merchant))))));

        var otherDay = await Assert.ThrowsAsync<RuleViolation>(() => Upload($"{day.AddDays(-1):yyyy-MM-dd} 23:59:59", GatewayKeys.MerchantId));
        var otherMerchant = await Assert.ThrowsAsync<RuleViolation>(() => Upload($"{day:yyyy-MM-dd} 10:00:00", "1999999999"));

        Assert.Equal(("对账单是 {0} 的，不是 {1} 的。", "对账单是商户 {0} 的，不是本公司的商户 {1}。"), (otherDay.Key, otherMerchant.Key));
        Assert.Equal(0, (await desk.Till.WithAsync((ReconciliationQueries q) => q.ListAsync())).Total);
        await Upload($"{day:yyyy-MM-dd} 00:00:00", GatewayKeys.MerchantId);
    }

    [Fact]
    public async Task What_was_decided_counts_only_for_the_same_facts()
    {
        var desk = await ChannelDesk.OpenAsync();
        var day = desk.Till.Today.AddDays(-1);
        async Task<ItemRow> TakeAsync(string amount)
        {
            var file = WeChat(Row($"{day:yyyy-MM-dd} 10:00:00", "42009", "SUCCESS", amount, "0", "0", "", "0.01", GatewayKeys.MerchantId));
            var id = await desk.Till.WithAsync((Reconcile r) => r.UploadAsync(MoneySource.WeChatPay, day, new NewFile("bill.csv", Encoding.UTF8.GetBytes(file))));
            return (await desk.Till.WithAsync((ReconciliationQueries q) => q.FindAsync(id))).Items.Single();
        }

        await desk.Till.WithAsync(async (DecideDifference d) => await d.ExplainAsync((await TakeAsync("8.00")).Id, "另案处理"));
        Assert.Equal("另案处理", (await TakeAsync("8.00")).Decision);

        var changed = await TakeAsync("9.00");
        Assert.Null(changed.Decision);
        Assert.True(changed.NeedsDecision);
    }

    private static async Task<IReadOnlyList<StatementEntry>> ReadAsync(ChannelKind kind, byte[] content) =>
        await (await Desk.OpenAsync()).In((IEnumerable<IPaymentChannel> channels) => Task.FromResult(channels.Single(c => c.Kind == kind).ReadStatement(content)));

    private static string Row(string time, string transaction, string state, string amount, string refund, string back, string refundState, string fee, string merchant = GatewayKeys.MerchantId) =>
        "`" + string.Join(",`", time, merchant, transaction, "0123", state, amount, refund, back, refundState, fee);

    private static string WeChat(params string[] rows)
    {
        var paid = rows.Select(r => r.Split(",`")).Where(c => c[4] == "SUCCESS").Select(c => c[5]).ToList();
        var sum = paid.Sum(p => decimal.TryParse(p.TrimStart('¥'), System.Globalization.CultureInfo.InvariantCulture, out var yuan) ? yuan : 0);
        return $"{Header}\r\n{string.Join("\r\n", rows)}\r\n总交易单数,应结订单总金额\r\n`{rows.Length},`{sum}\r\n";
    }

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress))
        {
            zip.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Zipped(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true, Gbk))
        {
            using var entry = zip.CreateEntry("2088_20250531_业务明细.csv").Open();
            entry.Write(Gbk.GetBytes(text));
        }

        return packed.ToArray();
    }
}
