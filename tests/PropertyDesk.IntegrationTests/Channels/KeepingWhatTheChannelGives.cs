using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;
using PropertyDesk.GatewaySim;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>
/// What a channel gives back cannot be called back: whatever people do between the asking and the answer, the books can take
/// it out, once.
/// </summary>
[Collection(nameof(Gateway))]
public sealed class KeepingWhatTheChannelGives
{
    private static readonly Guid Collector = Guid.NewGuid();
    private static readonly Guid Manager = Guid.NewGuid();

    [Fact]
    public async Task A_reversal_is_not_asked_for_when_a_red_entry_took_the_bill_back()
    {
        var (desk, order) = await PaidAsync(ChannelKind.WeChatPay);
        await ApproveAsync(desk, await AskToTakeBackAsync(desk));
        var refund = await ApprovedAsync(desk, order);

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => AskAsync(desk, refund));

        Assert.Equal("账单 {0} 的 {1} 已红冲，钱已转入预存款：请从预存款退款。", refused.Key);
        Assert.Empty(desk.Gateway.Find(order.Number)!.Refunds);
        Assert.Equal(RefundState.Approved, await StateAsync(desk, refund));
    }

    [Fact]
    public async Task A_bill_is_not_taken_back_while_the_channel_gives_its_money_back()
    {
        var (desk, order) = await PaidAsync(ChannelKind.WeChatPay);
        var red = await AskToTakeBackAsync(desk);
        var refund = await ApprovedAsync(desk, order);
        desk.Gateway.Knobs.SlowRefunds = true;
        await AskAsync(desk, refund);

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => ApproveAsync(desk, red));
        Assert.Equal("账单 {0} 的收款正在由渠道原路退回，请等结果。", refused.Key);

        await FinishAsync(desk, order, refund);
        await ApproveAsync(desk, red);
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task Prepaid_money_that_a_channel_is_asked_for_pays_nothing_meanwhile()
    {
        var (desk, order) = await PaidInAdvanceAsync();
        var refund = await ApprovedPrepaidAsync(desk, order);
        desk.Gateway.Knobs.SlowRefunds = true;
        await AskAsync(desk, refund);
        await PublishMayAsync(desk);

        var dues = await desk.Till.WithAsync((Application.Owners.OwnerDuesQuery q) => q.FindAsync(desk.Till.Own.Li.Id));
        Assert.Equal(Money.Zero, dues.Prepaid);
        var ask = await desk.Till.AskAsync(desk.Till.Own.Li);
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.TakeAsync(ask.Paying(ask.SeenTotal, PaymentMethod.Purse)));
        Assert.Equal("预存款余额 {0}，不够 {1}。", refused.Key);
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.Desk.As(Collector, Role.Collector, (RefundRoom r) => r.RequestPrepaidAsync(Guid.NewGuid(), desk.Till.Own.Li.Id, PurseClass.General, Money.Exact(1m), null, "再退")));
        await desk.AssertSoundAsync();

        await FinishAsync(desk, order, refund);
    }

    [Fact]
    public async Task Money_that_the_channel_does_not_give_may_be_used_again()
    {
        var (desk, order) = await PaidInAdvanceAsync();
        var refund = await ApprovedPrepaidAsync(desk, order);
        desk.Gateway.Knobs.RefundsEnd = "CLOSED";
        await AskAsync(desk, refund);
        await desk.Gateway.Notifier.IdleAsync();
        await desk.SweepRefundsAsync();

        Assert.Equal(RefundState.Approved, await StateAsync(desk, refund));
        var purse = await desk.Till.SeeAsync(db => db.Purses.AsNoTracking().SingleAsync(p => p.OwnerId == desk.Till.Own.Li.Id));
        Assert.Equal((order.Amount, Money.Zero), (purse.Available, purse.Held));
        desk.Gateway.Knobs.RefundsEnd = null;
        await AskAsync(desk, refund);
        await desk.Gateway.Notifier.IdleAsync();
        await AssertBackAsync(desk, refund);
    }

    [Fact]
    public async Task Of_several_who_ask_to_take_one_payment_back_one_does()
    {
        var (desk, order) = await PaidAsync(ChannelKind.WeChatPay);

        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(
            () => desk.Till.Desk.As(Collector, Role.Collector, (RefundRoom r) => r.RequestReversalAsync(order.PaymentId!.Value, "付错户"))))));
        Assert.Equal(3, asked.Count(e => e is RuleViolation { Key: "这笔收款已作废、已红冲，或已有一份申请。" }));

        // The database's own key, whoever looked before the other saved.
        var twice = await Record.ExceptionAsync(() => desk.Till.SeeAsync(async db =>
        {
            var taken = await db.Payments.Include(p => p.Owner).SingleAsync(p => p.Id == order.PaymentId);
            db.Add(Refund.OfPayment(taken, RefundKind.Reversal, "付错户", new Requester(Collector, "c", desk.Till.Desk.Clock.GetUtcNow(), desk.Till.Today)));
            return await db.SaveChangesAsync();
        }));
        Assert.IsType<DbUpdateException>(twice);
        Assert.Equal(1, await desk.Till.SeeAsync(db => db.Refunds.CountAsync()));
    }

    [Fact]
    public async Task A_request_that_was_rejected_stands_in_nobodys_way()
    {
        var (desk, order) = await PaidAsync(ChannelKind.WeChatPay);
        var first = await desk.Till.Desk.As(Collector, Role.Collector, (RefundRoom r) => r.RequestReversalAsync(order.PaymentId!.Value, "付错户"));
        await desk.Till.Desk.As(Manager, Role.Manager, (RefundRoom r) => r.RejectAsync(first, "再核对"));
        var second = await ApprovedAsync(desk, order);
        await desk.Till.Desk.As(Collector, Role.Collector, (RefundRoom r) => r.WithdrawAsync(second));
        var third = await ApprovedAsync(desk, order);
        await AskAsync(desk, third);
        await desk.Gateway.Notifier.IdleAsync();
        await AssertBackAsync(desk, third);
    }

    [Fact]
    public async Task A_question_that_Alipay_refuses_after_the_refund_says_nothing_of_the_money()
    {
        var (desk, order) = await PaidAsync(ChannelKind.Alipay);
        var refund = await ApprovedAsync(desk, order);
        desk.Gateway.Knobs.DropPercent = 100;
        desk.Gateway.Knobs.RefuseAfterRefund = 1;

        await AskAsync(desk, refund);

        Assert.Equal(RefundState.Paying, await StateAsync(desk, refund));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.Desk.As(Collector, Role.Collector, (RefundRoom r) => r.CarryOutAsync(refund, PaymentMethod.BankTransfer, "T-1")));
        await desk.SweepRefundsAsync();
        await AssertBackAsync(desk, refund);
    }

    [Fact]
    public async Task A_refund_that_the_books_refused_is_booked_from_its_case()
    {
        var (desk, order) = await PaidAsync(ChannelKind.WeChatPay);
        var refund = await ApprovedAsync(desk, order);
        (desk.Gateway.Knobs.SlowRefunds, desk.Gateway.Knobs.DropPercent) = (true, 100);
        await AskAsync(desk, refund);
        var known = desk.Gateway.Find(order.Number)!;
        known.Refunds.Single().IsDone = true;
        // As it stands after the books refused what the channel told.
        var found = await desk.Till.SeeAsync(async db =>
        {
            var row = new ChannelCase(
                await db.Companies.SingleAsync(c => c.Id == desk.Till.Desk.Company.Id), ChannelKind.WeChatPay, ChannelCaseReason.BookingRefused, order.Number, known.Refunds.Single().Id,
                order.Amount, desk.Till.Desk.Clock.GetUtcNow(), "入账受阻", desk.Till.Desk.Clock.GetUtcNow(), isRefund: true, new CaseAbout(desk.Till.Own.Community.Id, refund));
            db.Add(row);
            await db.SaveChangesAsync();
            return row;
        });

        await desk.Till.WithAsync((ChannelCases c) => c.BookRefundAsync(found.Id, null));

        var one = Assert.Single(await desk.CasesAsync());
        Assert.Equal(ChannelCaseState.Booked, one.State);
        await AssertBackAsync(desk, refund);
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((ChannelCases c) => c.BookRefundAsync(found.Id, null)));
        await desk.SweepRefundsAsync();
        Assert.Equal(2, await desk.PaymentsAsync());
    }

    private static async Task FinishAsync(ChannelDesk desk, ChannelOrder order, Guid refund)
    {
        desk.Gateway.Find(order.Number)!.Refunds.Single().IsDone = true;
        await desk.SweepRefundsAsync();
        await AssertBackAsync(desk, refund);
    }

    /// <summary>The refund is done, and what the books say of the channel is what it holds.</summary>
    private static async Task AssertBackAsync(ChannelDesk desk, Guid refund)
    {
        Assert.Equal(RefundState.Done, await StateAsync(desk, refund));
        var clearing = (await desk.Till.WithAsync((JournalQueries q) => q.BalancesAsync())).Where(b => b.Account == Account.ChannelClearing).Select(b => b.Balance.Fen).SingleOrDefault();
        Assert.Equal(desk.Gateway.Balance, clearing);
        Assert.Equal(0, await desk.Till.SeeAsync(db => db.Purses.SumAsync(p => p.Held.Fen)));
        await desk.AssertSoundAsync();
    }

    private static Task<RefundState> StateAsync(ChannelDesk desk, Guid refund) => desk.Till.SeeAsync(db => db.Refunds.Where(r => r.Id == refund).Select(r => r.State).SingleAsync());

    private static async Task<(ChannelDesk Desk, ChannelOrder Order)> PaidAsync(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, kind);
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();
        return (desk, await desk.FindAsync(order.Id));
    }

    /// <summary>The bills were paid at the desk while the owner paid online: all of that is prepaid.</summary>
    private static async Task<(ChannelDesk Desk, ChannelOrder Order)> PaidInAdvanceAsync()
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.WeChatPay);
        await desk.Till.TakeAsync(await desk.Till.AskAsync(desk.Till.Own.Li));
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();
        return (desk, await desk.FindAsync(order.Id));
    }

    private static async Task PublishMayAsync(ChannelDesk desk)
    {
        var run = await desk.Till.WithAsync((BillRuns r) => r.DraftAsync(desk.Till.Own.Community.Id, new BillingMonth(2025, 5)));
        await desk.Till.WithAsync((BillPublishing p) => p.PublishAsync(run.RunId));
    }

    private static async Task<Guid> AskToTakeBackAsync(ChannelDesk desk)
    {
        var bill = await desk.Till.SeeAsync(db => db.Bills.Include(b => b.Lines).Where(b => b.OwnerId == desk.Till.Own.Li.Id && b.Period == Till.March).FirstAsync());
        return await desk.Till.Desk.As(Collector, Role.Collector, (RequestCorrection r) => r.TakeBackAsync(bill.Id, [.. bill.Lines.Select(l => l.Id)], new CorrectionGrounds(CorrectionReason.WrongArea, "面积测量有误", false)));
    }

    private static Task ApproveAsync(ChannelDesk desk, Guid red) => desk.Till.Desk.As(Manager, Role.Manager, (DecideCorrection d) => d.ApproveAsync(red, null));

    private static async Task<Guid> ApprovedAsync(ChannelDesk desk, ChannelOrder order)
    {
        var refund = await desk.Till.Desk.As(Collector, Role.Collector, (RefundRoom r) => r.RequestReversalAsync(order.PaymentId!.Value, "付错户"));
        await desk.Till.Desk.As(Manager, Role.Manager, (RefundRoom r) => r.ApproveAsync(refund, null));
        return refund;
    }

    private static async Task<Guid> ApprovedPrepaidAsync(ChannelDesk desk, ChannelOrder order)
    {
        var refund = await desk.Till.Desk.As(Collector, Role.Collector, (RefundRoom r) => r.RequestPrepaidAsync(Guid.NewGuid(), desk.Till.Own.Li.Id, PurseClass.General, order.Amount, order.PaymentId, "多付"));
        await desk.Till.Desk.As(Manager, Role.Manager, (RefundRoom r) => r.ApproveAsync(refund, null));
        return refund;
    }

    private static Task AskAsync(ChannelDesk desk, Guid refund) => desk.Till.Desk.As(Collector, Role.Collector, (ChannelRefunds r) => r.AskAsync(refund));
}
