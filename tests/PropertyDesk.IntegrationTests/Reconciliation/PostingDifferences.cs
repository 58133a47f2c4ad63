using System.Text;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Reconciliation;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.GatewaySim;
using PropertyDesk.IntegrationTests.Channels;

namespace PropertyDesk.IntegrationTests.Reconciliation;

/// <summary>Differences that are decided by a posting, and money that waits for its owner.</summary>
[Collection(nameof(Gateway))]
public sealed class PostingDifferences
{
    [Fact]
    public async Task Money_of_unknown_origin_waits_is_settled_with_the_day_and_finds_its_owner()
    {
        var desk = await ChannelDesk.OpenAsync();
        desk.Gateway.Bill.Strange["4299999"] = 1234;
        var day = await DownloadAsync(desk);
        var item = Assert.Single((await DayAsync(desk, day)).Items);
        Assert.Equal(Money.Exact(12.34m), item.Difference);

        await Assert.ThrowsAsync<RuleViolation>(() => PostAsync(desk, item.Id, null, Account.Suspense));
        await Assert.ThrowsAsync<RuleViolation>(() => PostAsync(desk, item.Id, desk.Till.Own.Community.Id, Account.Income));
        await PostAsync(desk, item.Id, desk.Till.Own.Community.Id, Account.Suspense);
        await Assert.ThrowsAsync<RuleViolation>(() => PostAsync(desk, item.Id, desk.Till.Own.Community.Id, Account.Suspense));
        Assert.Equal((Money.Exact(12.34m), Money.Exact(-12.34m)), (await BalanceAsync(desk, Account.ChannelClearing), await BalanceAsync(desk, Account.Suspense)));
        await desk.Till.WithAsync((DecideDifference d) => d.CloseAsync(day));
        var fee = (await DayAsync(desk, day)).Row.Fee;
        Assert.Equal((Money.Zero, Money.Exact(12.34m) - fee), (await BalanceAsync(desk, Account.ChannelClearing), await BalanceAsync(desk, Account.Bank)));

        var waiting = Assert.Single(await desk.Till.WithAsync((ReconciliationQueries q) => q.WaitingAsync()));
        Assert.Equal((MoneySource.WeChatPay, "4299999", Money.Exact(12.34m), true), (waiting.Source, waiting.TransactionId, waiting.Amount, waiting.CanBeClaimed));
        var elsewhere = await Assert.ThrowsAsync<NotFoundException>(() => desk.Till.WithAsync((PostDifference p) => p.ClaimAsync(waiting.Id, desk.Till.Foreign.Li.Id)));
        Assert.NotNull(elsewhere);
        var before = await desk.DueAsync(desk.Till.Own.Li);
        await desk.Till.WithAsync((PostDifference p) => p.ClaimAsync(waiting.Id, desk.Till.Own.Li.Id));

        Assert.Equal(before - Money.Exact(12.34m), await desk.DueAsync(desk.Till.Own.Li));
        Assert.Equal((Money.Zero, Money.Zero), (await BalanceAsync(desk, Account.ChannelClearing), await BalanceAsync(desk, Account.Suspense)));
        Assert.Empty(await desk.Till.WithAsync((ReconciliationQueries q) => q.WaitingAsync()));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((PostDifference p) => p.ClaimAsync(waiting.Id, desk.Till.Own.Zhang.Id)));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((PostDifference p) => p.TakeBackAsync(waiting.Id, "再来一次")));
        Assert.Equal(1, await desk.PaymentsAsync());
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task Eight_clerks_who_claim_the_same_money_book_it_once()
    {
        var desk = await ChannelDesk.OpenAsync();
        desk.Gateway.Bill.Strange["4299997"] = 800;
        var item = Assert.Single((await DayAsync(desk, await DownloadAsync(desk))).Items);
        await PostAsync(desk, item.Id, desk.Till.Own.Community.Id, Account.Suspense);
        var waiting = Assert.Single(await desk.Till.WithAsync((ReconciliationQueries q) => q.WaitingAsync()));

        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => await Record.ExceptionAsync(() =>
            desk.Till.WithAsync((PostDifference p) => p.ClaimAsync(waiting.Id, i % 2 == 0 ? desk.Till.Own.Li.Id : desk.Till.Own.Zhang.Id))))));

        Assert.Equal(7, tries.OfType<RuleViolation>().Count());
        Assert.Equal(1, await desk.PaymentsAsync());
        Assert.Equal(Money.Zero, await BalanceAsync(desk, Account.Suspense));
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task What_the_channel_gave_more_or_less_becomes_its_fee_and_the_day_settles_whole()
    {
        var desk = await ChannelDesk.OpenAsync();
        var paid = await PayAsync(desk);
        desk.Gateway.Bill.Off[paid.TransactionId!] = -30;
        var day = await DownloadAsync(desk);
        var item = Assert.Single((await DayAsync(desk, day)).Items);
        Assert.Equal((new Money(-30), true), (item.Difference, item.IsOfCommunity));

        await PostAsync(desk, item.Id, null, Account.ChannelFee);
        await desk.Till.WithAsync((DecideDifference d) => d.CloseAsync(day));

        var fee = (await DayAsync(desk, day)).Row.Fee;
        Assert.Equal(
            (Money.Zero, paid.Amount - new Money(30) - fee, fee + new Money(30)),
            (await BalanceAsync(desk, Account.ChannelClearing), await BalanceAsync(desk, Account.Bank), await BalanceAsync(desk, Account.ChannelFee)));
        Assert.Empty(await desk.Till.WithAsync((ReconciliationQueries q) => q.WaitingAsync()));
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task A_posting_that_is_taken_back_leaves_its_difference_to_be_decided_anew()
    {
        var desk = await ChannelDesk.OpenAsync();
        var missing = await PayAsync(desk);
        var listed = await desk.StartAsync(desk.Till.Own.Zhang, ChannelKind.WeChatPay);
        desk.Gateway.Pay(listed.Number);
        await desk.Gateway.Notifier.IdleAsync();
        desk.Gateway.Bill.Missing.Add(missing.TransactionId!);
        var day = await DownloadAsync(desk);
        var item = Assert.Single((await DayAsync(desk, day)).Items, i => i.NeedsDecision);
        await PostAsync(desk, item.Id, null, Account.Suspense);
        var waiting = Assert.Single(await desk.Till.WithAsync((ReconciliationQueries q) => q.WaitingAsync()));
        Assert.Equal((-missing.Amount, false), (waiting.Amount, waiting.CanBeClaimed));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((PostDifference p) => p.ClaimAsync(waiting.Id, desk.Till.Own.Li.Id)));
        // The same statement once more changes nothing of what is posted; another one is refused.
        await DownloadAsync(desk);
        desk.Gateway.Bill.Missing.Clear();
        await Assert.ThrowsAsync<RuleViolation>(() => DownloadAsync(desk));

        await desk.Till.WithAsync((PostDifference p) => p.TakeBackAsync(waiting.Id, "渠道次日补列"));

        Assert.Equal((missing.Amount + listed.Amount, Money.Zero), (await BalanceAsync(desk, Account.ChannelClearing), await BalanceAsync(desk, Account.Suspense)));
        Assert.Equal(1, (await DayAsync(desk, day)).Row.Open);
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((DecideDifference d) => d.CloseAsync(day)));
        // Nothing is posted any more: the channel's later statement of the day is taken, and it settles whole.
        Assert.Equal(day, await DownloadAsync(desk));
        Assert.All((await DayAsync(desk, day)).Items, i => Assert.Equal(ReconciliationKind.Matched, i.Kind));
        await desk.Till.WithAsync((DecideDifference d) => d.CloseAsync(day));
        Assert.Equal(Money.Zero, await BalanceAsync(desk, Account.ChannelClearing));
        await desk.AssertSoundAsync();
    }

    [Theory]
    [InlineData(MoneySource.CardTerminal, PaymentMethod.BankCard, "凭证号", "卡号")]
    [InlineData(MoneySource.DeskCode, PaymentMethod.QrCode, "交易单号", "备注")]
    public async Task The_desks_slips_are_matched_with_the_acquirers_statement_and_paid_out_less_its_fee(MoneySource source, PaymentMethod method, string number, string text)
    {
        var desk = await ChannelDesk.OpenAsync();
        var yesterday = desk.Till.Today.AddDays(-1);
        // The slip 000001 exists on both days: terminals count anew.
        foreach (var (slip, amount, day) in new[] { ("000001", 100m, yesterday), ("000002", 50.5m, yesterday), ("000001", 7m, yesterday.AddDays(-1)) })
        {
            var ask = await desk.Till.AskAsync(desk.Till.Own.Zhang);
            var taken = await desk.Till.TakeAsync(ask.Paying(Money.Exact(amount), method, source == MoneySource.CardTerminal ? slip : $"{slip}-{day:dd}"));
            await desk.Till.SeeAsync(db => db.Payments.Where(p => p.Id == taken.PaymentId).ExecuteUpdateAsync(set => set.SetProperty(p => p.PaidOn, day)));
        }

        string Of(string slip) => source == MoneySource.CardTerminal ? slip : $"{slip}-{yesterday:dd}";
        var file = $"商户对账单\n交易日期,{number},交易金额,手续费,{text}\n{yesterday:yyyy-MM-dd},{Of("000001")},100.00,0.38,6222****0001\n{yesterday:yyyyMMdd},{Of("000002")},50.50,0.19,\n{yesterday:yyyyMMdd},{Of("000003")},-5.00,-0.02,\n";
        var id = await desk.Till.WithAsync((Reconcile r) => r.UploadAsync(source, yesterday, new NewFile("pos.csv", Encoding.UTF8.GetBytes(file))));
        var items = (await DayAsync(desk, id)).Items.ToDictionary(i => i.TransactionId);
        Assert.Equal(3, items.Count);
        Assert.Equal((ReconciliationKind.Matched, Money.Exact(100m)), (items[Of("000001")].Kind, items[Of("000001")].Ours));
        Assert.Equal((ReconciliationKind.OnlyTheirs, Money.Exact(-5m)), (items[Of("000003")].Kind, items[Of("000003")].Theirs));
        await PostAsync(desk, items[Of("000003")].Id, desk.Till.Own.Community.Id, Account.Suspense);
        await desk.Till.WithAsync((DecideDifference d) => d.CloseAsync(id));

        // The slip of the other day is still with the acquirer.
        Assert.Equal(
            (Money.Exact(7m), Money.Exact(144.95m), Money.Exact(0.55m), Money.Exact(5m)),
            (await BalanceAsync(desk, Account.ChannelClearing), await BalanceAsync(desk, Account.Bank), await BalanceAsync(desk, Account.ChannelFee), await BalanceAsync(desk, Account.Suspense)));
        // The days that were moved by hand, which the audit would find.
        await desk.Till.SeeAsync(db => db.Payments.ExecuteUpdateAsync(set => set.SetProperty(p => p.PaidOn, desk.Till.Today)));
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task The_banks_line_confirms_what_a_channel_paid_out_and_cash_that_was_paid_in_each_once()
    {
        var desk = await ChannelDesk.OpenAsync();
        await PayAsync(desk);
        var channel = await DownloadAsync(desk);
        await desk.Till.WithAsync((DecideDifference d) => d.CloseAsync(channel));
        var net = await BalanceAsync(desk, Account.Bank);
        var today = desk.Till.Today;
        var (cashier, shift) = (Guid.NewGuid(), Guid.Empty);
        shift = await desk.Till.Desk.As(cashier, Role.Collector, (ShiftRoom s) => s.OpenAsync(desk.Till.Own.Community.Id, Money.Exact(500m)));
        await desk.Till.Desk.As(cashier, Role.Collector, (ShiftRoom s) => s.DepositAsync(Guid.NewGuid(), shift, Money.Exact(300m), "JK-1"));
        await desk.Till.Desk.As(cashier, Role.Collector, (ShiftRoom s) => s.DepositAsync(Guid.NewGuid(), shift, Money.Exact(150m), null));
        var bank = $"交易日期,流水号,贷方金额,对方户名\n{today:yyyyMMdd},JK-1,300.00,现金\n{today:yyyyMMdd},B-2,{net.Yuan},财付通\n{today:yyyyMMdd},B-3,150.00,现金\n{today:yyyyMMdd},B-4,{net.Yuan},财付通\n";

        var day = await desk.Till.WithAsync((Reconcile r) => r.UploadAsync(MoneySource.Bank, today, new NewFile("bank.csv", Encoding.UTF8.GetBytes(bank))));

        var items = (await DayAsync(desk, day)).Items.ToDictionary(i => i.TransactionId);
        Assert.Equal((ReconciliationKind.Matched, Money.Exact(300m)), (items["JK-1"].Kind, items["JK-1"].Ours));
        Assert.Single(items.Values, i => i.Kind == ReconciliationKind.OnlyOurs);
        var payout = Assert.Single(await desk.Till.WithAsync((ConfirmBankLine c) => c.ListAsync(items["B-2"].Id)));
        Assert.Equal((channel, net), (payout.Id, payout.Sum));
        var cash = Assert.Single(await desk.Till.WithAsync((ConfirmBankLine c) => c.ListAsync(items["B-3"].Id)));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((ConfirmBankLine c) => c.RunAsync(items["B-3"].Id, payout.Id)));
        await desk.Till.WithAsync((ConfirmBankLine c) => c.RunAsync(items["B-2"].Id, payout.Id));
        await desk.Till.WithAsync((ConfirmBankLine c) => c.RunAsync(items["B-3"].Id, cash.Id));

        // The same payout cannot explain a second line, and the cash without a number is no difference any more.
        Assert.Empty(await desk.Till.WithAsync((ConfirmBankLine c) => c.ListAsync(items["B-4"].Id)));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Till.WithAsync((ConfirmBankLine c) => c.RunAsync(items["B-4"].Id, payout.Id)));
        var open = Assert.Single((await DayAsync(desk, day)).Items, i => i.NeedsDecision);
        Assert.Equal("B-4", open.TransactionId);
        await desk.AssertSoundAsync();
    }

    private static async Task<ChannelOrder> PayAsync(ChannelDesk desk)
    {
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.WeChatPay);
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();
        return await desk.FindAsync(order.Id);
    }

    private static Task<Guid> DownloadAsync(ChannelDesk desk) => desk.Till.WithAsync((Reconcile r) => r.DownloadAsync(MoneySource.WeChatPay, desk.Till.Today));

    private static Task<DayDetails> DayAsync(ChannelDesk desk, Guid day) => desk.Till.WithAsync((ReconciliationQueries q) => q.FindAsync(day));

    private static Task PostAsync(ChannelDesk desk, Guid item, Guid? community, Account account) =>
        desk.Till.WithAsync((PostDifference p) => p.PostAsync(item, community, account, "对账单与我方不符"));

    private static async Task<Money> BalanceAsync(ChannelDesk desk, Account account) =>
        new(await desk.Till.SeeAsync(db => db.JournalLines.Where(l => l.Account == account).SumAsync(l => l.Amount.Fen)));
}
