using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PropertyDesk.GatewaySim;

/// <summary>The channels' daily bills in their own formats, and lines of them that do not agree with the orders.</summary>
public sealed class GatewayBills(Gateway gateway)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Transactions that the bill leaves out.</summary>
    public HashSet<string> Missing { get; } = [];

    /// <summary>Fen by which a transaction's line is off.</summary>
    public Dictionary<string, long> Off { get; } = [];

    /// <summary>Lines of which nobody else knows: transaction, fen.</summary>
    public Dictionary<string, long> Strange { get; } = [];

    /// <summary>CSV; null where there is nothing on that day.</summary>
    public byte[]? WeChatPay(DateOnly day)
    {
        var rows = Lines(day, isAlipay: false).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder("交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\r\n");
        foreach (var row in rows)
        {
            var (yuan, back) = row.RefundId is null ? (Yuan(row.Fen), "0.00") : ("0.00", Yuan(row.Fen));
            string[] cells =
            [
                Time(row.At), GatewayKeys.WeChatAppId, GatewayKeys.MerchantId, "0", "", row.TransactionId, row.Number, "oUpF8", "NATIVE", row.RefundId is null ? "SUCCESS" : "REFUND", "OTHERS", "CNY",
                yuan, "0.00", row.RefundId ?? "0", row.RefundNumber ?? "0", back, "0.00", row.RefundId is null ? "" : "ORIGINAL", row.RefundId is null ? "" : "SUCCESS",
                "物业费, 一期", "", Fee(row).ToString("0.00000", CultureInfo.InvariantCulture), "0.60%", yuan, back, "",
            ];
            text.Append('`').AppendJoin(",`", cells).Append("\r\n");
        }

        text.Append("总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n");
        text.Append('`').AppendJoin(",`", rows.Count.ToString(CultureInfo.InvariantCulture), Yuan(rows.Where(r => r.RefundId is null).Sum(r => r.Fen)), Yuan(rows.Where(r => r.RefundId is not null).Sum(r => r.Fen)), "0.00", "0.00000", "0.00", "0.00").Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A zip with CSV in GBK; null where there is nothing on that day.</summary>
    public byte[]? Alipay(DateOnly day)
    {
        var rows = Lines(day, isAlipay: true).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var text = new StringBuilder("#支付宝业务明细查询\r\n#账号：[20880000000000010156]\r\n#起始日期：[]   终止日期：[]\r\n#-----------------业务明细列表----------------\r\n");
        text.Append("支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注\r\n");
        foreach (var row in rows)
        {
            var yuan = Yuan(row.RefundId is null ? row.Fen : -row.Fen);
            string[] cells =
            [
                row.TransactionId, row.Number, row.RefundId is null ? "交易" : "退款", "物业缴费", Time(row.At), Time(row.At), "", "", "", "", "*伟(138***34)", yuan, yuan, "0.00", "0.00", "0.00", "0.00", "0.00", "", "0.00", "0.00",
                row.RefundNumber ?? "", (-Fee(row)).ToString("0.00", CultureInfo.InvariantCulture), "0.00", "",
            ];
            text.AppendJoin(',', cells.Select(c => c + "\t")).Append("\r\n");
        }

        text.Append("#-----------------业务明细列表结束------------------------------------\r\n");
        using var zipped = new MemoryStream();
        using (var zip = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true, gbk))
        {
            Write(zip, $"20880000000000010156_{day:yyyyMMdd}_业务明细(汇总).csv", gbk.GetBytes("#汇总\r\n"));
            Write(zip, $"20880000000000010156_{day:yyyyMMdd}_业务明细.csv", gbk.GetBytes(text.ToString()));
        }

        return zipped.ToArray();
    }

    private static void Write(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }

    private IEnumerable<BillRow> Lines(DateOnly day, bool isAlipay)
    {
        foreach (var order in gateway.Orders.Where(o => o.IsAlipay == isAlipay && o.PaidAt is not null))
        {
            if (On(order.PaidAt!.Value) == day && !Missing.Contains(order.TransactionId!))
            {
                yield return new BillRow(order.PaidAt!.Value, order.TransactionId!, order.Number, order.Fen + Off.GetValueOrDefault(order.TransactionId!), null, null);
            }

            foreach (var refund in order.Refunds.Where(r => r.IsDone && On(r.At) == day))
            {
                yield return new BillRow(refund.At, order.TransactionId!, order.Number, refund.Fen, refund.Id, refund.Number);
            }
        }

        if (!isAlipay)
        {
            foreach (var (transaction, fen) in Strange)
            {
                yield return new BillRow(new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), China), transaction, "unknown0001", fen, null, null);
            }
        }
    }

    private static DateOnly On(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(China).DateTime);

    // Six of a thousand in whole fen; given back with a refund.
    private static decimal Fee(BillRow row) => row.Fen * 6 / 1000 / 100m * (row.RefundId is null ? 1 : -1);

    private static string Yuan(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.ToOffset(China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private sealed record BillRow(DateTimeOffset At, string TransactionId, string Number, long Fen, string? RefundId, string? RefundNumber);
}
