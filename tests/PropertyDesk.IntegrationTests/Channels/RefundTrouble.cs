using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;
using PropertyDesk.GatewaySim;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>Refunds that a channel ends, stops or hides: no money goes back twice, and none is stuck.</summary>
[Collection(nameof(Gateway))]
public sealed class RefundTrouble
{
    private static readonly Guid Collector = Guid.NewGuid();
    private static readonly Guid Manager = Guid.NewGuid();

    [Fact]
    public async Task A_refund_that_the_channel_closed_is_tried_again_under_another_number()
    {
        var (desk, order) = await PaidAsync(ChannelKind.WeChatPay);
        var refund = await ApprovedAsync(desk, order);
        desk.Gateway.Knobs.RefundsEnd = "CLOSED";
        await AskAsync(desk, refund);
        var row = await RowAsync(desk, refund);
        Assert.Equal((RefundState.Approved, "渠道关闭了这笔退款，没有退钱，可以再退一次。"), (row.State, row.ChannelNote));
        await AskAsync(desk, refund);
        Assert.Equal(RefundState.Approved, (await RowAsync(desk, refund)).State);

        desk.Gateway.Knobs.RefundsEnd = null;
        await AskAsync(desk, refund);
        await desk.Gateway.Notifier.IdleAsync();

        Assert.Equal(RefundState.Done, (await RowAsync(desk, refund)).State);
        Assert.Equal((3, 0L), (desk.Gateway.Find(order.Number)!.Refunds.Count, desk.Gateway.Balance));
        Assert.Empty(await desk.CasesAsync());
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task A_refund_that_does_not_reach_the_payer_stays_under_way_until_it_does()
    {
        var (desk, order) = await PaidAsync(ChannelKind.WeChatPay);
        var refund = await ApprovedAsync(desk, order);
        desk.Gateway.Knobs.RefundsEnd = "ABNORMAL";
        await AskAsync(desk, refund);

        var row = await RowAsync(desk, refund);
        Assert.Equal(RefundState.Paying, row.State);
        Assert.StartsWith("渠道退不到付款人的账户", row.ChannelNote, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.Desk.As(Collector, Role.Collector, (RefundRoom r) => r.CarryOutAsync(refund, PaymentMethod.BankTransfer, "T-1")));
        var known = desk.Gateway.Find(order.Number)!;
        known.Refunds.Single().IsDone = true;
        await desk.SweepRefundsAsync();

        Assert.Equal(RefundState.Done, (await RowAsync(desk, refund)).State);
        await desk.AssertSoundAsync();
    }

    [Theory]
    [InlineData(ChannelKind.WeChatPay)]
    [InlineData(ChannelKind.Alipay)]
    public async Task A_refused_question_does_not_say_that_nothing_went_back(ChannelKind kind)
    {
        var (desk, order) = await PaidAsync(kind);
        var refund = await ApprovedAsync(desk, order);
        (desk.Gateway.Knobs.SlowRefunds, desk.Gateway.Knobs.DropPercent) = (true, 100);
        await AskAsync(desk, refund);
        desk.Gateway.Knobs.RefuseNext = 1;
        await desk.SweepRefundsAsync();

        var row = await RowAsync(desk, refund);
        Assert.Equal((RefundState.Paying, "渠道验不过我们的签名，请检查商户密钥。"), (row.State, row.ChannelNote));
        desk.Gateway.Find(order.Number)!.Refunds.Single().IsDone = true;
        await desk.SweepRefundsAsync();
        Assert.Equal(RefundState.Done, (await RowAsync(desk, refund)).State);
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task An_error_of_the_system_after_the_effect_is_no_refusal()
    {
        var (desk, order) = await PaidAsync(ChannelKind.Alipay);
        var refund = await ApprovedAsync(desk, order);
        (desk.Gateway.Knobs.SystemErrorNext, desk.Gateway.Knobs.DropPercent) = (1, 100);
        await AskAsync(desk, refund);
        Assert.Equal(RefundState.Paying, (await RowAsync(desk, refund)).State);

        await desk.SweepRefundsAsync();

        Assert.Equal(RefundState.Done, (await RowAsync(desk, refund)).State);
        Assert.Single(desk.Gateway.Find(order.Number)!.Refunds);
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task The_second_refund_of_a_payment_is_told_with_the_sum_and_booked_with_its_own_amount()
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.Alipay);
        await desk.Till.TakeAsync(await desk.Till.AskAsync(desk.Till.Own.Li));
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();
        order = await desk.FindAsync(order.Id);
        foreach (var amount in new[] { 100m, 50m })
        {
            var refund = await PrepaidAsync(desk, order, amount);
            desk.Gateway.Knobs.LoseNext = 1;
            await AskAsync(desk, refund);
            await desk.Gateway.Notifier.IdleAsync();
            await desk.SweepRefundsAsync();
            Assert.Equal(RefundState.Done, (await RowAsync(desk, refund)).State);
        }

        Assert.Empty(await desk.CasesAsync());
        Assert.Equal(order.Amount - Money.Exact(150m), await desk.Till.SeeAsync(db => db.Purses.Select(p => p.Balance).SingleAsync()));
        var tooMuch = await Assert.ThrowsAsync<RuleViolation>(() => PrepaidAsync(desk, order, (order.Amount - Money.Exact(149m)).Yuan));
        Assert.Contains(tooMuch.Key, new[] { "这笔收款 {0}，已有退款 {1}，原路不能再退 {2}。", "预存款余额 {0}，不够 {1}。" });
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task Money_that_went_back_by_the_desk_and_by_the_channel_becomes_a_case_that_cannot_be_booked_as_income()
    {
        var (desk, order) = await PaidAsync(ChannelKind.WeChatPay);
        var refund = await ApprovedAsync(desk, order);
        desk.Gateway.Knobs.RefundsEnd = "CLOSED";
        await AskAsync(desk, refund);
        await desk.Till.Desk.As(Collector, Role.Collector, (RefundRoom r) => r.CarryOutAsync(refund, PaymentMethod.BankTransfer, "T-1"));
        var (known, number) = (desk.Gateway.Find(order.Number)!, await desk.Till.SeeAsync(db => db.Refunds.Where(r => r.Id == refund).SingleAsync()));
        var again = new GatewayRefund { Number = number.ChannelNumber, Id = "50777", Fen = order.Amount.Fen, At = desk.Till.Desk.Clock.GetUtcNow() };
        known.Refunds.Add(again);
        desk.Gateway.Finish(known, again);
        await desk.Gateway.Notifier.IdleAsync();

        var found = Assert.Single(await desk.CasesAsync());
        Assert.Equal((ChannelCaseReason.UnknownRefund, true, order.Amount), (found.Reason, found.IsRefund, found.Amount));
        Assert.Equal(2, await desk.PaymentsAsync());
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task A_refund_of_another_amount_becomes_a_case_that_cannot_be_booked_as_income()
    {
        var (desk, order) = await PaidAsync(ChannelKind.WeChatPay);
        var refund = await ApprovedAsync(desk, order);
        (desk.Gateway.Knobs.SlowRefunds, desk.Gateway.Knobs.DropPercent) = (true, 100);
        await AskAsync(desk, refund);
        var known = desk.Gateway.Find(order.Number)!;
        var less = new GatewayRefund { Number = known.Refunds.Single().Number, Id = "50888", Fen = 100, At = desk.Till.Desk.Clock.GetUtcNow() };
        desk.Gateway.Knobs.DropPercent = 0;
        desk.Gateway.Finish(known, less);
        await desk.Gateway.Notifier.IdleAsync();

        var found = Assert.Single(await desk.CasesAsync());
        Assert.Equal((ChannelCaseReason.AmountDiffers, true), (found.Reason, found.IsRefund));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((ChannelCases c) => c.BookAsync(found.Id, desk.Till.Own.Li.Id, null)));
        Assert.Equal(1, await desk.PaymentsAsync());
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

    private static async Task<Guid> PrepaidAsync(ChannelDesk desk, ChannelOrder order, decimal amount)
    {
        var refund = await desk.Till.Desk.As(Collector, Role.Collector, (RefundRoom r) =>
            r.RequestPrepaidAsync(Guid.NewGuid(), desk.Till.Own.Li.Id, PurseClass.General, Money.Exact(amount), order.PaymentId, "多付"));
        await desk.Till.Desk.As(Manager, Role.Manager, (RefundRoom r) => r.ApproveAsync(refund, null));
        return refund;
    }

    private static Task AskAsync(ChannelDesk desk, Guid refund) => desk.Till.Desk.As(Collector, Role.Collector, (ChannelRefunds r) => r.AskAsync(refund));

    private static Task<RefundRow> RowAsync(ChannelDesk desk, Guid refund) => desk.Till.WithAsync((RefundQueries q) => q.FindAsync(refund));
}
