using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Application.LateFees;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Disputes;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Corrections;

public sealed class ChargingLateFees
{
    [Fact]
    public async Task The_fee_follows_what_was_open_on_each_day()
    {
        var desk = await OverdueAsync(days: 40);
        var bill = await desk.LisBillAsync();
        await desk.Till.TakeAsync((await desk.Till.AskAsync(desk.Till.Own.Li) with { BillIds = [bill.Id] }).Paying(Money.Exact(58.40m)));

        var fee = await FeeAsync(desk, bill, desk.Till.Today.AddDays(10));

        // 258.40 for 40 days, then 200.00 for 10: (10336 + 2000) × 0.0005 = 6.168
        Assert.Equal([40, 10], fee.Working.Intervals.Select(i => i.Days));
        Assert.Equal(Money.Exact(6.17m), fee.Whole);
        Assert.Equal(fee, await FeeAsync(desk, bill, desk.Till.Today.AddDays(10)), (a, b) => a!.Whole == b!.Whole);
    }

    [Fact]
    public async Task A_billed_fee_is_a_bill_of_its_own_and_is_billed_once()
    {
        var desk = await OverdueAsync(days: 40);

        var billed = await BillFeesAsync(desk);
        await Assert.ThrowsAsync<RuleViolation>(() => BillFeesAsync(desk));

        Assert.Equal(Money.Exact(5.17m), billed); // 258.40 × 0.0005 × 40 = 5.168
        var line = await desk.Till.SeeAsync(db => db.BillLines.SingleAsync(l => l.ItemName == LateFeeBills.ItemName));
        var working = Assert.IsType<LateFeeWorking>(LineWorking.FromJson(line.Working));
        Assert.Equal((line.Amount, (await desk.LisBillAsync()).Number), (working.Recompute(), working.BillNumber));
        var later = await FeeAsync(desk, await desk.LisBillAsync(), desk.Till.Today.AddDays(10));
        Assert.Equal(Money.Exact(1.29m), later.Open); // 6.46 − 5.17
        await desk.BooksAreSoundAsync();
    }

