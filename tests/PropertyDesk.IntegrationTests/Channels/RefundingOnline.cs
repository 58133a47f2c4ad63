using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;
using PropertyDesk.GatewaySim;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>Money that goes back by the channel through which it came: once, whatever the channel says how often.</summary>
[Collection(nameof(Gateway))]
public sealed class RefundingOnline
{
    private static readonly Guid Collector = Guid.NewGuid();
    private static readonly Guid Manager = Guid.NewGuid();

    public static TheoryData<ChannelKind> Kinds => [ChannelKind.WeChatPay, ChannelKind.Alipay];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_payment_is_taken_back_through_its_channel(ChannelKind kind)
    {
        var (desk, order) = await PaidAsync(kind);
        var refund = await ApprovedAsync(desk, order);
        desk.Gateway.Knobs.Copies = 3;

        await AskAsync(desk, refund);
        await desk.Gateway.Notifier.IdleAsync();
        await desk.SweepRefundsAsync();

        Assert.Equal(RefundState.Done, (await RowAsync(desk, refund)).State);
        Assert.Equal(order.Amount, await desk.DueAsync(desk.Till.Own.Li));
        Assert.Equal((0L, Money.Zero), (desk.Gateway.Balance, await ClearingAsync(desk)));
        Assert.Empty(await desk.CasesAsync());
        await desk.AssertSoundAsync();
        await Assert.ThrowsAsync<RuleViolation>(() => AskAsync(desk, refund));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_lost_answer_is_asked_for_and_the_money_goes_once(ChannelKind kind)
    {
        var (desk, order) = await PaidAsync(kind);
        var refund = await ApprovedAsync(desk, order);
        (desk.Gateway.Knobs.DropPercent, desk.Gateway.Knobs.LoseNext) = (100, 1);

        await AskAsync(desk, refund);
        Assert.Equal(RefundState.Paying, (await RowAsync(desk, refund)).State);
        Assert.Equal(order.Amount, await ClearingAsync(desk));
        await desk.SweepRefundsAsync();

        Assert.Equal(RefundState.Done, (await RowAsync(desk, refund)).State);
        Assert.Single(desk.Gateway.Find(order.Number)!.Refunds);
        Assert.Equal(Money.Zero, await ClearingAsync(desk));
        await desk.AssertSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_refund_under_way_is_not_booked_and_not_paid_another_way(ChannelKind kind)
    {
        var (desk, order) = await PaidAsync(kind);
        var refund = await ApprovedAsync(desk, order);
        desk.Gateway.Knobs.SlowRefunds = true;

        await AskAsync(desk, refund);
        await desk.SweepRefundsAsync();
        var atTheDesk = await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.Desk.As(Collector, Role.Collector, (RefundRoom r) => r.CarryOutAsync(refund, PaymentMethod.BankTransfer, "T-1")));
        Assert.Equal("渠道正在退款，请等结果。", atTheDesk.Key);
        var known = desk.Gateway.Find(order.Number)!;
        desk.Gateway.Finish(known, known.Refunds.Single());
        await desk.Gateway.Notifier.IdleAsync();

        Assert.Equal(RefundState.Done, (await RowAsync(desk, refund)).State);
        Assert.Equal(Money.Zero, await ClearingAsync(desk));
        await desk.AssertSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_part_of_prepaid_money_goes_back_by_its_channel_and_not_twice(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, kind);
        await desk.Till.TakeAsync(await desk.Till.AskAsync(desk.Till.Own.Li));
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();
        order = await desk.FindAsync(order.Id);

        var refund = await desk.Till.Desk.As(Collector, Role.Collector, (RefundRoom r) =>
            r.RequestPrepaidAsync(Guid.NewGuid(), desk.Till.Own.Li.Id, PurseClass.General, Money.Exact(100m), order.PaymentId, "多付"));
        await desk.Till.Desk.As(Manager, Role.Manager, (RefundRoom r) => r.ApproveAsync(refund, null));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => AskAsync(desk, refund)))));
        await desk.Gateway.Notifier.IdleAsync();
        await desk.SweepRefundsAsync();

        Assert.Equal(RefundState.Done, (await RowAsync(desk, refund)).State);
        Assert.Equal(order.Amount - Money.Exact(100m), await desk.Till.SeeAsync(db => db.Purses.Select(p => p.Balance).SingleAsync()));
        Assert.Equal(new Money(desk.Gateway.Balance), await ClearingAsync(desk));
        Assert.Empty(await desk.CasesAsync());
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task Money_given_back_at_the_channel_itself_becomes_a_case()
    {
        var (desk, order) = await PaidAsync(ChannelKind.WeChatPay);
        var known = desk.Gateway.Find(order.Number)!;
        var strange = new GatewayRefund { Number = "by-hand-0001", Id = "50999", Fen = 500, At = desk.Till.Desk.Clock.GetUtcNow() };
        known.Refunds.Add(strange);

        desk.Gateway.Finish(known, strange);
        await desk.Gateway.Notifier.IdleAsync();

        var found = Assert.Single(await desk.CasesAsync());
        Assert.Equal((ChannelCaseReason.UnknownRefund, Money.Exact(5m), "50999"), (found.Reason, found.Amount, found.TransactionId));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((ChannelCases c) => c.BookAsync(found.Id, desk.Till.Own.Li.Id, null)));
        await desk.Till.WithAsync((ChannelCases c) => c.CloseAsync(found.Id, "商户平台人工退款，已补记"));
        await desk.AssertSoundAsync();
    }

    private static async Task<(ChannelDesk Desk, ChannelOrder Order)> PaidAsync(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, kind);
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();
        return (desk, await desk.FindAsync(order.Id));
    }

    private static async Task<Guid> ApprovedAsync(ChannelDesk desk, ChannelOrder order)
    {
        var refund = await desk.Till.Desk.As(Collector, Role.Collector, (RefundRoom r) => r.RequestReversalAsync(order.PaymentId!.Value, "付错户"));
        await desk.Till.Desk.As(Manager, Role.Manager, (RefundRoom r) => r.ApproveAsync(refund, null));
        return refund;
    }

    private static Task AskAsync(ChannelDesk desk, Guid refund) => desk.Till.Desk.As(Collector, Role.Collector, (ChannelRefunds r) => r.AskAsync(refund));

    private static Task<RefundRow> RowAsync(ChannelDesk desk, Guid refund) => desk.Till.WithAsync((RefundQueries q) => q.FindAsync(refund));

    private static async Task<Money> ClearingAsync(ChannelDesk desk) =>
        new(await desk.Till.SeeAsync(db => db.JournalLines.Where(l => l.Account == Account.ChannelClearing).SumAsync(l => l.Amount.Fen)));
}
