using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Reconciliation;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.GatewaySim;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>An order of ours of which only the day's statement says that it was paid.</summary>
[Collection(nameof(Gateway))]
public sealed class BookingOrdersFromTheStatement
{
    [Theory]
    [InlineData(ChannelKind.WeChatPay)]
    [InlineData(ChannelKind.Alipay)]
    public async Task Is_paid_by_it_and_stands_in_the_way_of_no_later_order(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        desk.Gateway.Knobs.DropPercent = 100;
        var order = await desk.StartAsync(desk.Till.Own.Li, kind);
        desk.Gateway.Pay(order.Number);
        var day = await desk.Till.WithAsync((Reconcile r) => r.DownloadAsync(kind == ChannelKind.WeChatPay ? MoneySource.WeChatPay : MoneySource.Alipay, desk.Till.Today));
        var item = await desk.Till.SeeAsync(db => db.ReconciliationItems.SingleAsync(i => i.DayId == day));
        await desk.Till.WithAsync((DecideDifference d) => d.BookAsync(item.Id, desk.Till.Own.Li.Id));

        var now = await desk.FindAsync(order.Id);
        Assert.Equal((ChannelOrderState.Paid, item.TransactionId, null), (now.State, now.TransactionId, now.PendingOf));
        Assert.Equal(Money.Zero, await desk.DueAsync(desk.Till.Own.Li));
        await desk.SweepAsync();
        Assert.Equal(1, await desk.PaymentsAsync());
        Assert.Empty(await desk.CasesAsync());

        var run = await desk.Till.WithAsync((BillRuns r) => r.DraftAsync(desk.Till.Own.Community.Id, new BillingMonth(2025, 5)));
        await desk.Till.WithAsync((BillPublishing p) => p.PublishAsync(run.RunId));
        Assert.Equal(ChannelOrderState.Offered, (await desk.StartAsync(desk.Till.Own.Li, kind)).State);
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task A_code_of_Alipay_that_was_closed_before_anybody_scanned_it_is_looked_at_once_more()
    {
        var desk = await ChannelDesk.OpenAsync();
        desk.Gateway.Knobs.DropPercent = 100;
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.Alipay);
        await desk.Till.WithAsync((Application.Channels.ChannelCheck c) => c.EndAsync(order.Id));
        var closed = await desk.FindAsync(order.Id);
        Assert.Equal(ChannelOrderState.Closed, closed.State);

        // Alipay knew nothing of it: the code on the owner's screen still works.
        desk.Gateway.Pay(order.Number);
        Assert.True(closed.NextCheckAt > order.ExpiresAt);
        await desk.SweepAsync();

        Assert.Equal(ChannelOrderState.Paid, (await desk.FindAsync(order.Id)).State);
        Assert.Equal(Money.Zero, await desk.DueAsync(desk.Till.Own.Li));
        await desk.AssertSoundAsync();
    }
}