    [Theory]
    [InlineData(LateFeeOrder.PrincipalFirst, 0, 10000)]
    [InlineData(LateFeeOrder.LateFeeFirstBillByBill, 517, 9483)]
    public async Task Money_pays_principal_or_late_fee_first_as_the_community_agreed(LateFeeOrder order, long fee, long principal)
    {
        var desk = await OverdueAsync(days: 40);
        await BillFeesAsync(desk);
        await desk.Till.WithAsync((LateFeeSettings s) => s.ChangeAsync(desk.Till.Own.Community.Id, 0.0005m, 0, null, order));

        await desk.Till.TakeAsync((await desk.Till.AskAsync(desk.Till.Own.Li)).Paying(Money.Exact(100m)));

        var lines = await desk.Till.SeeAsync(db => db.BillLines.Where(l => l.Bill.OwnerId == desk.Till.Own.Li.Id).Select(l => new { IsLateFee = l.ChargeAssignmentId == null, l.Paid, l.BillId }).ToListAsync());
        Assert.Equal(new Money(fee), Money.Sum(lines.Where(l => l.IsLateFee).Select(l => l.Paid)));
        var first = (await desk.LisBillAsync()).Id;
        Assert.Equal(new Money(principal), Money.Sum(lines.Where(l => l.BillId == first).Select(l => l.Paid)));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Several_who_bill_the_same_days_at_once_bill_them_once()
    {
        var desk = await OverdueAsync(days: 40);

        var errors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => BillFeesAsync(desk)))));

        Assert.Equal(3, errors.Count(e => e is RuleViolation));
        Assert.Equal([Money.Exact(5.17m)], await desk.Till.SeeAsync(db => db.BillLines.Where(l => l.ItemName == LateFeeBills.ItemName).Select(l => l.Amount).ToListAsync()));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Several_who_freeze_one_bill_at_once_freeze_it_once_and_ending_that_ends_all()
    {
        var desk = await OverdueAsync(days: 40);
        var bill = await desk.LisBillAsync();

        var errors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => desk.Till.WithAsync((LateFeeBills l) => l.FreezeAsync(bill.Id, FreezeReason.Agreement, null))))));

        Assert.Equal(3, errors.Count(e => e is RuleViolation { Key: "这张账单的违约金已经冻结。" }));
        var freeze = await desk.Till.SeeAsync(db => db.LateFeeFreezes.SingleAsync());
        await desk.Till.WithAsync((LateFeeBills l) => l.ThawAsync(freeze.Id));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((LateFeeBills l) => l.ThawAsync(freeze.Id)));
        await desk.Till.WithAsync((LateFeeBills l) => l.FreezeAsync(bill.Id, FreezeReason.Agreement, null));
        Assert.Equal(1, await desk.Till.SeeAsync(db => db.LateFeeFreezes.CountAsync(f => f.To == null)));
    }

    [Fact]
    public async Task A_billed_fee_can_be_waived_and_paid_like_any_bill()
    {
        var desk = await OverdueAsync(days: 40);
        await BillFeesAsync(desk);
        var fee = await desk.Till.SeeAsync(db => db.Bills.Include(b => b.Lines).SingleAsync(b => b.BillRun.Kind == BillRunKind.LateFee));

        await desk.ApproveAsync(await desk.AskWaiverAsync(fee, new WaivedPart(fee.Lines[0].Id, 0.5m, null)));
        await desk.Till.TakeAsync(await desk.Till.AskAsync(desk.Till.Own.Li));

        var after = await desk.Till.SeeAsync(db => db.Bills.SingleAsync(b => b.Id == fee.Id));
        Assert.Equal((Money.Exact(2.59m), Money.Exact(2.58m), Money.Zero), (after.Credited, after.Paid, after.Outstanding));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Two_clerks_bill_a_fee_once()
    {
        var desk = await OverdueAsync(days: 40);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            try
            {
                return await BillFeesAsync(desk);
            }
            catch (RuleViolation)
            {
                return Money.Zero;
            }
        }));

        Assert.Single(answers, billed => !billed.IsZero);
        Assert.Equal(1, await desk.Till.SeeAsync(db => db.BillLines.CountAsync(l => l.ItemName == LateFeeBills.ItemName)));
    }

    [Fact]
    public async Task A_later_change_of_the_terms_does_not_touch_a_bill_that_exists()
    {
        var desk = await OverdueAsync(days: 40);
        var bill = await desk.LisBillAsync();
        await desk.Till.SeeAsync(db => db.Communities.ExecuteUpdateAsync(c => c.SetProperty(x => x.LateFeeDailyRate, 0.003m)));

        Assert.Equal(Money.Exact(5.17m), (await FeeAsync(desk, bill, desk.Till.Today)).Whole);
    }

    [Fact]
    public async Task A_dispute_freezes_its_own_line_only_until_it_is_answered()
    {
        var desk = await OverdueAsync(days: 40);
        var bill = await desk.LisBillAsync();

        var dispute = await desk.Till.WithAsync((HandleDispute d) => d.OpenAsync(bill.Lines[0].Id, "电梯坏了一个月"));
        var during = await FeeAsync(desk, bill, desk.Till.Today.AddDays(9));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((HandleDispute d) => d.OpenAsync(bill.Lines[0].Id, "再问一次")));
        await desk.Till.WithAsync((HandleDispute d) => d.AnswerAsync(dispute, "已按面积与单价核对无误"));
        var after = await FeeAsync(desk, bill, desk.Till.Today.AddDays(9));

        // Frozen from today on: 258.40 for 39 days, then 8.00 for rubbish alone.
        Assert.Equal([(39, Money.Exact(258.40m)), (10, Money.Exact(8m))], during.Working.Intervals.Select(i => (i.Days, i.Outstanding)));
        Assert.Equal([(39, Money.Exact(258.40m)), (1, Money.Exact(8m)), (9, Money.Exact(258.40m))], after.Working.Intervals.Select(i => (i.Days, i.Outstanding)));
        Assert.Equal(DisputeState.Stands, (await desk.Till.WithAsync((DisputeQueries q) => q.FindAsync(dispute))).State);
    }

    [Fact]
    public async Task A_dispute_that_is_right_ends_in_a_red_entry_and_one_refused_is_open_again()
    {
        var desk = await OverdueAsync(days: 40);
        var bill = await desk.LisBillAsync();
        var dispute = await desk.Till.WithAsync((HandleDispute d) => d.OpenAsync(bill.Lines[0].Id, "面积不对"));

        var first = await desk.Till.Desk.As(desk.Collector, Role.Collector, (HandleDispute d) => d.CorrectAsync(dispute, "确认面积有误", reissue: true));
        await desk.Till.Desk.As(desk.Manager, Role.Manager, (DecideCorrection d) => d.RejectAsync(first, "请附测绘报告"));
        Assert.Equal(DisputeState.Open, (await desk.Till.WithAsync((DisputeQueries q) => q.FindAsync(dispute))).State);
        await desk.ApproveAsync(await desk.Till.Desk.As(desk.Collector, Role.Collector, (HandleDispute d) => d.CorrectAsync(dispute, "已附测绘报告", reissue: true)));

        Assert.Equal(DisputeState.Corrected, (await desk.Till.WithAsync((DisputeQueries q) => q.FindAsync(dispute))).State);
        Assert.Single((await desk.BillAsync(desk.Till.Own.Li.Id, sequence: 1)).Lines);

        // What was taken back was never owed: only the 8.00 that stand earn a fee.
        Assert.Equal(Money.Exact(8m), Assert.Single((await FeeAsync(desk, bill, desk.Till.Today)).Working.Intervals).Outstanding);
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_frozen_bill_earns_nothing_from_then_on()
    {
        var desk = await OverdueAsync(days: 40);
        var bill = await desk.LisBillAsync();

        await desk.Till.WithAsync((LateFeeBills l) => l.FreezeAsync(bill.Id, FreezeReason.Lawsuit, "已起诉"));

        Assert.Equal(39, Assert.Single((await FeeAsync(desk, bill, desk.Till.Today.AddDays(30))).Working.Intervals).Days);
    }

    private static async Task<BillLateFee> FeeAsync(CorrectionDesk desk, Bill bill, DateOnly until) =>
        Assert.IsType<BillLateFee>(await desk.Till.WithAsync((LateFeeQueries q) => q.OfBillAsync(bill.Id, until)));

    private static Task<Money> BillFeesAsync(CorrectionDesk desk) => desk.Till.WithAsync((LateFeeBills l) => l.BillAsync(desk.Till.Own.Li.Id));

    /// <summary>李娜's March bill fell due so many days ago, at 0.05 % a day.</summary>
    private static async Task<CorrectionDesk> OverdueAsync(int days)
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        await desk.Till.SeeAsync(db => db.Bills.Where(b => b.Id == bill.Id).ExecuteUpdateAsync(b => b
            .SetProperty(x => x.LateFeeDailyRate, 0.0005m).SetProperty(x => x.DueOn, desk.Till.Today.AddDays(-days)).SetProperty(x => x.IssuedOn, desk.Till.Today.AddDays(-days - 20))));
        await desk.Till.WithAsync((MergeBillSums m) => m.RebuildAsync());
        return desk;
    }
}
