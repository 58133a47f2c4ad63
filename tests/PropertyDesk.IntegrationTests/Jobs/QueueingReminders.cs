using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Jobs;

/// <summary>The daily jobs: run twice they do once, and a missed day is made up.</summary>
public sealed class QueueingReminders
{
    [Fact]
    public async Task Makes_the_draft_of_last_month_once()
    {
        var desk = await Desk.OpenAsync();
        await desk.ImportAsync("jinxiu-messy.xlsx");

        var first = await desk.In((MonthlyDrafts d) => d.MakeAsync(new DateOnly(2025, 6, 3)));
        var again = await desk.In((MonthlyDrafts d) => d.MakeAsync(new DateOnly(2025, 6, 3)));

        Assert.Single(first);
        Assert.Empty(again);
        Assert.Equal(new BillingMonth(2025, 5), await desk.See(db => db.BillRuns.Select(r => r.Period).SingleAsync()));
    }

    [Fact]
    public async Task Reminds_before_and_after_the_due_date_once_each_and_only_who_still_owes()
    {
        var desk = await Desk.OpenAsync();
        var (community, _, _) = await desk.ImportAsync("jinxiu-messy.xlsx");
        var draft = await desk.In((BillRuns r) => r.DraftAsync(community, new BillingMonth(2025, 5)));
        await desk.In((BillPublishing p) => p.PublishAsync(draft.RunId));
        var due = await desk.See(db => db.Bills.Select(b => b.DueOn!.Value).FirstAsync());
        var payer = await desk.See(db => db.Bills.OrderBy(b => b.Number).Select(b => b.OwnerId).FirstAsync());
        var owed = await desk.See(db => db.Bills.Where(b => b.OwnerId == payer).SumAsync(b => b.Total.Fen));
        await desk.In((TakePayment t) => t.RunAsync(new PaymentRequest(Guid.NewGuid(), payer, [], new Money(owed), [new Tender(PaymentMethod.Cash, new Money(owed))])));
        var open = await desk.See(db => db.Bills.CountAsync(b => b.OwnerId != payer));

        Assert.Equal(0, await Queue(desk, due.AddDays(-4)));
        Assert.Equal(open, await Queue(desk, due.AddDays(-3)));
        Assert.Equal(0, await Queue(desk, due.AddDays(-3)));
        Assert.Equal(0, await Queue(desk, due.AddDays(6)));
        // The day itself was missed: two days later it is made up.
        Assert.Equal(open, await Queue(desk, due.AddDays(9)));
        Assert.Equal(0, await Queue(desk, due.AddDays(10)));
        Assert.Equal(open, await desk.See(db => db.Deliveries.CountAsync(d => d.Kind == DeliveryKind.Overdue)));
    }

    private static Task<int> Queue(Desk desk, DateOnly day) => desk.In((Reminders r) => r.QueueAsync(day));
}
