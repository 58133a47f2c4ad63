using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Purses;

/// <summary>What an owner gets back of a bill below zero comes into the purse while the desk moves the same purse.</summary>
public sealed class PublishingBelowZero
{
    private const long Back = 1_000_00;

    /// <summary>Both hold the book of receipts before the purse: nobody waits in a circle, and neither overlooks the other.</summary>
    [Fact]
    public async Task A_publication_and_a_prepayment_at_once_both_happen()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.SetAsync(payBills: true);
        await desk.PrepayAsync(desk.Li, PurseClass.General, 1m);
        var month = Till.April;
        for (var round = 0; round < 8; round++)
        {
            month = month.Next;
            var run = await desk.Till.WithAsync((BillRuns r) => r.DraftAsync(desk.Till.Own.Community.Id, month));
            await BringBelowZeroAsync(desk, run.RunId);

            var errors = await Task.WhenAll(
                Task.Run(async () => await Record.ExceptionAsync(() => desk.Till.WithAsync((BillPublishing p) => p.PublishAsync(run.RunId)))),
                Task.Run(async () => await Record.ExceptionAsync(() => desk.PrepayAsync(desk.Li, PurseClass.General, 1m))));

            Assert.All(errors, Assert.Null);
        }

        await desk.BooksAreSoundAsync();
    }

    // The rubbish line of 李娜 of 8.00: her estimate was far too high.
    private static Task<int> BringBelowZeroAsync(PurseDesk desk, Guid run) => desk.Till.SeeAsync(async db =>
    {
        var lines = db.BillLines.Where(l => l.Bill.BillRunId == run && l.Bill.OwnerId == desk.Li.Id && l.Amount.Fen == 8_00);
        var bills = db.Bills.Where(b => b.BillRunId == run && b.OwnerId == desk.Li.Id);
        await bills.ExecuteUpdateAsync(set => set.SetProperty(b => b.Total.Fen, b => b.Total.Fen - Back).SetProperty(b => b.Outstanding.Fen, b => b.Outstanding.Fen - Back));
        return await lines.ExecuteUpdateAsync(set => set.SetProperty(l => l.Amount.Fen, 8_00 - Back).SetProperty(l => l.Net.Fen, 8_00 - Back).SetProperty(l => l.Outstanding.Fen, 8_00 - Back));
    });
}
