using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Reconciliation;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.GatewaySim;
using PropertyDesk.IntegrationTests.Channels;

namespace PropertyDesk.IntegrationTests.Reconciliation;

/// <summary>Statements against our payments: every difference is found, decided with a document, and the day is closed once.</summary>
[Collection(nameof(Gateway))]
public sealed class ReconcilingDays
{
    public static TheoryData<ChannelKind> Kinds => [ChannelKind.WeChatPay, ChannelKind.Alipay];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_day_without_differences_is_closed_and_settled(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var (one, two) = (await PayAsync(desk, desk.Till.Own.Li, kind), await PayAsync(desk, desk.Till.Own.Zhang, kind));

        var day = await DownloadAsync(desk, kind);
        var details = await DayAsync(desk, day);
        Assert.Equal((2, 2, 0), (details.Row.Count, details.Row.Matched, details.Row.Open));
        Assert.Equal(one.Amount + two.Amount, details.Row.Theirs);
        await CloseAsync(desk, day);

        var fee = details.Row.Fee;
        Assert.True(fee > Money.Zero);
        Assert.Equal((Money.Zero, one.Amount + two.Amount - fee, fee), (await BalanceAsync(desk, Account.ChannelClearing), await BalanceAsync(desk, Account.Bank), await BalanceAsync(desk, Account.ChannelFee)));
        await Assert.ThrowsAsync<RuleViolation>(() => CloseAsync(desk, day));
        await Assert.ThrowsAsync<RuleViolation>(() => DownloadAsync(desk, kind));
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task Every_planted_difference_is_found_and_decided()
    {
        var desk = await ChannelDesk.OpenAsync();
        var missing = await PayAsync(desk, desk.Till.Own.Li, ChannelKind.WeChatPay);
        desk.Gateway.Bill.Missing.Add(missing.TransactionId!);
        desk.Gateway.Bill.Strange["4299999"] = 1234;
        // Paid, and neither told nor asked: the statement is the first to say so.
        desk.Gateway.Knobs.DropPercent = 100;
        var silent = await desk.StartAsync(desk.Till.Own.Zhang, ChannelKind.WeChatPay);
        desk.Gateway.Pay(silent.Number);

        var day = await DownloadAsync(desk, ChannelKind.WeChatPay);
        var items = (await DayAsync(desk, day)).Items.ToDictionary(i => i.TransactionId);
        Assert.Equal(3, items.Count);
        Assert.Equal(ReconciliationKind.OnlyOurs, items[missing.TransactionId!].Kind);
        Assert.Equal((ReconciliationKind.OnlyTheirs, false), (items["4299999"].Kind, items["4299999"].IsOurOrder));
        var found = items.Values.Single(i => i.IsOurOrder);
        await Assert.ThrowsAsync<RuleViolation>(() => CloseAsync(desk, day));

        await desk.Till.WithAsync((DecideDifference d) => d.AskChannelAsync(found.Id));
        await desk.Till.WithAsync((DecideDifference d) => d.BookAsync(items["4299999"].Id, desk.Till.Own.Li.Id));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((DecideDifference d) => d.BookAsync(items["4299999"].Id, desk.Till.Own.Li.Id)));
        await desk.Till.WithAsync((DecideDifference d) => d.ExplainAsync(items[missing.TransactionId!].Id, "次日到账"));
        await CloseAsync(desk, day);

        Assert.Equal(Money.Zero, await desk.DueAsync(desk.Till.Own.Zhang));
        Assert.Equal(Money.Exact(12.34m), await desk.Till.SeeAsync(db => db.Purses.Select(p => p.Balance).SingleAsync()));
        // What the channel did not list is not settled by it.
        Assert.Equal(missing.Amount, await BalanceAsync(desk, Account.ChannelClearing));
        await desk.AssertSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Another_amount_in_the_statement_is_shown_and_a_refund_stands_with_its_sign(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var paid = await PayAsync(desk, desk.Till.Own.Li, kind);
        desk.Gateway.Bill.Off[paid.TransactionId!] = 7;
        var refund = await desk.Till.Desk.As(Guid.NewGuid(), Role.Collector, (Application.Refunds.RefundRoom r) => r.RequestReversalAsync(paid.PaymentId!.Value, "付错户"));
        await desk.Till.Desk.As(Guid.NewGuid(), Role.Manager, (Application.Refunds.RefundRoom r) => r.ApproveAsync(refund, null));
        await desk.Till.WithAsync((Application.Channels.ChannelRefunds r) => r.AskAsync(refund));
        await desk.Gateway.Notifier.IdleAsync();

        var details = await DayAsync(desk, await DownloadAsync(desk, kind));

        Assert.Equal(2, details.Items.Count);
        var off = details.Items.Single(i => i.TransactionId == paid.TransactionId);
        Assert.Equal((ReconciliationKind.AmountDiffers, paid.Amount + new Money(7), paid.Amount), (off.Kind, off.Theirs, off.Ours));
        var back = details.Items.Single(i => i.TransactionId != paid.TransactionId);
        Assert.Equal((ReconciliationKind.Matched, -paid.Amount), (back.Kind, back.Theirs));
    }

    [Fact]
    public async Task A_statement_taken_twice_keeps_what_was_decided()
    {
        var desk = await ChannelDesk.OpenAsync();
        desk.Gateway.Bill.Strange["4299998"] = 100;
        var day = await DownloadAsync(desk, ChannelKind.WeChatPay);
        await desk.Till.WithAsync(async (DecideDifference d) => await d.ExplainAsync((await DayAsync(desk, day)).Items.Single().Id, "另案处理"));

        Assert.Equal(day, await DownloadAsync(desk, ChannelKind.WeChatPay));

        var item = Assert.Single((await DayAsync(desk, day)).Items);
        Assert.Equal("另案处理", item.Decision);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public async Task A_banks_statement_is_matched_by_the_number_that_the_desk_typed(string encoding)
    {
        var desk = await ChannelDesk.OpenAsync();
        var yesterday = Yesterday(desk);
        foreach (var (number, amount) in new[] { ("BK-001", 100m), ("BK-002", 50m), ("BK-404", 8m) })
        {
            var ask = await desk.Till.AskAsync(desk.Till.Own.Zhang);
            await desk.Till.TakeAsync(ask.Paying(Money.Exact(amount), PaymentMethod.BankTransfer, number));
        }

        await desk.Till.SeeAsync(db => db.Payments.ExecuteUpdateAsync(set => set.SetProperty(p => p.PaidOn, yesterday)));
        var bank = (encoding == "GB18030" ? CodePagesEncodingProvider.Instance.GetEncoding(encoding)! : Encoding.UTF8).GetBytes(
            $"账户明细查询,,,,\n交易日期,流水号,贷方金额,借方金额,对方户名\n{yesterday:yyyy-MM-dd} 09:00:01,BK-001,100.00,,\"张伟,(翠湖)\"\n{yesterday:yyyyMMdd},BK-002,\"5,050.00\",,李娜\n{yesterday:yyyy-MM-dd},BK-003,66.60,,不明\n{yesterday:yyyy-MM-dd},BK-900,,500.00,水务公司\n2025-01-01,BK-000,9.00,,旧账\n合计,,5216.60,500.00,\n");

        var day = await desk.Till.WithAsync((Reconcile r) => r.UploadAsync(MoneySource.Bank, yesterday, new NewFile("bank.csv", bank)));

        var items = (await DayAsync(desk, day)).Items.ToDictionary(i => i.TransactionId, i => i.Kind);
        Assert.Equal(
            new() { ["BK-001"] = ReconciliationKind.Matched, ["BK-002"] = ReconciliationKind.AmountDiffers, ["BK-003"] = ReconciliationKind.OnlyTheirs, ["BK-404"] = ReconciliationKind.OnlyOurs },
            items);
        var wrong = await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((Reconcile r) =>
            r.UploadAsync(MoneySource.Bank, yesterday, new NewFile("bank.csv", "日期,号码\n"u8.ToArray()))));
        Assert.Equal("对账单里找不到列 {0}，请核对列名设置。", wrong.Key);
        var cell = await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((Reconcile r) =>
            r.UploadAsync(MoneySource.Bank, yesterday, new NewFile("bank.csv", Encoding.UTF8.GetBytes("交易日期,流水号,贷方金额,对方户名\n2025-05-31,1,十元,张伟\n")))));
        Assert.Equal([2, "贷方金额", "十元"], cell.Arguments);
    }

