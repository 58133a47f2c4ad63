using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Reports;

namespace PropertyDesk.IntegrationTests.Payments;

/// <summary>What the tests of payments do again and again.</summary>
internal static class TillVerbs
{
    /// <summary>Makes the bills of March fall due a month before those of April: both were published on one day.</summary>
    public static async Task MoveDueDatesApartAsync(this Till till)
    {
        await till.SeeAsync(db => db.Bills.Where(b => b.Period == Till.March).ExecuteUpdateAsync(b => b.SetProperty(x => x.DueOn, new DateOnly(2025, 4, 30))));
        // What nothing in the product changes is in the reports' sums as it was.
        await till.WithAsync((MergeBillSums m) => m.RebuildAsync());
    }

    /// <summary>What a payment paid, in the order of the bills and their lines.</summary>
    public static Task<List<string>> PaidByAsync(this Till till, PaymentTaken taken) => till.SeeAsync(db => db.Allocations
        .Where(a => a.PaymentId == taken.PaymentId)
        .OrderBy(a => a.Bill.Number).ThenBy(a => a.BillLine.Position)
        .Select(a => $"{a.Period} {a.Bill.UnitCode} {a.BillLine.ItemName} {a.Amount}").ToListAsync());
}
