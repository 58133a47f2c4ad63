using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Corrections;

public sealed class TakingBillsBack
{
    [Fact]
    public async Task An_open_line_is_taken_back_and_billed_anew_from_the_facts_of_now()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        await CorrectAreaAsync(desk, 80m);

        await desk.ApproveAsync(await desk.AskRedEntryAsync(bill, reissue: true, bill.Lines[0]));

        var old = await desk.LisBillAsync();
        Assert.Equal((Money.Exact(258.40m), Money.Exact(8m)), (old.Total, old.Outstanding));
        Assert.NotNull(old.Lines[0].ReversedById);
        var anew = await desk.BillAsync(desk.Till.Own.Li.Id, sequence: 1);
        var line = Assert.Single(anew.Lines);
        Assert.Equal((Money.Exact(224m), 1, "202503-S1-00001"), (line.Amount, line.Revision, anew.Number)); // 80 m² × 2.80
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Money_on_a_line_taken_back_pays_the_new_bill_and_the_rest_is_prepaid()
    {
        var desk = await CorrectionDesk.OpenAsync();
        await desk.Till.TakeAsync(await desk.Till.AskAsync(desk.Till.Own.Li));
        var bill = await desk.LisBillAsync();
        await CorrectAreaAsync(desk, 80m);

        await desk.ApproveAsync(await desk.AskRedEntryAsync(bill, reissue: true, bill.Lines));

        var anew = await desk.BillAsync(desk.Till.Own.Li.Id, sequence: 1);
        Assert.Equal((Money.Exact(232m), Money.Exact(232m), Money.Zero), (anew.Total, anew.Paid, anew.Outstanding));
        var purse = await desk.Till.SeeAsync(db => db.Purses.SingleAsync());
        Assert.Equal((desk.Till.Own.Li.Id, Money.Exact(26.40m)), (purse.OwnerId, purse.Balance)); // 258.40 − 232.00
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Without_a_new_bill_the_money_stays_prepaid()
    {
        var desk = await CorrectionDesk.OpenAsync();
        await desk.Till.TakeAsync((await desk.Till.AskAsync(desk.Till.Own.Li)).Paying(Money.Exact(100m)));
        var bill = await desk.LisBillAsync();

        await desk.ApproveAsync(await desk.AskRedEntryAsync(bill, reissue: false, bill.Lines));

        Assert.Equal(Money.Zero, (await desk.LisBillAsync()).Outstanding);
        Assert.Equal(Money.Exact(100m), (await desk.Till.SeeAsync(db => db.Purses.SingleAsync())).Balance);
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task What_cannot_be_billed_anew_is_not_taken_back_either()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        var request = await desk.AskRedEntryAsync(bill, reissue: true, bill.Lines[0]);
        await desk.Till.SeeAsync(db => db.Ownerships.Where(o => o.OwnerId == desk.Till.Own.Li.Id).ExecuteDeleteAsync());

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => desk.ApproveAsync(request));

        Assert.Contains("没有缴费人", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bill.Total, (await desk.LisBillAsync()).Outstanding);
        Assert.Equal(CorrectionState.Requested, (await desk.Till.WithAsync((CorrectionQueries q) => q.FindAsync(request))).State);
    }

    [Fact]
    public async Task A_line_is_taken_back_once()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        await desk.ApproveAsync(await desk.AskRedEntryAsync(bill, reissue: false, bill.Lines[0]));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => desk.AskRedEntryAsync(bill, reissue: false, bill.Lines[0]));

        Assert.Equal("{0} 已经红冲。", refused.Key);
    }

    [Fact]
    public async Task A_payment_that_came_first_is_not_lost()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        var request = await desk.AskRedEntryAsync(bill, reissue: true, bill.Lines);
        var ask = await desk.Till.AskAsync(desk.Till.Own.Li);

        var paying = desk.Till.TryTakeAsync(ask);
        var approving = TryAsync(() => desk.ApproveAsync(request));
        await Task.WhenAll(paying, approving);
        if (!await approving)
        {
            await desk.ApproveAsync(request);
        }

        await desk.BooksAreSoundAsync();
        var taken = new Money(await desk.Till.SeeAsync(db => db.Payments.SumAsync(p => p.Amount.Fen)));
        var applied = new Money(await desk.Till.SeeAsync(db => db.Bills.SumAsync(b => b.Paid.Fen)));
        var prepaid = new Money(await desk.Till.SeeAsync(db => db.Purses.SumAsync(p => p.Balance.Fen)));
        Assert.Equal(taken, applied + prepaid);
    }

    [Fact]
    public async Task A_published_run_is_withdrawn_by_red_entries_and_billed_anew()
    {
        var desk = await CorrectionDesk.OpenAsync();
        await desk.Till.TakeAsync((await desk.Till.AskAsync(desk.Till.Own.Li)).Paying(Money.Exact(50m)));
        var bill = await desk.LisBillAsync();
        var before = await desk.Till.SeeAsync(db => db.Bills.Where(b => b.BillRunId == bill.BillRunId).SumAsync(b => b.Total.Fen));

        var request = await desk.Till.Desk.As(desk.Collector, Role.Collector, (RequestCorrection r) =>
            r.WithdrawRunAsync(bill.BillRunId, new CorrectionGrounds(CorrectionReason.RunWithdrawn, "价格录错", Reissue: true)));
        await desk.ApproveAsync(request);

        Assert.Equal(0, await desk.Till.SeeAsync(db => db.Bills.Where(b => b.BillRunId == bill.BillRunId).SumAsync(b => b.Outstanding.Fen)));
        var row = await desk.Till.WithAsync((CorrectionQueries q) => q.FindAsync(request));
        Assert.Equal(before, await desk.Till.SeeAsync(db => db.Bills.Where(b => b.BillRunId == row.ReissueRunId).SumAsync(b => b.Total.Fen)));
        Assert.Equal(Money.Exact(50m), (await desk.BillAsync(desk.Till.Own.Li.Id, sequence: 1)).Paid);
        await desk.BooksAreSoundAsync();
    }

    private static Task<int> CorrectAreaAsync(CorrectionDesk desk, decimal area) => desk.Till.SeeAsync(async db =>
    {
        (await db.Units.SingleAsync(u => u.Code == "3-2-1803")).CorrectArea(area);
        return await db.SaveChangesAsync();
    });

    private static async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RuleViolation)
        {
            return false;
        }
    }
}