    [Fact]
    public async Task Who_sees_some_communities_only_cannot_reconcile()
    {
        var desk = await ChannelDesk.OpenAsync();
        await using var scope = desk.Till.Desk.Services.CreateAsyncScope();
        var person = Guid.NewGuid();
        var member = Membership.OfStaff(desk.Till.Desk.Company, person, Role.Finance);
        member.LimitTo([desk.Till.Own.Community]);
        ((Application.CurrentCompany)scope.ServiceProvider.GetService(typeof(Application.CurrentCompany))!).Enter(desk.Till.Desk.Company, person, "财务", [member], []);
        var reconcile = (Reconcile)scope.ServiceProvider.GetService(typeof(Reconcile))!;

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => reconcile.DownloadAsync(MoneySource.Alipay, Yesterday(desk).AddDays(-30)));

        Assert.Equal("对账须由能看到全部小区的人来做。", refused.Key);
    }

    // Orders are paid today; the channel's day is over tomorrow.
    private static async Task<ChannelOrder> PayAsync(ChannelDesk desk, Domain.Owners.Owner owner, ChannelKind kind)
    {
        var order = await desk.StartAsync(owner, kind);
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();
        return await desk.FindAsync(order.Id);
    }

    private static DateOnly Yesterday(ChannelDesk desk) => desk.Till.Today.AddDays(-1);

    private static Task<Guid> DownloadAsync(ChannelDesk desk, ChannelKind kind) =>
        desk.Till.WithAsync((Reconcile r) => r.DownloadAsync(kind == ChannelKind.Alipay ? MoneySource.Alipay : MoneySource.WeChatPay, desk.Till.Today));

    private static Task<DayDetails> DayAsync(ChannelDesk desk, Guid day) => desk.Till.WithAsync((ReconciliationQueries q) => q.FindAsync(day));

    private static Task CloseAsync(ChannelDesk desk, Guid day) => desk.Till.WithAsync((DecideDifference d) => d.CloseAsync(day));

    private static async Task<Money> BalanceAsync(ChannelDesk desk, Account account) =>
        new(await desk.Till.SeeAsync(db => db.JournalLines.Where(l => l.Account == account).SumAsync(l => l.Amount.Fen)));
}
