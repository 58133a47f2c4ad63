using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;

namespace PropertyDesk.IntegrationTests.Jobs;

/// <summary>The monthly job: run twice it does once, and a missed day is made up.</summary>
public sealed class MakingMonthlyDrafts
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
}
